// A worker of the pool and what it was given; who goes first, who may be interrupted, who has been silent too long.
import type { JobName } from './jobs.ts';
import type { AnyRunMessage, CancelMessage } from './messages.ts';

/** What the pool needs of a `Worker`. */
export interface PoolWorker {
  postMessage(message: AnyRunMessage | CancelMessage): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Job {
  readonly message: AnyRunMessage;
  readonly onProgress: ((progress: number) => void) | undefined;
  readonly resolve: (output: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** How many workers failed while they ran it. */
  failureCount: number;
  isSettled: boolean;
}

export interface Seat {
  readonly worker: PoolWorker;
  /** Most urgent first: that one runs, the others are set aside. A settled one stays until the worker says it has left it. */
  readonly jobs: Job[];
  /** Since it was last heard, or got work after having none. */
  silentSeconds: number;
  wasHeard: boolean;
  stopIdleTimer: (() => void) | null;
}

export interface Patience {
  /** For the first word of a new worker: its script may come over a slow line. */
  readonly startSeconds: number;
  readonly silenceSeconds: number;
  /** While it does nothing but paint, for the first time: that is done in slices, and somebody looks at the gap. */
  readonly pictureSeconds: number;
}

/** The one a worker runs and those it has set aside for it. */
const jobsPerWorker = 3;
/** For a worker whose every job was abandoned: nothing is lost by ending it. */
const abandonedSeconds = 2;
const pictureJobs: readonly JobName[] = ['paint', 'readPixels', 'packStrip'];

/** Keeps `jobs` in order: by rank, then as asked. */
export function insertByUrgency(jobs: Job[], job: Job) {
  const behind = jobs.findIndex((other) => isBefore(job, other));
  jobs.splice(behind < 0 ? jobs.length : behind, 0, job);
}

const isBefore = ({ message: a }: Job, { message: b }: Job) =>
  a.rank === b.rank ? a.id < b.id : a.rank < b.rank;

/** The seat whose running job matters least, if it matters less than `job`. */
export function seatToInterrupt(seats: Iterable<Seat>, job: Job): Seat | null {
  let best: Seat | null = null;
  let least = job.message.rank;
  for (const seat of seats) {
    const running = seat.jobs[0];
    if (running === undefined || seat.jobs.length >= jobsPerWorker) continue;
    if (running.message.rank <= least) continue;
    best = seat;
    least = running.message.rank;
  }
  return best;
}

export function isOverdue(
  { jobs, silentSeconds, wasHeard }: Seat,
  { startSeconds, silenceSeconds, pictureSeconds }: Patience,
): boolean {
  if (!wasHeard) return silentSeconds >= startSeconds;
  const limits = [silenceSeconds];
  if (jobs.every((job) => job.isSettled)) limits.push(abandonedSeconds);
  const isFirstTry = ({ message, failureCount }: Job) =>
    pictureJobs.includes(message.name) && failureCount === 0;
  if (jobs.every(isFirstTry)) limits.push(pictureSeconds);
  return silentSeconds >= Math.min(...limits);
}
