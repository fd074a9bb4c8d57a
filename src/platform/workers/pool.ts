// The pool: what waits, which worker has what, and what happens when one fails. The work itself is in worker.ts.
import type { Jobs, Workers } from './jobs.ts';
import { discard, parseFromWorker } from './messages.ts';
import { defaultPriorities, ranks } from './priorities.ts';
import { insertByUrgency, isOverdue, type Job, type PoolWorker, type Seat, seatToInterrupt } from './seat.ts';
import { WorkerFailure, workerFailure } from './worker-failure.ts';

/** Calls back once after `milliseconds`, unless the returned function was called before. */
export type SetTimer = (callback: () => void, milliseconds: number) => () => void;

export interface PoolOptions {
  /** Starts a worker; may throw. */
  readonly createWorker: () => PoolWorker;
  /** How many workers at most: max(1, min(hardwareConcurrency, 4)). */
  readonly size: number;
  readonly setTimer?: SetTimer;
  /** How long a new worker may take to say its first word. */
  readonly startSeconds?: number;
  /** How long a worker with work may say nothing. */
  readonly silenceSeconds?: number;
  /** The same for one that does nothing but paint, at the first try. */
  readonly pictureSeconds?: number;
  /** How long a worker without work is kept; one always is. */
  readonly idleSeconds?: number;
  /** Starts all workers now, so that they load while the page does; otherwise each starts with its first job. */
  readonly startsAtOnce?: boolean;
}

const failureLimit = 2;
const tickSeconds = 0.5;

const setBrowserTimer: SetTimer = (callback, milliseconds) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Workers are started when first needed. An abort rejects at once with the signal's reason. A worker that crashes or
 * stays silent is replaced and the job it ran is tried once more; then it rejects with WorkerFailure.
 */
export function createPool({
  createWorker,
  size,
  setTimer = setBrowserTimer,
  startSeconds = 30,
  silenceSeconds = 10,
  pictureSeconds = 1.5,
  idleSeconds = 60,
  startsAtOnce = false,
}: PoolOptions): Workers {
  const patience = { startSeconds, silenceSeconds, pictureSeconds };
  const seats = new Set<Seat>();
  /** Most urgent first. */
  const queue: Job[] = [];
  let nextId = 1;
  let stopWatch: (() => void) | null = null;
  let isDisposed = false;

  function settle(job: Job, tell: () => void) {
    if (job.isSettled) return;
    job.isSettled = true;
    tell();
  }

  function dispatch() {
    while (queue.length > 0) {
      const job = queue[0]!;
      let seat: Seat | null;
      try {
        seat = idleSeat() ?? (seats.size < size ? startSeat() : seatToInterrupt(seats, job));
      } catch (error) {
        queue.shift();
        settle(job, () => job.reject(workerFailure('not started', job.message.name, { cause: error })));
        continue;
      }
      if (seat === null) return;
      queue.shift();
      give(seat, job);
    }
  }

  function idleSeat(): Seat | null {
    for (const seat of seats) if (seat.jobs.length === 0) return seat;
    return null;
  }

  function startSeat(): Seat {
    const worker = createWorker();
    const seat: Seat = { worker, jobs: [], silentSeconds: 0, wasHeard: false, stopIdleTimer: null };
    seats.add(seat);
    worker.onmessage = (event) => hear(seat, event.data);
    worker.onmessageerror = () => replace(seat, 'crashed');
    worker.onerror = (event) => {
      event.preventDefault(); // it is told by the job that failed
      replace(seat, 'crashed');
    };
    return seat;
  }

  function give(seat: Seat, job: Job) {
    try {
      seat.worker.postMessage(job.message);
    } catch (error) {
      // The input cannot be cloned: the caller's mistake, no worker's.
      settle(job, () => job.reject(error));
      return;
    }
    if (seat.jobs.length === 0) seat.silentSeconds = 0;
    seat.stopIdleTimer?.();
    seat.stopIdleTimer = null;
    insertByUrgency(seat.jobs, job);
    stopWatch ??= setTimer(watch, tickSeconds * 1000);
  }

  function hear(seat: Seat, data: unknown) {
    if (!seats.has(seat)) return discard(data);
    const message = parseFromWorker(data);
    // What no worker of ours sends is no sign of life: the deadline still runs.
    if (message === null) return;
    seat.silentSeconds = 0;
    seat.wasHeard = true;
    if (message.kind === 'alive') return;
    const job = seat.jobs.find((candidate) => candidate.message.id === message.id);
    if (job === undefined) return discard(data);
    switch (message.kind) {
      case 'progress':
        if (!job.isSettled) job.onProgress?.(message.progress);
        return;
      case 'done':
        if (job.isSettled) discard(data);
        settle(job, () => job.resolve(message.output));
        break;
      case 'failed': {
        const { name } = job.message;
        settle(job, () => job.reject(new WorkerFailure('threw', name, `${name}: ${message.message}`)));
        break;
      }
      case 'stopped':
        break;
      default:
        message satisfies never;
    }
    leave(seat, job);
  }

  function leave(seat: Seat, job: Job) {
    seat.jobs.splice(seat.jobs.indexOf(job), 1);
    dispatch();
    if (seats.has(seat) && seat.jobs.length === 0) rest(seat);
  }

  function rest(seat: Seat) {
    seat.stopIdleTimer ??= setTimer(() => retire(seat), idleSeconds * 1000);
  }

  function startAll() {
    try {
      while (seats.size < size) rest(startSeat());
    } catch {
      // A worker that cannot be started is told by the first job that needs one.
    }
  }

  function retire(seat: Seat) {
    seat.stopIdleTimer = null;
    if (seats.size > 1 && seat.jobs.length === 0) end(seat);
  }

  function end(seat: Seat) {
    seats.delete(seat);
    seat.stopIdleTimer?.();
    seat.worker.terminate();
  }

  function replace(seat: Seat, fault: 'silent' | 'crashed') {
    if (!seats.has(seat)) return;
    end(seat);
    // The worker runs the most urgent of its jobs, so that one is held to have done it.
    const culprit = seat.jobs[0];
    if (culprit !== undefined && ++culprit.failureCount >= failureLimit) {
      settle(culprit, () => culprit.reject(workerFailure(fault, culprit.message.name)));
    }
    for (const job of seat.jobs) if (!job.isSettled) insertByUrgency(queue, job);
    dispatch();
  }

  // Counts seconds that this page was awake for: after a sleep, a clock would blame workers that slept as well.
  function watch() {
    stopWatch = null;
    const busy = [...seats].filter(({ jobs }) => jobs.length > 0);
    for (const seat of busy) seat.silentSeconds += tickSeconds;
    if (busy.length > 0) stopWatch = setTimer(watch, tickSeconds * 1000);
    for (const seat of busy) if (isOverdue(seat, patience)) replace(seat, 'silent');
  }

  function abandon(job: Job, reason: unknown) {
    settle(job, () => {
      const waiting = queue.indexOf(job);
      if (waiting >= 0) queue.splice(waiting, 1);
      for (const seat of seats) {
        if (seat.jobs.includes(job)) seat.worker.postMessage({ kind: 'cancel', id: job.message.id });
      }
      job.reject(reason);
    });
  }

  if (startsAtOnce) startAll();

  return {
    run: (name, input, { signal, onProgress, priority = defaultPriorities[name] } = {}) =>
      new Promise((resolve, reject) => {
        if (isDisposed) throw new TypeError('The workers were disposed: they take no more jobs.');
        signal?.throwIfAborted();
        const onAbort = () => abandon(job, signal?.reason);
        const forget = () => signal?.removeEventListener('abort', onAbort);
        const job: Job = {
          message: { kind: 'run', id: nextId++, name, input, rank: ranks[priority] },
          onProgress,
          resolve: (output) => {
            forget();
            // The worker is of this build: what it calls the output of a job is that.
            resolve(output as Jobs[typeof name]['output']);
          },
          reject: (reason) => {
            forget();
            reject(reason);
          },
          failureCount: 0,
          isSettled: false,
        };
        signal?.addEventListener('abort', onAbort);
        insertByUrgency(queue, job);
        dispatch();
      }),

    dispose: () => {
      if (isDisposed) return;
      isDisposed = true;
      stopWatch?.();
      const left = [...queue, ...[...seats].flatMap(({ jobs }) => jobs)];
      queue.length = 0;
      for (const seat of seats) end(seat);
      for (const job of left) {
        settle(job, () => job.reject(new DOMException('The workers were disposed.', 'AbortError')));
      }
    },
  };
}
