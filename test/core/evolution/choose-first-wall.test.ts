import { describe, expect, it } from 'vitest';
import { houseSeeds as house } from '#core/cppn/house-seeds.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { countClashes, traitsOf } from '#core/evolution/arrange-tiles.ts';
import { chooseFirstWall } from '#core/evolution/choose-first-wall.ts';

describe('chooseFirstWall', () => {
  it('takes fifteen different seeds in the mix of the first wall', () => {
    const wall = chooseFirstWall(1, house);
    const counts = recipeNames.map((name) => wall.filter(({ recipe }) => recipe === name).length);
    expect(Object.fromEntries(recipeNames.map((name, i) => [name, counts[i]]))).toEqual({
      orchard: 4,
      fold: 3,
      'cut-paper': 2,
      linocut: 1,
      strata: 2,
      porcelain: 1,
      silk: 1,
      contour: 1,
      pastel: 0,
      petal: 0,
    });
    expect(new Set(wall.map(({ recipe, seed }) => `${recipe} ${seed}`)).size).toBe(15);
    for (const { recipe, seed, genome } of wall) expect(genome).toEqual(sampleGenome(recipe, seed));
  });

  it('puts no two of a palette family or a finish side by side', () => {
    for (let seed = 0; seed < 6; seed++) {
      expect(countClashes(chooseFirstWall(seed, house).map(({ genome }) => traitsOf(genome)))).toBe(0);
    }
  });

  it('gives the same wall for the same seed, and another for another', () => {
    expect(chooseFirstWall(3, house)).toEqual(chooseFirstWall(3, house));
    expect(chooseFirstWall(3, house)).not.toEqual(chooseFirstWall(4, house));
  });

  it('fills up from other recipes when one runs short, and refuses fewer than fifteen', () => {
    const few = house.filter(({ recipe }) => recipe === 'silk' || recipe === 'fold');
    expect(chooseFirstWall(1, few)).toHaveLength(15);
    expect(() => chooseFirstWall(1, few.slice(0, 14))).toThrow(RangeError);
  });
});
