import type { Pixels } from '#core/cppn/pixels.ts';
import { oklabOfPixels } from '#core/math/color.ts';

/** The side of the render that the critic sees. */
export const SIDE_PX = 32;
const COUNT = SIDE_PX * SIDE_PX;

/** OKLab and chroma of a 32 x 32 picture, [1024] each, rows from the top. */
export interface PicturePlanes {
  readonly l: Float64Array;
  readonly a: Float64Array;
  readonly b: Float64Array;
  readonly c: Float64Array;
}

/** Throws RangeError for any other size: statistics of scale and edges would mean something else. */
export function planesOf({ widthPx, heightPx, data }: Pixels): PicturePlanes {
  if (widthPx !== SIDE_PX || heightPx !== SIDE_PX) {
    throw new RangeError(
      `Statistics are of ${SIDE_PX} x ${SIDE_PX} pixels, got a picture of ${widthPx} x ${heightPx}.`,
    );
  }
  const lab = oklabOfPixels(data);
  const plane = (channel: number) => Float64Array.from({ length: COUNT }, (_, i) => lab[i * 3 + channel]!);
  const [l, a, b] = [plane(0), plane(1), plane(2)];
  return { l, a, b, c: Float64Array.from(a, (value, i) => Math.sqrt(value * value + b[i]! * b[i]!)) };
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Mean square about the mean. */
export function varianceOf(values: Float64Array): number {
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) * (value - mean);
  return sum / values.length;
}
