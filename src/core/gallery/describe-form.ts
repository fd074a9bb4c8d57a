// What there is to say about a picture, as numbers. The words are `altTextFor` and `titleFor`.
import type { Pixels } from '#core/cppn/pixels.ts';
import { oklabOfPixels } from '#core/math/color.ts';
import { clusterColors, type NamedColor } from './color-clusters.ts';
import { findBlobs } from './find-blobs.ts';
import type { Blob } from './measure-blob.ts';

export interface PictureForm {
  /** Forms that stand out, the most salient first. */
  readonly blobs: readonly Blob[];
  /** Correlation of lightness with its mirror image, left to right or upside down, whichever is more, [-1, 1]. */
  readonly mirrorCorrelation: number;
  /** Share of inner pixels where luminance steps by more than .12 a 48th of the picture, [0, 1]. */
  readonly edgeShare: number;
  /** Where the picture differs most from its own mean, picture coordinates, [-1, 1], y down. */
  readonly weight: readonly [x: number, y: number];
  readonly lightnessMean: number;
  readonly lightnessDeviation: number;
  /** Largest first; `shareOfMask` is of the first blob. */
  readonly colors: readonly NamedColor[];
}

const EDGE = 0.12;

/**
 * Measures a square picture of the whole view: 48 or 64 px, 2 x 2 samples, lines and grain off.
 * Throws RangeError when it is not square, or smaller than 16 px.
 */
export function describeForm({ widthPx, heightPx, data }: Pixels): PictureForm {
  if (widthPx !== heightPx || widthPx < 16) {
    throw new RangeError(`describeForm expects a square of 16 px or more, got ${widthPx} x ${heightPx} px.`);
  }
  // Half the size is enough for everything but edges, at a quarter of the work.
  const isHalved = widthPx >= 48 && widthPx % 2 === 0;
  const side = isHalved ? widthPx / 2 : widthPx;
  const lab = isHalved ? halved(oklabOfPixels(data), side) : oklabOfPixels(data);
  const lightness = Float32Array.from({ length: side * side }, (_, i) => lab[i * 3]!);
  const { mean, deviation } = moments(lightness);
  const blobs = findBlobs(lab, side);
  return {
    blobs,
    mirrorCorrelation: Math.max(
      mirrorCorrelation(side, deviation, (x, y) => lightness[y * side + x]!),
      mirrorCorrelation(side, deviation, (x, y) => lightness[x * side + y]!),
    ),
    edgeShare: edgeShare(data, widthPx),
    weight: weightOf(lab, side),
    lightnessMean: mean,
    lightnessDeviation: deviation,
    colors: clusterColors(lab, blobs[0]?.mask ?? new Uint8Array(lightness.length)),
  };
}

function moments(values: Float32Array): { mean: number; deviation: number } {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) * (value - mean);
  return { mean, deviation: Math.sqrt(squares / values.length) };
}

/** [side * side, 3], means of 2 x 2. */
function halved(lab: Float32Array, side: number): Float32Array {
  const wide = side * 2;
  return Float32Array.from({ length: side * side * 3 }, (_, i) => {
    const pixel = Math.floor(i / 3);
    const from = (Math.floor(pixel / side) * 2 * wide + (pixel % side) * 2) * 3 + (i % 3);
    return (lab[from]! + lab[from + 3]! + lab[from + wide * 3]! + lab[from + wide * 3 + 3]!) / 4;
  });
}

/**
 * Of each row with itself reversed, over what varies along rows: a sunset is no mirror image.
 * 0 when less than a fifth of the variance does.
 */
function mirrorCorrelation(side: number, deviation: number, at: (x: number, y: number) => number): number {
  let product = 0;
  let squares = 0;
  for (let y = 0; y < side; y++) {
    let mean = 0;
    for (let x = 0; x < side; x++) mean += at(x, y) / side;
    for (let x = 0; x < side; x++) {
      const here = at(x, y) - mean;
      product += here * (at(side - 1 - x, y) - mean);
      squares += here * here;
    }
  }
  const variance = deviation * deviation * side * side;
  return deviation < 1e-3 || squares < 0.2 * variance ? 0 : product / squares;
}

function edgeShare(data: Uint8ClampedArray, side: number): number {
  const luminance = (at: number) =>
    (0.2126 * data[at * 4]! + 0.7152 * data[at * 4 + 1]! + 0.0722 * data[at * 4 + 2]!) / 255;
  // Finer pixels step less.
  const limit = (EDGE * 48) / side;
  let count = 0;
  for (let y = 1; y < side - 1; y++) {
    for (let x = 1; x < side - 1; x++) {
      const at = y * side + x;
      const dx = luminance(at + 1) - luminance(at - 1);
      const dy = luminance(at + side) - luminance(at - side);
      if (Math.sqrt(dx * dx + dy * dy) > limit) count++;
    }
  }
  return count / ((side - 2) * (side - 2));
}

/** Centroid of each pixel's OKLab distance from the picture's mean. */
function weightOf(lab: Float32Array, side: number): readonly [number, number] {
  const count = side * side;
  const mean = [0, 0, 0];
  for (let i = 0; i < lab.length; i++) mean[i % 3]! += lab[i]! / count;
  let total = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < count; i++) {
    const l = lab[i * 3]! - mean[0]!;
    const a = lab[i * 3 + 1]! - mean[1]!;
    const b = lab[i * 3 + 2]! - mean[2]!;
    const distance = Math.sqrt(l * l + a * a + b * b);
    total += distance;
    x += distance * ((((i % side) + 0.5) / side) * 2 - 1);
    y += distance * (((Math.floor(i / side) + 0.5) / side) * 2 - 1);
  }
  return total < count * 1e-4 ? [0, 0] : [x / total, y / total];
}
