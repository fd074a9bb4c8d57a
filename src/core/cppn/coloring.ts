import type { Palette } from './palette.ts';

/** What lies over the color; amounts, 0 = off. */
export interface Finish {
  /** [0, 2] */
  readonly relief: number;
  /** [0, 0.5] */
  readonly grain: number;
  /** Whole number of flat steps, 0 or 2 to 32, with a dark inner edge of `edge`, [0, 0.5]. */
  readonly steps: number;
  readonly edge: number;
  /** Whole number of contour lines, 0 to 64. */
  readonly lines: number;
}

/** How outputs become color. */
export type Coloring =
  | {
      readonly kind: 'palette'; // outputs: form, light, color
      readonly palette: Palette;
      readonly position: 'tanh' | 'sine';
      /** (0, 10] */
      readonly gain: number;
      /** [0, 1] */
      readonly shade: number;
      /** [0, 1] */
      readonly chroma: number;
      readonly finish: Finish;
    }
  | { readonly kind: 'rgb' }
  | { readonly kind: 'oklch' }
  | { readonly kind: 'hsv' }
  | { readonly kind: 'ink' };

/** How many outputs each coloring takes. */
export const outputCounts: Record<Coloring['kind'], number> = {
  palette: 3,
  rgb: 3,
  oklch: 3,
  hsv: 3,
  ink: 1,
};

export const noFinish: Finish = { relief: 0, grain: 0, steps: 0, edge: 0, lines: 0 };
