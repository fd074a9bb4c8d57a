// The gates every new picture passes before it is shown: measured on its form, with lines, steps and grain off.
import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { log } from '#core/math/elementary.ts';
import { withoutTexture } from './picture-distance.ts';
import { runToEnd } from './run-to-end.ts';

export const gateReasons = [
  'flat',
  'blots',
  'noise',
  'blank',
  'tangle',
  'too-dark',
  'too-light',
  'few-colors',
] as const;

export type GateReason = (typeof gateReasons)[number];

/** Of Y, the 8-bit values weighed as relative luminance, [0, 1]. */
export interface GateMeasures {
  readonly mean: number;
  readonly deviation: number;
  /** Mean |4 Y - its four neighbours| of inner pixels. */
  readonly roughness: number;
  /** Share of inner pixels where hypot(right - left, below - above) is over .12. */
  readonly edgeShare: number;
  /** Entropy over 512 color bins, [0, 9]. */
  readonly colorBits: number;
}

export interface Verdict {
  /** Why it should not be shown, in the order of `gateReasons`; empty when it passes. */
  readonly reasons: readonly GateReason[];
  readonly measures: GateMeasures;
}

const SIDE_PX = 48;
const size = { widthPx: SIDE_PX, heightPx: SIDE_PX };
const request = {
  size,
  region: wholeRegion(size),
  view: wholeView,
  samples: 2,
  grain: 'pixel',
  dither: false,
} as const;

/** Judges a 48 x 48 px render, 2 x 2 samples a pixel. */
export const judgePicture = (paint: Paint, genome: Genome): Verdict => runToEnd(judgeInSlices(paint, genome));

/** As `judgePicture`; yields progress in [0, 1) every few milliseconds. */
export function* judgeInSlices(paint: Paint, genome: Genome): Generator<number, Verdict> {
  const { data } = yield* paint(withoutTexture(genome), request);
  const measures = measure(data, SIDE_PX);
  return { reasons: gateReasons.filter((reason) => isRefused[reason](measures)), measures };
}

const isRefused: Record<GateReason, (measures: GateMeasures) => boolean> = {
  flat: ({ deviation }) => deviation < 0.09,
  blots: ({ deviation }) => deviation > 0.36,
  noise: ({ roughness }) => roughness > 0.11,
  blank: ({ edgeShare }) => edgeShare < 0.08,
  tangle: ({ edgeShare }) => edgeShare > 0.72,
  'too-dark': ({ mean }) => mean < 0.05,
  'too-light': ({ mean }) => mean > 0.9,
  'few-colors': ({ colorBits }) => colorBits < 1.9,
};

/** `data` is RGBA of a square, `side` pixels a side. */
function measure(data: Uint8ClampedArray, side: number): GateMeasures {
  const count = side * side;
  const luminance = new Float64Array(count);
  const bins = new Uint32Array(512);
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const r = data[i * 4]!;
    const g = data[i * 4 + 1]!;
    const b = data[i * 4 + 2]!;
    luminance[i] = (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
    sum += luminance[i]!;
    bins[((r >> 5) << 6) | ((g >> 5) << 3) | (b >> 5)]!++;
  }
  const mean = sum / count;
  let squares = 0;
  for (const y of luminance) squares += (y - mean) * (y - mean);

  let roughness = 0;
  let edgeCount = 0;
  for (let row = 1; row < side - 1; row++) {
    for (let column = 1; column < side - 1; column++) {
      const at = row * side + column;
      const left = luminance[at - 1]!;
      const right = luminance[at + 1]!;
      const above = luminance[at - side]!;
      const below = luminance[at + side]!;
      roughness += Math.abs(4 * luminance[at]! - left - right - above - below);
      const dx = right - left;
      const dy = below - above;
      if (Math.sqrt(dx * dx + dy * dy) > 0.12) edgeCount++;
    }
  }
  const innerCount = (side - 2) * (side - 2);

  let colorBits = 0;
  for (const bin of bins) if (bin > 0) colorBits -= ((bin / count) * log(bin / count)) / Math.LN2;
  return {
    mean,
    deviation: Math.sqrt(squares / count),
    roughness: roughness / innerCount,
    edgeShare: edgeCount / innerCount,
    colorBits,
  };
}
