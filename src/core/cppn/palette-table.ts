import { chromaLimit, oklchToOklab } from '#core/math/color.ts';
import type { Palette } from './palette.ts';

/** Entries of a palette's table. */
export const TABLE_SIZE = 1024;

/** OKLab along the palette, [1024, 3]: stops joined by half-smooth steps, chroma within 98.5 % of what sRGB shows. */
export function paletteTable({ stops }: Palette): Float64Array {
  const colors = stops.map(({ lightness, chroma, hue }) =>
    oklchToOklab(lightness, Math.min(chroma, 0.985 * chromaLimit(lightness, hue)), hue),
  );
  const table = new Float64Array(TABLE_SIZE * 3);
  let right = 1;
  for (let i = 0; i < TABLE_SIZE; i++) {
    const position = i / (TABLE_SIZE - 1);
    while (right < stops.length - 1 && stops[right]!.position < position) right++;
    const from = stops[right - 1]!.position;
    const width = stops[right]!.position - from;
    const u = width > 0 ? Math.max(0, Math.min(1, (position - from) / width)) : 1;
    const share = u / 2 + (u * u * (3 - 2 * u)) / 2;
    for (let k = 0; k < 3; k++) {
      const a = colors[right - 1]![k]!;
      table[i * 3 + k] = a + (colors[right]![k]! - a) * share;
    }
  }
  return table;
}
