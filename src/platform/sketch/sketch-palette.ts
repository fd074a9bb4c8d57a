// The colors a sketch draws with: a palette as CSS colors, or those of a picture that has none.
import type { Genome } from '#core/cppn/genome.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import type { Palette } from '#core/cppn/palette.ts';
import { paletteTable, TABLE_SIZE } from '#core/cppn/palette-table.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { encodeSrgb, oklabOfPixels, oklabToLinear } from '#core/math/color.ts';

export interface SketchPalette {
  readonly name: string;
  /** A CSS color at a place along the palette, [0, 1], dark to light in most; `opacity` is [0, 1]. */
  readonly at: (place: number, opacity?: number) => string;
  /** The same, lifted until it shows on a dark ground. */
  readonly lit: (place: number, opacity?: number) => string;
  readonly darkest: string;
  readonly lightest: string;
  /** OKLab lightness there, [0, 1]. */
  readonly lightnessAt: (place: number) => number;
}

/** The choice that keeps the artwork's own. */
export const ownPalette = "the artwork's";

export const paletteOptions: readonly string[] = [ownPalette, ...housePalettes.map(({ name }) => name)];

/** The house palette of the name, or else the artwork's own. */
export function createSketchPalette(genome: Genome, name: string): SketchPalette {
  const house = housePalettes.find((palette) => palette.name === name);
  if (house !== undefined) return createPalette(house.name, tableOf(house));
  if (genome.coloring.kind === 'palette')
    return createPalette(genome.coloring.palette.name, tableOf(genome.coloring.palette));
  return createPalette(ownPalette, pictureTable(genome));
}

/** OKLab, [entry, 3]. */
type Table = readonly (readonly [number, number, number])[];

function createPalette(name: string, table: Table): SketchPalette {
  const colors = table.map(([l, a, b]) => cssColor(l, a, b));
  const litColors = table.map(([l, a, b]) => cssColor(Math.min(0.985, Math.sqrt(l * l + LIFT * LIFT)), a, b));
  const byLightness = [...table.keys()].sort((i, k) => table[i]![0] - table[k]![0]);
  const indexOf = (place: number) =>
    Number.isFinite(place) ? Math.round(Math.max(0, Math.min(1, place)) * (table.length - 1)) : 0;
  return {
    name,
    at: (place, opacity) => withOpacity(colors[indexOf(place)]!, opacity),
    lit: (place, opacity) => withOpacity(litColors[indexOf(place)]!, opacity),
    darkest: colors[byLightness[0]!]!,
    lightest: colors[byLightness.at(-1)!]!,
    lightnessAt: (place) => table[indexOf(place)]![0],
  };
}

const ENTRIES = 256;
/** The least lightness of what is lit. */
const LIFT = 0.38;

function tableOf(palette: Palette): Table {
  const values = paletteTable(palette);
  return Array.from({ length: ENTRIES }, (_, i) => {
    const at = 3 * Math.round((i / (ENTRIES - 1)) * (TABLE_SIZE - 1));
    return [values[at]!, values[at + 1]!, values[at + 2]!];
  });
}

/** In 32 steps, so that there are not too many colors to read. */
function withOpacity(color: string, opacity = 1): string {
  if (opacity >= 1) return color;
  const byte = Math.round((255 * Math.round(31 * Math.max(0, opacity))) / 31);
  return `${color}${byte.toString(16).padStart(2, '0')}`;
}

/** The picture's own colors from dark to light, each the mean of its neighbours in that order. */
function pictureTable(genome: Genome): Table {
  const size = { widthPx: 24, heightPx: 24 };
  const { data } = paintRegion(genome, {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: false,
  });
  const values = oklabOfPixels(data);
  const pixels = Array.from({ length: values.length / 3 }, (_, i) => values.subarray(3 * i, 3 * i + 3)).sort(
    (a, b) => a[0]! - b[0]!,
  );
  const reach = 18;
  return Array.from({ length: ENTRIES }, (_, i) => {
    const center = Math.round((i / (ENTRIES - 1)) * (pixels.length - 1));
    const near = pixels.slice(Math.max(0, center - reach), center + reach + 1);
    const mean = (k: number) => near.reduce((sum, pixel) => sum + pixel[k]!, 0) / near.length;
    return [mean(0), mean(1), mean(2)] as const;
  });
}

function cssColor(l: number, a: number, b: number): string {
  const bytes = oklabToLinear(l, a, b).map((linear) =>
    Math.round(255 * encodeSrgb(Math.max(0, Math.min(1, linear)))),
  );
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
