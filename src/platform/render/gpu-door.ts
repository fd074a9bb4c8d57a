// The page's side of the graphics chip: a worker that has it, and what happens when that one fails.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { Priority, Workers } from '#platform/workers/jobs.ts';
import type { GpuOpening } from './gpu-opening.ts';
import { shapeOf } from './often.ts';

export interface GpuDoor {
  /**
   * null: not by the chip, or not yet; 'refused': it makes no shader for this one, or falls silent over it. Somebody else
   * paints it then. Rejects with the signal's reason only.
   */
  paint(
    genome: Genome,
    request: PaintRequest,
    options: { readonly signal: AbortSignal; readonly priority: Priority },
  ): Promise<ImageBitmap | 'refused' | null>;
  /** What can be said of the chip; tries it if nobody did. */
  describe(): Promise<GpuState>;
  dispose(): void;
}

export type GpuState = GpuOpening | { readonly kind: 'lost' };

export interface GpuDoorOptions {
  /** A pool of one worker. */
  readonly openWorkers: () => Workers;
  /** How many paint on the processor meanwhile. */
  readonly workerCount: number;
  /** Use it though it is software or slow. */
  readonly isForced: boolean;
  /** A chip that painted stopped answering. */
  readonly onLoss: () => void;
  /** So long no picture may come, while some are asked for, before somebody else paints them. */
  readonly patienceMs?: number;
}

/** So often it is tried anew. */
const LOSS_LIMIT = 3;

export function createGpuDoor(options: GpuDoorOptions): GpuDoor {
  const { openWorkers, workerCount, isForced, onLoss, patienceMs = 1000 } = options;
  let workers: Workers | null = null;
  let state: GpuState | null = null;
  let opening: Promise<GpuState> | null = null;
  let lossCount = 0;
  let awaitedCount = 0;
  /** What the worker may be at: asked for since its last answer, given up or not. */
  let unanswered: { readonly shape: string }[] = [];
  const painted = new Set<string>();
  /** Shapes over whose first picture it fell silent: there are compilers that block it. */
  const blocking = new Set<string>();
  let deadline: ReturnType<typeof setTimeout> | undefined;

  function close() {
    clearTimeout(deadline);
    workers?.dispose();
    workers = null;
  }

  /** A sign of life, or of waiting: the patience begins anew. */
  function restart(mine: Workers) {
    clearTimeout(deadline);
    if (awaitedCount > 0 && workers === mine) deadline = setTimeout(() => giveUp(mine), patienceMs);
  }

  function giveUp(silent: Workers) {
    const [shape, ...others] = new Set(unanswered.map((ask) => ask.shape));
    if (shape !== undefined && others.length === 0 && !painted.has(shape)) blocking.add(shape);
    lose(silent);
  }

  /** Pictures that were under way are all lost by the same fault. */
  function lose(lost: Workers) {
    if (workers !== lost) return;
    close();
    unanswered = [];
    opening = null;
    const wasReady = state?.kind === 'ready';
    state = ++lossCount < LOSS_LIMIT ? null : { kind: 'lost' };
    if (wasReady) onLoss();
  }

  async function open(): Promise<GpuState> {
    const mine = openWorkers();
    workers = mine;
    try {
      state = await mine.run('openGpu', { isForced, workerCount });
    } catch {
      // The worker fell with the chip, or the browser gave none.
      lose(mine);
      return state ?? { kind: 'lost' };
    }
    if (state.kind !== 'ready') close();
    return state;
  }

  return {
    async paint(genome, request, { signal, priority }) {
      const ask = { shape: shapeOf(genome) };
      if (blocking.has(ask.shape)) return 'refused';
      if (state === null) opening ??= open();
      const mine = workers;
      if (state?.kind !== 'ready' || mine === null) return null;
      unanswered.push(ask);
      if (awaitedCount++ === 0) restart(mine);
      try {
        const output = await mine.run('paintOnGpu', { genome, request }, { signal, priority });
        unanswered = unanswered.slice(unanswered.indexOf(ask) + 1);
        if (output !== null && output !== 'refused') painted.add(ask.shape);
        return output;
      } catch {
        signal.throwIfAborted();
        lose(mine);
        return blocking.has(ask.shape) ? 'refused' : null;
      } finally {
        awaitedCount--;
        restart(mine);
      }
    },
    async describe() {
      if (state !== null) return state;
      opening ??= open();
      return opening;
    },
    dispose: close,
  };
}
