import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { exp, log } from '#core/math/elementary.ts';
import type { Seed } from '#core/math/random.ts';
import { createDirection, moveGenome, roundLength } from './mutate-genome.ts';
import { type Print, pictureDistance, printOf } from './picture-distance.ts';
import type { Changed } from './step.ts';

export interface StepRequest {
  readonly genome: Genome;
  /** What the distance is measured from: the genome's own print, or its parent's. */
  readonly from: Print;
  /** Picture distance to land on. */
  readonly target: number;
  /** Of the direction. */
  readonly seed: Seed;
  readonly changed: Changed;
  /** Length to try first; absent: by `startLength`. */
  readonly start?: number;
}

export interface Landing {
  readonly genome: Genome;
  readonly print: Print;
  /** Along the direction of the seed; three significant digits. */
  readonly length: number;
  /** Achieved picture distance. */
  readonly distance: number;
  readonly probeCount: number;
}

const PROBE_LIMIT = 6;
/** Close enough to stop: within 15 % of the target. */
const TOLERANCE = 0.15;
const LENGTH_RANGE = [1e-5, 16] as const;

/**
 * Searches how far to go along one random direction so that the picture changes by the target: up to six renders of 24 px,
 * of which the best is kept. Yields progress in [0, 1) after each.
 */
export function* stepToDistance(paint: Paint, request: StepRequest): Generator<number, Landing> {
  const { genome, from, target, seed, changed } = request;
  const direction = createDirection(genome, seed, changed);
  let best: Landing | null = null;
  let bestMiss = Number.POSITIVE_INFINITY;
  let below: Probe | null = null;
  let above: Probe | null = null;
  let length = limited(request.start ?? startLength(genome, target, changed));

  for (let probeCount = 1; ; probeCount++) {
    const child = moveGenome(genome, direction, length);
    const print = printOf(paint, child);
    const distance = pictureDistance(from, print);
    const miss = distance > 0 ? Math.abs(log(distance / target)) : Number.MAX_VALUE;
    if (miss < bestMiss) {
      best = { genome: child, print, length, distance, probeCount };
      bestMiss = miss;
    }
    if (distance < target) below = { length, distance };
    else above = { length, distance };
    const next = limited(nextLength(below, above, target));
    const isDone = Math.abs(distance / target - 1) <= TOLERANCE;
    if (isDone || probeCount === PROBE_LIMIT || next === length) return { ...best!, probeCount };
    length = next;
    yield probeCount / PROBE_LIMIT;
  }
}

/** Banded pictures change twice as fast; palettes alone about five times slower. */
export function startLength({ coloring }: Genome, target: number, changed: Changed): number {
  if (coloring.kind === 'palette' && changed === 'color') return target * 3.5;
  return target * (coloring.kind === 'palette' && coloring.position === 'sine' ? 0.33 : 0.65);
}

interface Probe {
  readonly length: number;
  readonly distance: number;
}

/** Scales until the target is bracketed, then interpolates in logarithms, within the inner 70 % of the bracket. */
function nextLength(below: Probe | null, above: Probe | null, target: number): number {
  if (above === null) {
    const { length, distance } = below!;
    return length * Math.max(1.3, Math.min(6, target / Math.max(distance, 1e-9)));
  }
  if (below === null) return above.length * Math.max(0.15, Math.min(0.8, target / above.distance));
  const share =
    below.distance > 0 ? log(target / below.distance) / log(above.distance / below.distance) : 0.5;
  const inner = Math.max(0.15, Math.min(0.85, share));
  return below.length * exp(log(above.length / below.length) * inner);
}

const limited = (length: number) => roundLength(Math.max(LENGTH_RANGE[0], Math.min(LENGTH_RANGE[1], length)));
