// Pictures made for the purpose: what there is to see in them is known.
import type { Genome } from '#core/cppn/genome.ts';
import type { Pixels } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { createRandom } from '#core/math/random.ts';

export type Rgb = readonly [red: number, green: number, blue: number];

/** Samples `color` at 4 x 4 points a pixel over [-1, 1], y down, so that outlines are as soft as a painter's. */
export function draw(color: (x: number, y: number) => Rgb, side = 48): Pixels {
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < side * side; i++) {
    const sum = [0, 0, 0];
    for (let k = 0; k < 16; k++) {
      const x = ((i % side) + ((k % 4) + 0.5) / 4) / side;
      const y = (Math.floor(i / side) + (Math.floor(k / 4) + 0.5) / 4) / side;
      for (const [c, value] of color(2 * x - 1, 2 * y - 1).entries()) sum[c]! += value / 16;
    }
    data.set([...sum, 255], i * 4);
  }
  return { widthPx: side, heightPx: side, data };
}

export const black: Rgb = [8, 8, 8];
export const white: Rgb = [250, 250, 250];
export const darkPlum: Rgb = [58, 14, 36];
export const pink: Rgb = [235, 130, 165];

export const disc = (centerX: number, centerY: number, radius: number) => (x: number, y: number) =>
  Math.hypot(x - centerX, y - centerY) < radius;

/** Every pixel black or white by chance. */
export function noise(seed: number, side = 48): Pixels {
  const random = createRandom(seed);
  const data = new Uint8ClampedArray(side * side * 4);
  for (let i = 0; i < data.length; i += 4) data.set([...random.pick([black, white]), 255], i);
  return { widthPx: side, heightPx: side, data };
}

/** A genome whose own picture does not matter, with the finish or inputs a test needs. */
export function genomeWith({
  steps = 0,
  lines = 0,
  palette,
}: {
  steps?: number;
  lines?: number;
  palette?: string;
} = {}): Genome {
  const genome = sampleGenome('orchard', 1);
  const { coloring } = genome;
  if (coloring.kind !== 'palette') throw new Error('orchard paints with a palette');
  return {
    ...genome,
    coloring: {
      ...coloring,
      finish: { ...coloring.finish, steps, lines },
      palette: { ...coloring.palette, name: palette ?? coloring.palette.name },
    },
  };
}
