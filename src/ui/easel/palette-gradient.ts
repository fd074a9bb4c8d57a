import { colorsAt } from '#core/cppn/edit-palette.ts';
import type { Palette } from '#core/cppn/palette.ts';

const samples = 24;
const positions = Array.from({ length: samples + 1 }, (_, i) => i / samples);

/** A palette as painted, left to right. */
export function paletteGradient(palette: Palette): string {
  const colors = colorsAt(palette, positions).map(
    ({ lightness, chroma, hue }) => `oklch(${lightness.toFixed(3)} ${chroma.toFixed(3)} ${hue.toFixed(1)})`,
  );
  return `linear-gradient(90deg in oklab, ${colors.join(', ')})`;
}

const houseGradients = new Map<Palette, string>();

/** Made once: house palettes never change. */
export function houseGradient(palette: Palette): string {
  const made = houseGradients.get(palette) ?? paletteGradient(palette);
  houseGradients.set(palette, made);
  return made;
}
