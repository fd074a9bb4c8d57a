import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import { breedChild, type Child } from './breed-child.ts';
import { describeLook, lookDistance } from './describe-look.ts';
import { type GateReason, judgeInSlices } from './gates.ts';
import { isCloser, type Print, pictureDistance } from './picture-distance.ts';
import type { Proposal } from './propose-wall.ts';
import { withinProgress } from './run-to-end.ts';
import type { Changed } from './step.ts';

export interface BreedWallRequest {
  readonly seed: Seed;
  readonly parents: readonly Genome[];
  readonly parentPrints: readonly Print[];
  readonly count: number;
  /** Target picture distance from the base parent. */
  readonly distance: number;
  readonly changed: Changed;
  readonly seen: readonly Print[];
  readonly twinLimit: number;
  /** Made for each tile still missing; absent: 4, of which the most different are chosen. */
  readonly candidatesPerTile?: number;
  /** With this many it breeds no further; absent: `count`. */
  readonly enough?: number;
}

export interface BredWall {
  /** May be fewer than asked for. */
  readonly proposals: readonly Proposal[];
  readonly judgedCount: number;
  readonly refusedCount: number;
  readonly twinCount: number;
}

interface Candidate extends Child {
  /** Places among the parents: the base, and the one crossed in, if any. */
  readonly lineage: readonly number[];
  readonly seed: Seed;
  readonly look: Float64Array;
}

const CANDIDATES_PER_TILE = 4;
const TRY_LIMIT = 3;
/** One try is nearly always enough. */
const PROGRESS_BY_TRY = [0, 0.9, 0.97, 1];
/** Kept when the achieved distance is within this share of the target. */
const DISTANCE_TOLERANCE = 0.4;
/** All else a child may have from its parent: whoever breeds from night, or from a black shape on white, wants more of it. */
const neverInherited: GateReason = 'flat';

/**
 * Makes four candidates a tile, keeps those that landed near the target and are no twins, and of them chooses the most different
 * that pass the gates, an equal number a base parent where there are enough. If more than half are refused it breeds again, with
 * the step doubled or halved: three tries in all. Yields progress in [0, 1).
 */
export function* breedWall(paint: Paint, request: BreedWallRequest): Generator<number, BredWall> {
  const { parents, parentPrints, count, twinLimit, seen } = request;
  const { candidatesPerTile = CANDIDATES_PER_TILE, enough = count } = request;
  const random = createRandom(request.seed);
  const chooser = createChooser(paint, request);
  // One tile at a time would otherwise always be led by the first parent.
  let turn = random.below(Math.max(1, parents.length));
  const paces: (number | undefined)[] = parents.map(() => undefined);
  let target = request.distance;
  let twinCount = 0;

  for (let tries = 1; tries <= TRY_LIMIT && chooser.chosen.length < enough; tries++) {
    const madeCount = candidatesPerTile * (count - chooser.chosen.length);
    const tally = { near: 0, far: 0 };
    const from = PROGRESS_BY_TRY[tries - 1]!;
    const report = (share: number) => from + share * (PROGRESS_BY_TRY[tries]! - from);

    for (let made = 0; made < madeCount; made++) {
      const base = turn % parents.length;
      const otherOffset =
        parents.length > 1 ? 1 + (Math.floor(turn / parents.length) % (parents.length - 1)) : 0;
      const other = (base + otherOffset) % parents.length;
      turn++;
      const seed = random.seed();
      const pace = paces[base];
      const child = yield* withinProgress(
        report((0.6 * made) / madeCount),
        report((0.6 * (made + 1)) / madeCount),
        breedChild(paint, {
          base: parents[base]!,
          basePrint: parentPrints[base]!,
          other: other === base ? null : { genome: parents[other]!, print: parentPrints[other]! },
          seed,
          target,
          changed: request.changed,
          ...(pace === undefined ? {} : { pace }),
        }),
      );
      const { print, distance } = child;
      if (distance < (1 - DISTANCE_TOLERANCE) * target) tally.near++;
      else if (distance > (1 + DISTANCE_TOLERANCE) * target) tally.far++;
      else if ([...parentPrints, ...seen].some((known) => isCloser(print, known, twinLimit))) {
        tally.near++;
        twinCount++;
      } else {
        if (child.pace !== null) paces[base] = pace === undefined ? child.pace : (2 * pace + child.pace) / 3;
        const isCrossed = child.how.some(({ kind }) => kind === 'crossed');
        chooser.add({
          ...child,
          lineage: isCrossed ? [base, other] : [base],
          seed,
          look: describeLook(print),
        });
      }
    }

    const isPoor = tally.near + tally.far > madeCount / 2;
    // A poor try waits for another before gates are spent on what little it gave.
    if (!isPoor || tries === TRY_LIMIT) {
      const votes = yield* withinProgress(report(0.6), report(1), chooser.choose(count));
      tally.near += votes.grow;
      tally.far += votes.shrink;
    }
    target = Math.max(0.01, Math.min(0.4, tally.near >= tally.far ? target * 2 : target / 2));
  }
  return {
    proposals: chooser.chosen.map((candidate) => toProposal(candidate, parentPrints)),
    ...chooser.counts(),
    twinCount: twinCount + chooser.counts().twinCount,
  };
}

function toProposal(
  { genome, print, lineage, seed, how }: Candidate,
  parentPrints: readonly Print[],
): Proposal {
  const distance = parentPrints.reduce(
    (least, parent) => Math.min(least, pictureDistance(parent, print)),
    Number.POSITIVE_INFINITY,
  );
  return { genome, print, tile: 'child', origin: { kind: 'bred', parents: lineage, seed, how, distance } };
}

/** Holds the candidates and the chosen; gates are spent only on those it is about to choose. */
function createChooser(paint: Paint, { parents, parentPrints, twinLimit }: BreedWallRequest) {
  const chosen: Candidate[] = [];
  const parentLooks = parentPrints.map(describeLook);
  const chosenCounts = parents.map(() => 0);
  const parentReasons: (readonly GateReason[] | undefined)[] = parents.map(() => undefined);
  let pool: { readonly candidate: Candidate; nearest: number }[] = [];
  let judgedCount = 0;
  let refusedCount = 0;
  let twinCount = 0;

  const nearestOf = ({ look }: Candidate) =>
    [...parentLooks, ...chosen.map((other) => other.look)].reduce(
      (least, other) => Math.min(least, lookDistance(look, other)),
      Number.POSITIVE_INFINITY,
    );

  /** The most different candidate of the base parents that lead the fewest children so far. */
  const takeNext = (): Candidate => {
    const fewest = Math.min(...pool.map(({ candidate }) => chosenCounts[candidate.lineage[0]!]!));
    const eligible = pool.filter(({ candidate }) => chosenCounts[candidate.lineage[0]!] === fewest);
    const next = eligible.reduce((a, b) => (b.nearest > a.nearest ? b : a));
    pool = pool.filter((entry) => entry !== next);
    return next.candidate;
  };

  function* choose(count: number): Generator<number, { grow: number; shrink: number }> {
    const votes = { grow: 0, shrink: 0 };
    while (chosen.length < count && pool.length > 0) {
      const candidate = takeNext();
      if (chosen.some(({ print }) => isCloser(print, candidate.print, twinLimit))) {
        twinCount++;
        votes.grow++;
        continue;
      }
      const progress = chosen.length / count;
      const { reasons } = yield* withinProgress(
        progress,
        progress + 1 / count,
        judgeInSlices(paint, candidate.genome),
      );
      judgedCount++;
      const base = candidate.lineage[0]!;
      if (reasons.length > 0) {
        parentReasons[base] ??= (yield* withinProgress(
          progress,
          progress,
          judgeInSlices(paint, parents[base]!),
        )).reasons;
        const inherited = parentReasons[base];
        if (!reasons.every((reason) => reason !== neverInherited && inherited.includes(reason))) {
          refusedCount++;
          // Nearer to a parent that passes, a child passes; nearer to one that does not, it does not.
          if (inherited.length > 0) votes.grow++;
          else votes.shrink++;
          continue;
        }
      }
      chosen.push(candidate);
      chosenCounts[base]!++;
      for (const entry of pool) {
        entry.nearest = Math.min(entry.nearest, lookDistance(entry.candidate.look, candidate.look));
      }
    }
    return votes;
  }

  return {
    chosen,
    choose,
    add: (candidate: Candidate) => pool.push({ candidate, nearest: nearestOf(candidate) }),
    counts: () => ({ judgedCount, refusedCount, twinCount }),
  };
}
