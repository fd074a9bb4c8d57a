import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import { breedWall } from './breed-wall.ts';
import { type Print, printOf } from './picture-distance.ts';
import type { ProposedWall } from './propose-wall.ts';
import { withinProgress, withRisingProgress } from './run-to-end.ts';
import { sowSeeds } from './sow-seeds.ts';
import type { Changed } from './step.ts';

export interface PoolRequest {
  readonly seed: Seed;
  /** None: fresh seeds only. */
  readonly parents: readonly Genome[];
  /** Candidates wanted, of which somebody will choose: four a tile. */
  readonly childCount: number;
  readonly freshCount: number;
  /** Target mean picture distances of children from their parents, [0.03, 0.25]; each leads an equal number. */
  readonly distances: readonly number[];
  readonly changed: Changed;
  /** Prints no candidate may be a twin of. */
  readonly seen: readonly Print[];
}

/** Two pictures this close pass for one, whatever the target. */
const TWIN_DISTANCE = 0.02;
/** A pool this full leaves enough to choose from. */
const ENOUGH = 0.6;

/**
 * Children and fresh seeds that pass the gates, all of them: for a critic to choose a wall from. `proposeWall` chooses by itself.
 * Gives the children first; fewer than asked for where parents breed poorly. Yields progress in [0, 1).
 */
export const proposePool = (paint: Paint, request: PoolRequest): Generator<number, ProposedWall> =>
  withRisingProgress(propose(paint, request));

function* propose(paint: Paint, request: PoolRequest): Generator<number, ProposedWall> {
  const { parents, childCount, freshCount, distances, seen, changed } = request;
  const random = createRandom(request.seed);
  const parentPrints: Print[] = [];
  for (const parent of parents) {
    parentPrints.push(printOf(paint, parent));
    yield 0;
  }
  let found: ProposedWall = { proposals: [], judgedCount: 0, refusedCount: 0, twinCount: 0 };
  const wanted = parents.length === 0 ? 0 : childCount;
  const bredShare = wanted === 0 ? 0 : wanted / (wanted + freshCount);
  for (const [index, distance] of distances.entries()) {
    const count =
      Math.floor((wanted * (index + 1)) / distances.length) - Math.floor((wanted * index) / distances.length);
    if (count === 0) continue;
    const bred = yield* withinProgress(
      (bredShare * index) / distances.length,
      (bredShare * (index + 1)) / distances.length,
      breedWall(paint, {
        seed: random.seed(),
        parents,
        parentPrints,
        count,
        distance,
        changed,
        seen: [...seen, ...found.proposals.map(({ print }) => print)],
        twinLimit: Math.min(TWIN_DISTANCE, distance / 3),
        candidatesPerTile: 1,
        enough: Math.ceil(ENOUGH * count),
      }),
    );
    found = joined(found, bred);
  }
  const sown = yield* withinProgress(
    bredShare,
    1,
    sowSeeds(paint, {
      seed: random.seed(),
      count: freshCount + (parents.length === 0 ? childCount : 0),
      tile: parents.length === 0 ? 'seed' : 'wild',
      wall: [...parentPrints, ...found.proposals.map(({ print }) => print)],
      seen,
      twinLimit: TWIN_DISTANCE,
    }),
  );
  return joined(found, sown);
}

const joined = (a: ProposedWall, b: ProposedWall): ProposedWall => ({
  proposals: [...a.proposals, ...b.proposals],
  judgedCount: a.judgedCount + b.judgedCount,
  refusedCount: a.refusedCount + b.refusedCount,
  twinCount: a.twinCount + b.twinCount,
});
