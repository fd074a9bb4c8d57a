import type { Genome } from '#core/cppn/genome.ts';
import type { HouseSeed } from '#core/cppn/house-seeds.ts';
import { type RecipeName, recipes } from '#core/cppn/recipes.ts';
import { SAMPLER, sampleGenome } from '#core/cppn/sample-genome.ts';
import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { arrangeTiles, countClashes, finishFamily, type Traits } from './arrange-tiles.ts';

export interface FirstTile extends HouseSeed {
  readonly sampler: number;
  readonly genome: Genome;
}

const TILE_COUNT = 15;
const DRAWS = 8;

/** Pastel and petal are left to later walls. */
const laterRecipes: ReadonlySet<RecipeName> = new Set(['pastel', 'petal']);

/**
 * Chooses the fifteen tiles of the very first wall from seeds that were chosen by eye, in the mix of their recipes' shares, and
 * arranges them: no two neighbours share a palette family or a finish, or as few as eight draws allow.
 * Throws RangeError for fewer than fifteen seeds.
 */
export function chooseFirstWall(seed: Seed, houseSeeds: readonly HouseSeed[]): FirstTile[] {
  if (houseSeeds.length < TILE_COUNT) {
    throw new RangeError(`A first wall needs ${TILE_COUNT} house seeds, got ${houseSeeds.length}.`);
  }
  const random = createRandom(seed);
  let best: HouseSeed[] = [];
  let fewest = Number.POSITIVE_INFINITY;
  for (let draw = 0; draw < DRAWS && fewest > 0; draw++) {
    const drawn = drawByShares(houseSeeds, random).map((place) => houseSeeds[place]!);
    const wall = arrangeTiles(drawn.map(traitsOfHouse), random.seed()).map((place) => drawn[place]!);
    const clashes = countClashes(wall.map(traitsOfHouse));
    if (clashes < fewest) {
      fewest = clashes;
      best = wall;
    }
  }
  return best.map((house) => ({
    ...house,
    sampler: SAMPLER,
    genome: sampleGenome(house.recipe, house.seed),
  }));
}

const traitsOfHouse = ({ recipe, palette }: HouseSeed): Traits => ({
  palette,
  finish: finishFamily(recipes[recipe].finish),
});

/** Places of as many of each recipe as its share says; what is then missing comes from the others. */
function drawByShares(houseSeeds: readonly HouseSeed[], random: Random): number[] {
  const left = new Map<RecipeName, number>();
  const drawn: number[] = [];
  const rest: number[] = [];
  for (const place of random.shuffle(houseSeeds.map((_, i) => i))) {
    const { recipe } = houseSeeds[place]!;
    const due = left.get(recipe) ?? (laterRecipes.has(recipe) ? 0 : recipes[recipe].share);
    left.set(recipe, due - 1);
    (due > 0 ? drawn : rest).push(place);
  }
  return [...drawn, ...rest].slice(0, TILE_COUNT);
}
