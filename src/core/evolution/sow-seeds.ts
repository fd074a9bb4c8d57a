import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { type RecipeName, recipeNames, recipes } from '#core/cppn/recipes.ts';
import { SAMPLER, sampleGenome } from '#core/cppn/sample-genome.ts';
import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { type FinishFamily, finishFamily } from './arrange-tiles.ts';
import { judgeInSlices } from './gates.ts';
import { isCloser, type Print, printOf } from './picture-distance.ts';
import type { Proposal } from './propose-wall.ts';
import { withinProgress } from './run-to-end.ts';

export interface SowRequest {
  readonly seed: Seed;
  readonly count: number;
  readonly tile: 'seed' | 'wild';
  /** Fresh seeds keep .05 away from these and from one another. */
  readonly wall: readonly Print[];
  /** And `twinLimit` away from these. */
  readonly seen: readonly Print[];
  readonly twinLimit: number;
}

export interface Sown {
  readonly proposals: readonly Proposal[];
  readonly judgedCount: number;
  readonly refusedCount: number;
  readonly twinCount: number;
}

/** Fresh seeds keep at least this picture distance from everything on the wall. */
const SEED_DISTANCE = 0.05;
const TRIES_PER_RECIPE = 12;
const TRIES_PER_TILE = 60;

/**
 * Draws fresh seeds that pass the gates. Recipes are dealt by their shares, as from a pack, so that a wall holds the mix.
 * Gives fewer than `count` only when sixty in a row were refused. Yields progress in [0, 1).
 */
export function* sowSeeds(paint: Paint, request: SowRequest): Generator<number, Sown> {
  const { count, tile, wall, seen, twinLimit } = request;
  const random = createRandom(request.seed);
  const proposals: Proposal[] = [];
  let judgedCount = 0;
  let refusedCount = 0;
  let twinCount = 0;
  const deck = dealRecipes(random, count);

  for (let place = 0; place < count; place++) {
    let recipe = deck[place]!;
    for (let tries = 0; tries < TRIES_PER_TILE; tries++) {
      if (tries > 0 && tries % TRIES_PER_RECIPE === 0) recipe = dealRecipes(random, 1)[0]!;
      const seed = random.seed();
      const genome: Genome = sampleGenome(recipe, seed);
      const verdict = yield* withinProgress(place / count, (place + 1) / count, judgeInSlices(paint, genome));
      judgedCount++;
      if (verdict.reasons.length > 0) {
        refusedCount++;
        continue;
      }
      const print = printOf(paint, genome);
      const isTwin =
        wall.some((other) => isCloser(print, other, SEED_DISTANCE)) ||
        proposals.some((other) => isCloser(print, other.print, SEED_DISTANCE)) ||
        seen.some((other) => isCloser(print, other, twinLimit));
      if (isTwin) {
        twinCount++;
        continue;
      }
      proposals.push({ genome, print, tile, origin: { kind: 'seed', recipe, sampler: SAMPLER, seed } });
      break;
    }
  }
  return { proposals, judgedCount, refusedCount, twinCount };
}

/**
 * `count` recipes from a shuffled pack that holds each as often as its share says; another pack when one is used up. Half of
 * them at most, rounded up, share a finish, so that a wall can be laid out without two of a kind side by side.
 */
function dealRecipes(random: Random, count: number): RecipeName[] {
  const pack = recipeNames.flatMap((name) => Array.from({ length: recipes[name].share }, () => name));
  const most = Math.ceil(count / 2);
  const dealt: RecipeName[] = [];
  const counts = new Map<FinishFamily, number>();
  while (dealt.length < count) {
    for (const name of random.shuffle(pack)) {
      const family = finishFamily(recipes[name].finish);
      const known = counts.get(family) ?? 0;
      if (dealt.length === count || known === most) continue;
      counts.set(family, known + 1);
      dealt.push(name);
    }
  }
  return dealt;
}
