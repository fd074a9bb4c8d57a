import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import type { RecipeName } from '#core/cppn/recipes.ts';
import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { arrangeTiles, traitsOf } from './arrange-tiles.ts';
import { breedWall } from './breed-wall.ts';
import { type Print, printOf } from './picture-distance.ts';
import { withinProgress, withRisingProgress } from './run-to-end.ts';
import { sowSeeds } from './sow-seeds.ts';
import type { Changed, Step } from './step.ts';

export interface WallRequest {
  readonly seed: Seed;
  /** None: fresh seeds only. */
  readonly parents: readonly Genome[];
  /** 15 for a wall, 1 to replace a tile. */
  readonly count: number;
  /** How many of `count` are fresh seeds rather than children. */
  readonly wildCount: number;
  /** Target mean picture distance of children from their parents, [0.03, 0.25]. */
  readonly distance: number;
  readonly changed: Changed;
  /** Prints no proposal may be a twin of: this wall, the last twenty walls. */
  readonly seen: readonly Print[];
}

export interface Proposal {
  readonly genome: Genome;
  readonly print: Print;
  readonly tile: 'seed' | 'child' | 'wild';
  readonly origin:
    | { readonly kind: 'seed'; readonly recipe: RecipeName; readonly sampler: number; readonly seed: Seed }
    /** `parents` are places in the request's list; `withParent` in `how` is a place in `parents`. */
    | {
        readonly kind: 'bred';
        readonly parents: readonly number[];
        readonly seed: Seed;
        readonly how: readonly Step[];
        /** Achieved picture distance to the nearest parent. */
        readonly distance: number;
      };
}

export interface ProposedWall {
  readonly proposals: readonly Proposal[];
  /** Candidates painted for the gates, and how many of those the gates refused. */
  readonly judgedCount: number;
  readonly refusedCount: number;
  /** Candidates that were too like a parent, this wall or one seen before. */
  readonly twinCount: number;
}

/** Two pictures this close pass for one, whatever the target. */
const TWIN_DISTANCE = 0.02;

/**
 * Proposes the tiles of a wall in their order on it: children of the parents with wild cards among them at places drawn by
 * seed, or fresh seeds arranged so that neighbours differ. Where breeding does not find enough, wild cards fill up. The same
 * request gives the same proposals, byte for byte. Yields progress in [0, 1), every few milliseconds.
 */
export const proposeWall = (paint: Paint, request: WallRequest): Generator<number, ProposedWall> =>
  withRisingProgress(propose(paint, request));

function* propose(paint: Paint, request: WallRequest): Generator<number, ProposedWall> {
  const { parents, count, distance, seen } = request;
  const random = createRandom(request.seed);
  const breedingSeed = random.seed();
  const sowingSeed = random.seed();
  const hasParents = parents.length > 0;
  const childCount = hasParents ? Math.max(0, count - request.wildCount) : 0;
  const twinLimit = Math.min(TWIN_DISTANCE, distance / 3);
  // Children cost about twice what fresh seeds do.
  const bredShare = childCount === 0 ? 0 : childCount / (childCount + (count - childCount) / 2);

  const parentPrints: Print[] = [];
  for (const parent of parents) {
    parentPrints.push(printOf(paint, parent));
    yield 0;
  }
  const bred = yield* withinProgress(
    0,
    bredShare,
    breedWall(paint, { ...request, seed: breedingSeed, count: childCount, parentPrints, twinLimit }),
  );
  const sown = yield* withinProgress(
    bredShare,
    1,
    sowSeeds(paint, {
      seed: sowingSeed,
      count: count - bred.proposals.length,
      tile: hasParents ? 'wild' : 'seed',
      wall: [...parentPrints, ...bred.proposals.map(({ print }) => print)],
      seen,
      twinLimit,
    }),
  );

  const proposals = [...bred.proposals, ...sown.proposals];
  return {
    proposals: hasParents ? random.shuffle(proposals) : arranged(proposals, random),
    judgedCount: bred.judgedCount + sown.judgedCount,
    refusedCount: bred.refusedCount + sown.refusedCount,
    twinCount: bred.twinCount + sown.twinCount,
  };
}

const arranged = (proposals: readonly Proposal[], random: Random) =>
  arrangeTiles(
    proposals.map(({ genome }) => traitsOf(genome)),
    random.seed(),
  ).map((place) => proposals[place]!);
