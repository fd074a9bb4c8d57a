// Rows of a PNG's picture data, filtered and packed, that know nothing of the rows around them.
import type { Pixels } from '#core/cppn/pixels.ts';
import { deflatePart, type PackedPart } from './deflate.ts';

export interface PackedStrip extends PackedPart {
  readonly widthPx: number;
  readonly heightPx: number;
}

/** What was packed: each row has its filter's number and three bytes a pixel. */
export const unpackedBytes = ({ widthPx, heightPx }: Pick<Pixels, 'widthPx' | 'heightPx'>): number =>
  (widthPx * 3 + 1) * heightPx;

/** As RGB; alpha is left out. */
export function packStrip(pixels: Pixels): PackedStrip {
  const { widthPx, heightPx } = pixels;
  return { widthPx, heightPx, ...deflatePart(filterRows(pixels)) };
}

/**
 * Each row as its filter's number and its RGB differences to the pixel on the left (filter 1, Sub): of the five filters it packed
 * dithered pictures of the recipes best, or within 7 % of the best. It asks no other row.
 */
function filterRows(pixels: Pixels): Uint8Array {
  const { widthPx, heightPx, data } = pixels;
  const bytes = new Uint8Array(unpackedBytes(pixels));
  let to = 0;
  let from = 0;
  for (let y = 0; y < heightPx; y++) {
    bytes[to++] = 1;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let x = 0; x < widthPx; x++, from += 4) {
      bytes[to++] = data[from]! - red;
      bytes[to++] = data[from + 1]! - green;
      bytes[to++] = data[from + 2]! - blue;
      red = data[from]!;
      green = data[from + 1]!;
      blue = data[from + 2]!;
    }
  }
  return bytes;
}
