import { colorAt } from '#core/cppn/edit-palette.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Palette } from '#core/cppn/palette.ts';

const samples = 24;

/** A palette as painted, left to right. */
export function paletteGradient(palette: Palette): string {
  const colors = Array.from({ length: samples + 1 }, (_, i) => {
    const { lightness, chroma, hue } = colorAt(palette, i / samples);
    return `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`;
  });
  return `linear-gradient(90deg in oklab, ${colors.join(', ')})`;
}

/** House palettes never change. */
export const houseGradients = new Map(
  housePalettes.map((palette) => [palette.name, paletteGradient(palette)]),
);
