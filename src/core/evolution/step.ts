import type { Seed } from '#core/math/random.ts';

/** What was done to a genome between its parents and itself, in order. */
export type Step =
  /** Weights, biases and, unless `changed` is 'form', palette moved along a random direction; `length` has three significant digits. */
  | { readonly kind: 'moved'; readonly seed: Seed; readonly length: number; readonly changed: Changed }
  /**
   * A share of neurons (networks of one shape) and of the palette came from another parent: its place among the parents,
   * of which the first, 0, is the one crossed into.
   */
  | {
      readonly kind: 'crossed';
      readonly seed: Seed;
      readonly withParent: number;
      readonly share: number;
      readonly changed: Changed;
    };

/** What breeding may change. */
export type Changed = 'everything' | 'form' | 'color';
