import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { oklabOfPixels } from '#core/math/color.ts';
import { runToEnd } from './run-to-end.ts';

/** A 24 x 24 render in OKLab, [576, 3]: what two pictures are compared by. */
export type Print = Float32Array<ArrayBuffer>;

export const PRINT_SIDE_PX = 24;

const size = { widthPx: PRINT_SIDE_PX, heightPx: PRINT_SIDE_PX };
const request = {
  size,
  region: wholeRegion(size),
  view: wholeView,
  samples: 1,
  grain: 'pixel',
  dither: false,
} as const;

/** Paints the whole view at 24 x 24 px, one sample a pixel, with neither grain, steps, lines nor dither. */
export function printOf(paint: Paint, genome: Genome): Print {
  return oklabOfPixels(runToEnd(paint(withoutTexture(genome), request)).data);
}

/** Root mean square over pixels of the Euclidean OKLab difference: 0 for equal pictures, about .3 for strangers. */
export function pictureDistance(a: Print, b: Print): number {
  return Math.sqrt((squaresUpTo(a, b, Number.POSITIVE_INFINITY) * 3) / a.length);
}

/** Whether the distance of two prints is below `limit`; stops looking as soon as it cannot be. */
export function isCloser(a: Print, b: Print, limit: number): boolean {
  const most = (limit * limit * a.length) / 3;
  return squaresUpTo(a, b, most) < most;
}

/** The same form and palette with grain, steps and lines off. Relief stays. */
export function withoutTexture(genome: Genome): Genome {
  const { coloring } = genome;
  if (coloring.kind !== 'palette') return genome;
  const finish = { relief: coloring.finish.relief, grain: 0, steps: 0, edge: 0, lines: 0 };
  return { ...genome, coloring: { ...coloring, finish } };
}

function squaresUpTo(a: Print, b: Print, most: number): number {
  let sum = 0;
  for (let i = 0; i < a.length && sum < most; i++) {
    const difference = a[i]! - b[i]!;
    sum += difference * difference;
  }
  return sum;
}
