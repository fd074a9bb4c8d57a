import type { Seed } from '#core/math/random.ts';
import type { RecipeName } from './recipes.ts';

export interface HouseSeed {
  readonly recipe: RecipeName;
  readonly seed: Seed;
  /** The palette it draws, so that a wall can be arranged before any genome is sampled. */
  readonly palette: string;
}

/** By sampler 1, chosen by eye on contact sheets: sixty pictures for the first wall. */
const chosen: Partial<Record<RecipeName, readonly (readonly [seed: Seed, palette: string])[]>> = {
  orchard: [
    [3, 'Persimmon'],
    [4, 'Squid ink'],
    [7, 'Halva'],
    [9, 'Saffron'],
    [16, 'Saffron'],
    [17, 'Miso'],
    [18, 'Persimmon'],
    [20, 'Blood orange'],
    [21, 'Quince'],
    [22, 'Miso'],
    [23, 'Squid ink'],
    [28, 'Blood orange'],
    [36, 'Shellfish'],
    [37, 'Shellfish'],
    [38, 'Beetroot'],
    [39, 'Quince'],
  ],
  fold: [
    [5, 'Verbena'],
    [9, 'Blood orange'],
    [14, 'Saffron'],
    [15, 'Persimmon'],
    [16, 'Verbena'],
    [20, 'Shellfish'],
    [24, 'Squid ink'],
    [28, 'Oyster'],
    [30, 'Saffron'],
    [31, 'Blood orange'],
    [33, 'Persimmon'],
    [36, 'Oyster'],
  ],
  'cut-paper': [
    [2, 'Celadon'],
    [6, 'Blueberry milk'],
    [9, 'Oyster'],
    [10, 'Saffron'],
    [19, 'Persimmon'],
    [32, 'Saffron'],
    [36, 'Verbena'],
    [40, 'Halva'],
  ],
  strata: [
    [3, 'Oyster'],
    [8, 'Blood orange'],
    [10, 'Halva'],
    [15, 'Persimmon'],
    [21, 'Saffron'],
    [25, 'Miso'],
    [37, 'Celadon'],
    [39, 'Blueberry milk'],
  ],
  linocut: [
    [13, 'Verbena'],
    [16, 'Miso'],
    [21, 'Saffron'],
    [22, 'Squid ink'],
  ],
  porcelain: [
    [3, 'Miso'],
    [7, 'Rhubarb'],
    [16, 'Celadon'],
    [27, 'Squid ink'],
  ],
  silk: [
    [20, 'Oyster'],
    [26, 'Fig'],
    [30, 'Miso'],
    [33, 'Celadon'],
  ],
  contour: [
    [11, 'Blood orange'],
    [13, 'Verbena'],
    [25, 'Quince'],
    [37, 'Fig'],
  ],
};

export const houseSeeds: readonly HouseSeed[] = Object.entries(chosen).flatMap(([recipe, seeds]) =>
  seeds.map(([seed, palette]) => ({ recipe: recipe as RecipeName, seed, palette })),
);
