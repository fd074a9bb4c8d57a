import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import { canCross, crossGenomes } from './cross-genomes.ts';
import { type Print, pictureDistance, printOf } from './picture-distance.ts';
import { withinProgress } from './run-to-end.ts';
import type { Changed, Step } from './step.ts';
import { startLength, stepToDistance } from './step-to-distance.ts';

export interface BreedRequest {
  /** The parent the distance is measured from. */
  readonly base: Genome;
  readonly basePrint: Print;
  /** Crossed into the base first; null: mutation alone. */
  readonly other: { readonly genome: Genome; readonly print: Print } | null;
  readonly seed: Seed;
  readonly target: number;
  readonly changed: Changed;
  /** Length over distance that landed for earlier children of this base. */
  readonly pace?: number;
}

export interface Child {
  readonly genome: Genome;
  readonly print: Print;
  /** In `crossed` steps, `withParent` is 1: the base is 0. */
  readonly how: readonly Step[];
  /** Achieved, from the base. */
  readonly distance: number;
  /** See `BreedRequest`; null when nothing was moved. */
  readonly pace: number | null;
  readonly probeCount: number;
}

const CROSSING_PROBES = 4;

/**
 * One child: crossed with the other parent as far as the target allows, then moved along a random direction until its picture
 * differs from the base's by the target. Yields progress in [0, 1) after each 24 px render.
 */
export function* breedChild(paint: Paint, request: BreedRequest): Generator<number, Child> {
  const { base, basePrint, target, changed } = request;
  const random = createRandom(request.seed);
  const crossed = yield* crossWithin(paint, request, random.seed(), random.uniform());
  const how: Step[] = crossed.step === null ? [] : [crossed.step];
  // A crossing that is far enough by itself needs no more.
  if (crossed.distance >= 0.85 * target) return { ...crossed, how, pace: null };

  const left = Math.sqrt(target * target - crossed.distance * crossed.distance);
  const seed = random.seed();
  const pace = request.pace ?? startLength(base, 1, changed);
  const landing = yield* withinProgress(
    0.4,
    1,
    stepToDistance(paint, {
      genome: crossed.genome,
      from: basePrint,
      target,
      seed,
      changed,
      start: pace * left,
    }),
  );
  how.push({ kind: 'moved', seed, length: landing.length, changed });
  return {
    genome: landing.genome,
    print: landing.print,
    how,
    distance: landing.distance,
    pace: landing.length / left,
    probeCount: crossed.probeCount + landing.probeCount,
  };
}

/** Halves the share until the crossing stays within 1.1 of the target; without success there is none. */
function* crossWithin(
  paint: Paint,
  { base, basePrint, other, target, changed }: BreedRequest,
  seed: Seed,
  chance: number,
) {
  let probeCount = 0;
  if (other !== null && canCross(base, other.genome, changed)) {
    const apart = pictureDistance(basePrint, other.print);
    const reach = apart > target ? Math.max(0.08, target / apart) : 1;
    let share = Math.round(reach * (0.3 + 0.5 * chance) * 1000) / 1000;
    while (probeCount < CROSSING_PROBES) {
      const genome = crossGenomes(base, other.genome, { seed, share, changed });
      const print = printOf(paint, genome);
      const distance = pictureDistance(basePrint, print);
      probeCount++;
      yield (0.4 * probeCount) / (CROSSING_PROBES + 1);
      // Too small a share to take a single neuron: no crossing.
      if (distance === 0) break;
      if (distance <= 1.1 * target) {
        const step: Step = { kind: 'crossed', seed, withParent: 1, share, changed };
        return { genome, print, distance, probeCount, step };
      }
      share /= 2;
    }
  }
  return { genome: base, print: basePrint, distance: 0, probeCount, step: null };
}
