import type { Pixels, Size } from '#core/cppn/pixels.ts';
import { drawNumberInto, GLYPH_HEIGHT } from './digits.ts';

const GAP_PX = 12;
const DIGIT_SCALE = 3;
const LABEL_PX = GLYPH_HEIGHT * DIGIT_SCALE + 8;
const GROUND = [24, 22, 20] as const;
const INK = [226, 220, 210] as const;

export interface SheetLayout extends Size {
  readonly columnCount: number;
  readonly rowCount: number;
  /** Top left corner of a picture, counted from 0. */
  readonly place: (index: number) => { readonly xPx: number; readonly yPx: number };
}

/** Rows of square pictures, a little wider than high as screens are, with room for a number above each. */
export function layOutSheet(pictureCount: number, sizePx: number): SheetLayout {
  const columnCount = Math.min(pictureCount, Math.ceil(Math.sqrt(pictureCount * 1.4)));
  const rowCount = Math.ceil(pictureCount / columnCount);
  const pitchXPx = sizePx + GAP_PX;
  const pitchYPx = LABEL_PX + sizePx + GAP_PX;
  return {
    columnCount,
    rowCount,
    widthPx: GAP_PX + columnCount * pitchXPx,
    heightPx: GAP_PX + rowCount * pitchYPx,
    place: (index) => ({
      xPx: GAP_PX + (index % columnCount) * pitchXPx,
      yPx: GAP_PX + LABEL_PX + Math.floor(index / columnCount) * pitchYPx,
    }),
  };
}

/**
 * One picture that shows all of them, numbered from 1 in the order given.
 * Throws RangeError when there is none, or when one is not a square of `sizePx`.
 */
export function buildContactSheet(pictures: readonly Pixels[], sizePx: number): Pixels {
  if (pictures.length === 0) throw new RangeError('A contact sheet needs at least one picture, got none.');
  const { widthPx, heightPx, place } = layOutSheet(pictures.length, sizePx);
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let i = 0; i < data.length; i += 4) data.set([...GROUND, 255], i);
  const sheet: Pixels = { widthPx, heightPx, data };
  for (const [index, picture] of pictures.entries()) {
    if (picture.widthPx !== sizePx || picture.heightPx !== sizePx) {
      throw new RangeError(
        `The sheet expects pictures of ${sizePx} x ${sizePx} px, got ${picture.widthPx} x ${picture.heightPx}.`,
      );
    }
    const { xPx, yPx } = place(index);
    drawNumberInto(sheet, index + 1, { xPx, yPx: yPx - LABEL_PX + 4, scale: DIGIT_SCALE, color: INK });
    for (let row = 0; row < sizePx; row++) {
      const from = row * sizePx * 4;
      data.set(picture.data.subarray(from, from + sizePx * 4), ((yPx + row) * widthPx + xPx) * 4);
    }
  }
  return sheet;
}
