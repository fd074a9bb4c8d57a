import { exp } from '#core/math/elementary.ts';

/** What the critic expects a person to give a picture. */
export interface Guess {
  /** [1, 5] */
  readonly stars: number;
  /** Standard deviation, in stars. */
  readonly doubt: number;
}

/** The chance, [0, 1], that a rating lies within one star of the guess; a rating is a whole number from 1 to 5. */
export function chanceWithinOneStar({ stars, doubt }: Guess): number {
  let chance = 0;
  for (let given = 1; given <= 5; given++) {
    if (Math.abs(given - stars) > 1) continue;
    // Below 1 and above 5 there is nothing to give: the end takes all that lies beyond it.
    const below = given === 1 ? 0 : normalShare((given - 0.5 - stars) / doubt);
    const upTo = given === 5 ? 1 : normalShare((given + 0.5 - stars) / doubt);
    chance += upTo - below;
  }
  return chance;
}

/**
 * The share of a normal distribution below z deviations, to 1e-7.
 * Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.2.17.
 */
export function normalShare(z: number): number {
  const a = Math.abs(z);
  const t = 1 / (1 + 0.2316419 * a);
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (exp((-a * a) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z < 0 ? tail : 1 - tail;
}
