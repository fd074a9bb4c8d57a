// The worker's side of the pool: runs jobs in slices and listens between them. Knows nothing of what the jobs do.
import type { JobName, Jobs } from './jobs.ts';
import type { FromWorker, RunMessage, ToWorker } from './messages.ts';

/** Each job as a generator that yields its progress, [0, 1], every few milliseconds; it may end in a promise, which `signal` stops. */
export type JobWork = {
  readonly [N in JobName]: (
    input: Jobs[N]['input'],
    signal: AbortSignal,
  ) => Generator<number, Jobs[N]['output'] | Promise<Jobs[N]['output']>>;
};

/** As `JobWork`, but a job may also yield a promise: it is set aside until that is kept. */
export type ServedWork = {
  readonly [N in JobName]: (
    input: Jobs[N]['input'],
    signal: AbortSignal,
  ) => Generator<number | Promise<void>, Jobs[N]['output'] | Promise<Jobs[N]['output']>>;
};

export interface JobHost {
  readonly post: (message: FromWorker, transfer: Transferable[]) => void;
  /** Monotonic, milliseconds. */
  readonly now: () => number;
  /** Calls back after messages that wait have been delivered. */
  readonly giveWay: (callback: () => void) => void;
  /** Calls back until the returned function is called. */
  readonly every: (milliseconds: number, callback: () => void) => () => void;
}

/** What of each output moves to the page instead of being copied. */
export type Transfers = { readonly [N in JobName]?: (output: Jobs[N]['output']) => Transferable[] };

interface Sendable {
  readonly output: Jobs[JobName]['output'];
  readonly transfer: Transferable[];
}

interface Job {
  readonly id: number;
  readonly rank: number;
  readonly work: Generator<number | Promise<void>, Promise<Sendable>>;
  readonly cancel: AbortController;
  /** A promise of its is awaited. */
  isAside: boolean;
  toldAtMs: number;
}

const sliceMs = 8;
const progressMs = 100;
const heartbeatMs = 500;

/** Returns the function that takes the pool's messages. */
export function serveJobs(
  work: ServedWork,
  transfers: Transfers,
  host: JobHost,
): (message: ToWorker) => void {
  /** Most urgent first. */
  const jobs: Job[] = [];
  let stopHeartbeat: (() => void) | null = null;
  let isPumping = false;

  const post = (message: FromWorker, transfer: Transferable[] = []) => host.post(message, transfer);

  function* workOf<N extends JobName>({ name, input }: RunMessage<N>, signal: AbortSignal): Job['work'] {
    const result = yield* work[name](input, signal);
    return Promise.resolve(result).then((output) => ({ output, transfer: transfers[name]?.(output) ?? [] }));
  }

  function start<N extends JobName>(message: RunMessage<N>) {
    const { id, rank } = message;
    const cancel = new AbortController();
    const job: Job = {
      id,
      rank,
      work: workOf(message, cancel.signal),
      cancel,
      isAside: false,
      toldAtMs: host.now(),
    };
    const behind = jobs.findIndex((other) => other.rank > rank);
    jobs.splice(behind < 0 ? jobs.length : behind, 0, job);
    stopHeartbeat ??= host.every(heartbeatMs, () => post({ kind: 'alive' }));
    keepPumping();
  }

  /** False when the job is no longer here: cancelled meanwhile. */
  function take(job: Job): boolean {
    const index = jobs.indexOf(job);
    if (index < 0) return false;
    jobs.splice(index, 1);
    if (jobs.length === 0) {
      stopHeartbeat?.();
      stopHeartbeat = null;
    }
    return true;
  }

  function fail(job: Job, error: unknown) {
    if (take(job)) post({ kind: 'failed', id: job.id, message: wordsOf(error) });
  }

  async function finish(job: Job, result: Promise<Sendable>) {
    job.isAside = true;
    try {
      const { output, transfer } = await result;
      if (!jobs.includes(job)) {
        // Cancelled while the browser made it: a bitmap's memory is not left to the collector.
        for (const item of transfer) if ('close' in item) void item.close();
        return;
      }
      post({ kind: 'done', id: job.id, output }, transfer);
      take(job);
    } catch (error) {
      fail(job, error);
    }
  }

  async function waitFor(job: Job, promise: Promise<void>) {
    job.isAside = true;
    try {
      await promise;
      job.isAside = false;
      keepPumping();
    } catch (error) {
      fail(job, error);
    }
  }

  function runSlice(job: Job) {
    const until = host.now() + sliceMs;
    try {
      do {
        const step = job.work.next();
        if (step.done) {
          void finish(job, step.value);
          return;
        }
        if (typeof step.value !== 'number') {
          void waitFor(job, step.value);
          return;
        }
        if (host.now() - job.toldAtMs >= progressMs) {
          job.toldAtMs = host.now();
          post({ kind: 'progress', id: job.id, progress: Math.min(Math.max(step.value, 0), 1) });
        }
      } while (host.now() < until);
    } catch (error) {
      fail(job, error);
    }
  }

  function keepPumping() {
    if (isPumping || jobs.every((job) => job.isAside)) return;
    isPumping = true;
    host.giveWay(() => {
      isPumping = false;
      const job = jobs.find((candidate) => !candidate.isAside);
      if (job !== undefined) runSlice(job);
      keepPumping();
    });
  }

  return (message) => {
    if (message.kind === 'run') return start(message);
    const job = jobs.find(({ id }) => id === message.id);
    if (job === undefined || !take(job)) return;
    job.cancel.abort();
    post({ kind: 'stopped', id: job.id });
  };
}

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));
