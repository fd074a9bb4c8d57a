import type { Pixels } from '#core/cppn/pixels.ts';

/** 3 x 5 dots each, rows from the top, the leftmost dot first. */
const glyphs: readonly (readonly [string, string, string, string, string])[] = [
  ['###', '#.#', '#.#', '#.#', '###'],
  ['.#.', '##.', '.#.', '.#.', '###'],
  ['##.', '..#', '.#.', '#..', '###'],
  ['##.', '..#', '.#.', '..#', '##.'],
  ['#.#', '#.#', '###', '..#', '..#'],
  ['###', '#..', '##.', '..#', '##.'],
  ['.##', '#..', '###', '#.#', '###'],
  ['###', '..#', '.#.', '.#.', '.#.'],
  ['###', '#.#', '###', '#.#', '###'],
  ['###', '#.#', '###', '..#', '##.'],
];

export const GLYPH_HEIGHT = 5;
const GLYPH_PITCH = 4;

export interface NumberPlace {
  readonly xPx: number;
  readonly yPx: number;
  /** Pixels a dot. */
  readonly scale: number;
  readonly color: readonly [red: number, green: number, blue: number];
}

/** Writes a whole number into `picture`, its top left dot at the place given; dots outside the picture are left out. */
export function drawNumberInto(
  picture: Pixels,
  value: number,
  { xPx, yPx, scale, color }: NumberPlace,
): void {
  for (const [position, digit] of [...String(value)].entries()) {
    for (const [row, dots] of glyphs[Number(digit)]!.entries()) {
      for (let column = 0; column < dots.length; column++) {
        if (dots[column] !== '#') continue;
        const left = xPx + (position * GLYPH_PITCH + column) * scale;
        fillSquareInto(picture, left, yPx + row * scale, scale, color);
      }
    }
  }
}

function fillSquareInto(
  picture: Pixels,
  left: number,
  top: number,
  side: number,
  color: NumberPlace['color'],
): void {
  for (let y = Math.max(0, top); y < Math.min(picture.heightPx, top + side); y++) {
    for (let x = Math.max(0, left); x < Math.min(picture.widthPx, left + side); x++) {
      picture.data.set([...color, 255], (y * picture.widthPx + x) * 4);
    }
  }
}
