import type { Paint } from '#core/cppn/paint.ts';
import { type PoolRequest, proposePool } from '#core/evolution/propose-pool.ts';
import type { Proposal } from '#core/evolution/propose-wall.ts';
import { withinProgress } from '#core/evolution/run-to-end.ts';
import { createRandom } from '#core/math/random.ts';
import { type ChosenTile, chooseTiles } from './choose-tiles.ts';
import { type Critic, guessStars, scorePicture } from './critic.ts';
import type { Guess } from './guess.ts';
import { criticView, measurePicture, type Statistics } from './measure-picture.ts';

export interface SteerRequest extends Omit<PoolRequest, 'childCount' | 'freshCount'> {
  readonly critic: Critic;
  /** 15 for a wall. */
  readonly count: number;
  /** Of `count`, how many are wild cards, and how many the critic is least sure of. */
  readonly wildCount: number;
  readonly unsureCount: number;
}

export interface SteeredTile extends Omit<Proposal, 'tile'> {
  readonly tile: ChosenTile['tile'];
  readonly statistics: Statistics;
  readonly guess: Guess;
}

export interface SteeredWall {
  /** In their order on the wall. */
  readonly tiles: readonly SteeredTile[];
  readonly judgedCount: number;
  readonly refusedCount: number;
  readonly twinCount: number;
}

/** More gains nothing: beyond four the critic's error is the limit, not the supply. */
const CANDIDATES_PER_TILE = 4;
/** Of the candidates: for wild cards, and to stand in where parents breed poorly. */
const FRESH_SHARE = 0.2;
const FINDING_SHARE = 0.85;

/**
 * The next wall by one person's taste: children of the parents, four a tile, of which the critic chooses, and fresh seeds for wild
 * cards, all past the gates; see `chooseTiles`. The same request gives the same wall. Yields progress in [0, 1).
 */
export function* steerWall(paint: Paint, request: SteerRequest): Generator<number, SteeredWall> {
  const { critic, count, wildCount, unsureCount, ...pool } = request;
  const random = createRandom(request.seed);
  const wanted = CANDIDATES_PER_TILE * count;
  const freshCount = Math.min(wanted, Math.max(wildCount, Math.round(FRESH_SHARE * wanted)));
  const { proposals, ...counts } = yield* withinProgress(
    0,
    FINDING_SHARE,
    proposePool(paint, { ...pool, seed: random.seed(), childCount: wanted - freshCount, freshCount }),
  );
  const measured: (Omit<SteeredTile, 'tile'> & { score: number; isFresh: boolean })[] = [];
  for (const { tile, ...proposal } of proposals) {
    const from = FINDING_SHARE + ((1 - FINDING_SHARE) * measured.length) / proposals.length;
    const pixels = yield* withinProgress(from, from, paint(proposal.genome, criticView));
    const statistics = measurePicture(pixels);
    measured.push({
      ...proposal,
      statistics,
      guess: guessStars(critic, statistics),
      score: scorePicture(critic, statistics),
      isFresh: tile !== 'child',
    });
  }
  const chosen = chooseTiles(
    measured.map(({ print, score, guess, isFresh }) => ({ print, score, doubt: guess.doubt, isFresh })),
    { count, wildCount, unsureCount, seed: random.seed() },
  );
  return {
    ...counts,
    tiles: chosen.map(({ index, tile }) => {
      const { score: _score, isFresh: _isFresh, ...proposal } = measured[index]!;
      return { ...proposal, tile };
    }),
  };
}
