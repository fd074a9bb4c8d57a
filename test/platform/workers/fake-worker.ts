// Workers that do only what a test tells them, and timers that run only when a test says so.
import type { AnyRunMessage, CancelMessage } from '#platform/workers/messages.ts';
import type { SetTimer } from '#platform/workers/pool.ts';
import type { PoolWorker } from '#platform/workers/seat.ts';

export interface FakeWorker extends PoolWorker {
  readonly received: (AnyRunMessage | CancelMessage)[];
  readonly isTerminated: boolean;
  /** The id of the n-th run it was given. */
  readonly runId: (index?: number) => number;
  /** As if posted from inside. */
  readonly say: (message: unknown) => void;
  /** Fires the worker's `error` event. */
  readonly crash: () => void;
  /** Fires `messageerror`: it sent what could not be read here. */
  readonly garble: () => void;
}

export interface FakeWorkers {
  /** In the order they were started; terminated ones stay. */
  readonly all: FakeWorker[];
  readonly create: () => PoolWorker;
}

/** They do nothing with what they are sent. */
export function createFakeWorkers(): FakeWorkers {
  const all: FakeWorker[] = [];
  const create = () => {
    const received: (AnyRunMessage | CancelMessage)[] = [];
    let isTerminated = false;
    const worker: FakeWorker = {
      onmessage: null,
      onmessageerror: null,
      onerror: null,
      received,
      get isTerminated() {
        return isTerminated;
      },
      runId: (index = 0) => received.filter(({ kind }) => kind === 'run')[index]!.id,
      // A terminated worker may have posted before it ended: the pool must not mind.
      say: (message) => worker.onmessage?.(new MessageEvent('message', { data: message })),
      crash: () => worker.onerror?.(Object.assign(new Event('error'), errorDetails)),
      garble: () => worker.onmessageerror?.(new MessageEvent('messageerror')),
      postMessage: (message) => {
        received.push(structuredClone(message));
      },
      terminate: () => {
        isTerminated = true;
      },
    };
    all.push(worker);
    return worker;
  };
  return { all, create };
}

// Node has no ErrorEvent of the browser's shape.
const errorDetails = { message: 'made to crash', filename: '', lineno: 0, colno: 0, error: null };

export function createFakeTimers() {
  const waiting: { readonly atMs: number; readonly callback: () => void }[] = [];
  let nowMs = 0;
  const setTimer: SetTimer = (callback, milliseconds) => {
    const timer = { atMs: nowMs + milliseconds, callback };
    waiting.push(timer);
    return () => {
      const index = waiting.indexOf(timer);
      if (index >= 0) waiting.splice(index, 1);
    };
  };
  /** Runs what falls due, in order. */
  const advance = (seconds: number) => {
    const until = nowMs + seconds * 1000;
    for (;;) {
      waiting.sort((a, b) => a.atMs - b.atMs);
      const due = waiting[0];
      if (due === undefined || due.atMs > until) break;
      waiting.shift();
      nowMs = due.atMs;
      due.callback();
    }
    nowMs = until;
  };
  return { setTimer, advance, waiting: waiting as readonly { readonly atMs: number }[] };
}
