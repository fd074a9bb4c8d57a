// What the pool and a worker say to each other.
import type { JobName, Jobs } from './jobs.ts';

/** As the worker reads it: each name with its own input. */
export type ToWorker = { [N in JobName]: RunMessage<N> }[JobName] | CancelMessage;

export interface RunMessage<N extends JobName> {
  readonly kind: 'run';
  readonly id: number;
  readonly name: N;
  readonly input: Jobs[N]['input'];
  /** Lower first. */
  readonly rank: number;
}

/** Any job's, as the pool holds it: `Workers.run` has checked that name and input belong together. */
export type AnyRunMessage = RunMessage<JobName>;

/** The worker answers `stopped`, unless the job ended before it heard. */
export interface CancelMessage {
  readonly kind: 'cancel';
  readonly id: number;
}

export type FromWorker =
  /** Every half second while there is work, so that slow is not mistaken for hung. */
  | { readonly kind: 'alive' }
  /** `progress` is in [0, 1]. */
  | { readonly kind: 'progress'; readonly id: number; readonly progress: number }
  | { readonly kind: 'done'; readonly id: number; readonly output: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
  | { readonly kind: 'stopped'; readonly id: number };

/** Null for anything that no worker of ours sends. */
export function parseFromWorker(message: unknown): FromWorker | null {
  if (!isObject(message)) return null;
  const kind = 'kind' in message ? message.kind : null;
  if (kind === 'alive') return { kind };
  const id = 'id' in message ? message.id : null;
  if (typeof id !== 'number') return null;
  switch (kind) {
    case 'progress': {
      const progress = 'progress' in message ? message.progress : null;
      return typeof progress === 'number' && progress >= 0 && progress <= 1 ? { kind, id, progress } : null;
    }
    case 'done':
      return 'output' in message ? { kind, id, output: message.output } : null;
    case 'failed':
      return 'message' in message ? { kind, id, message: String(message.message) } : null;
    case 'stopped':
      return { kind, id };
    default:
      return null;
  }
}

/** For a message nobody waits for: closes the bitmap it brings, whose memory a collector would free late. */
export function discard(message: unknown) {
  const parsed = parseFromWorker(message);
  if (parsed?.kind !== 'done') return;
  const { output } = parsed;
  const bitmap = isObject(output) && 'bitmap' in output ? output.bitmap : output;
  if (isObject(bitmap) && 'close' in bitmap && typeof bitmap.close === 'function') bitmap.close();
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
