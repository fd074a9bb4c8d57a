import type { Statistics } from './measure-picture.ts';

/** One rated picture. `weight` 1 is a whole judgement; what was rated after seeing the guess counts less. */
export interface RatingExample {
  readonly statistics: Statistics;
  /** 1 to 5. */
  readonly stars: number;
  readonly weight: number;
}

/** Pictures chosen among others: a pair, or the picks of a wall. */
export interface PickExample {
  /** `share` sums to 1 over the rows: 1 for the chosen one, or a part each; 0 for the rest. */
  readonly rows: readonly { readonly statistics: Statistics; readonly share: number }[];
  readonly weight: number;
}

/** What a critic learns from, in the order it was said. */
export interface Examples {
  readonly ratings: readonly RatingExample[];
  readonly picks: readonly PickExample[];
}
