// What a sketch is given, made from an artwork: chance, colors, and the network by points, by grids and as a picture.
import type { Genome } from '#core/cppn/genome.ts';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { createRandom, hash32 } from '#core/math/random.ts';
import { createField, type Field, SAMPLE_WIDTH } from './field.ts';
import type { P5Instance, Sample, SampleGrid, SketchHost } from './sketch.ts';
import { createSketchPalette, type SketchPalette } from './sketch-palette.ts';

/** What is drawn with, and how. */
export interface SketchSetting {
  readonly genome: Genome;
  readonly view: View;
  /** Of the artwork. */
  readonly title: string;
  /** One of `paletteOptions`. */
  readonly palette: string;
  readonly seed: number;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Canvas pixels a CSS pixel. */
  readonly density: number;
}

export type PaintBitmap = (
  genome: Genome,
  request: PaintRequest,
  signal?: AbortSignal,
) => Promise<ImageBitmap>;

/** Installed with the page; a sketch that writes may count on them. */
export const sketchFonts = { sans: 'Instrument Sans Variable', serif: 'Newsreader' } as const;

export function createSketchHost(
  p5: P5Instance,
  { genome, view, title, palette, seed, width, height, density }: SketchSetting,
  paint: PaintBitmap,
  signal: AbortSignal,
): SketchHost {
  const field = createField(genome, { widthPx: width, heightPx: height }, view);
  const one = new Float64Array(SAMPLE_WIDTH);
  const colors = createSketchPalette(genome, palette);
  const read = createReader(field, colors, width, height);
  return {
    p5,
    width,
    height,
    seed,
    title,
    fonts: sketchFonts,
    palette: colors,
    random: (stream = 0) => createRandom(hash32(seed, stream, 0x5ce7)),
    sample(x, y, phase) {
      field.sampleInto(one, [x], [y], { phase });
      return read(one, 0);
    },
    sampleGrid(columns, phase) {
      const rows = Math.max(1, Math.round((height / width) * columns));
      const values = sampleCells(field, columns, rows, width, height, phase);
      addSlopes(values, columns, rows, width, height);
      return createGrid(columns, rows, values, width, height, read);
    },
    curve: (points) => strokeCurve(p5.drawingContext as CanvasRenderingContext2D, points),
    async paint({ width: w, height: h, phase = 0 }) {
      const size = { widthPx: Math.round(w * density), heightPx: Math.round(h * density) };
      const request: PaintRequest = {
        size,
        region: wholeRegion(size),
        view: { ...view, phase },
        samples: 2,
        grain: 'pixel',
        dither: true,
      };
      const bitmap = await paint(genome, request, signal);
      const image = p5.createImage(size.widthPx, size.heightPx);
      // Not in its types: the canvas it lives on.
      const canvas: unknown = Reflect.get(image, 'canvas');
      if (canvas instanceof HTMLCanvasElement) canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
      image.pixelDensity(density);
      bitmap.close();
      return image;
    },
  };
}

/** Through the first and the last point, and the middles between. */
function strokeCurve(ink: CanvasRenderingContext2D, points: ArrayLike<number>): void {
  const last = points.length - 2;
  if (last < 2) return;
  ink.beginPath();
  ink.moveTo(points[0]!, points[1]!);
  for (let k = 2; k < last; k += 2) {
    const [x, y] = [points[k]!, points[k + 1]!];
    ink.quadraticCurveTo(x, y, (x + points[k + 2]!) / 2, (y + points[k + 3]!) / 2);
  }
  ink.lineTo(points[last]!, points[last + 1]!);
  ink.stroke();
}

type ReadSample = (values: Float64Array, at: number) => Sample;

/** Knows how light the whole picture is, and so how light a point of it is beside the rest. */
function createReader(
  field: Field,
  { lightnessAt }: SketchPalette,
  width: number,
  height: number,
): ReadSample {
  const rows = 32;
  const values = sampleCells(field, rows, rows, width, height);
  const sorted = Float64Array.from({ length: rows * rows }, (_, i) =>
    lightnessAt(values[SAMPLE_WIDTH * i + 3]!),
  ).sort();
  const low = sorted[0]!;
  const range = Math.max(1e-6, sorted.at(-1)! - low);
  // Half by rank, half as it is: dark pictures get their lights, flat grounds stay flat.
  const brightness = new Map<number, number>();
  const brightnessAt = (lightness: number) => {
    let bright = brightness.get(lightness);
    if (bright === undefined) {
      let rank = 0;
      for (const other of sorted) if (other < lightness) rank++;
      const plain = Math.max(0, Math.min(1, (lightness - low) / range));
      bright = 0.5 * plain + (0.5 * rank) / sorted.length;
      brightness.set(lightness, bright);
    }
    return bright;
  };
  return (from, at) => ({
    form: from[at]!,
    light: from[at + 1]!,
    color: from[at + 2]!,
    tone: from[at + 3]!,
    bright: brightnessAt(lightnessAt(from[at + 3]!)),
    slopeX: from[at + 4]!,
    slopeY: from[at + 5]!,
  });
}

function sampleCells(
  field: Field,
  columns: number,
  rows: number,
  width: number,
  height: number,
  phase?: number,
): Float64Array {
  const xs = Array.from({ length: columns * rows }, (_, i) => (((i % columns) + 0.5) / columns) * width);
  const ys = Array.from(
    { length: columns * rows },
    (_, i) => ((Math.floor(i / columns) + 0.5) / rows) * height,
  );
  const values = new Float64Array(SAMPLE_WIDTH * columns * rows);
  field.sampleInto(values, xs, ys, { phase, hasSlopes: false });
  return values;
}

/** From each cell's neighbours, a half short side. */
function addSlopes(values: Float64Array, columns: number, rows: number, width: number, height: number): void {
  const half = Math.min(width, height) / 2;
  const formAt = (column: number, row: number) => values[SAMPLE_WIDTH * (row * columns + column)]!;
  for (let row = 0; row < rows; row++) {
    const [above, below] = [Math.max(0, row - 1), Math.min(rows - 1, row + 1)];
    for (let column = 0; column < columns; column++) {
      const [left, right] = [Math.max(0, column - 1), Math.min(columns - 1, column + 1)];
      const at = SAMPLE_WIDTH * (row * columns + column);
      const dx = (Math.max(1, right - left) * width) / columns;
      const dy = (Math.max(1, below - above) * height) / rows;
      values[at + 4] = ((formAt(right, row) - formAt(left, row)) / dx) * half;
      values[at + 5] = ((formAt(column, below) - formAt(column, above)) / dy) * half;
    }
  }
}

/** `values` is [row][column][6]. */
function createGrid(
  columns: number,
  rows: number,
  values: Float64Array,
  width: number,
  height: number,
  read: ReadSample,
): SampleGrid {
  const mixed = new Float64Array(SAMPLE_WIDTH);
  return {
    columns,
    rows,
    samples: Array.from({ length: columns * rows }, (_, i) => read(values, SAMPLE_WIDTH * i)),
    at(x, y) {
      const u = Math.max(0, Math.min(columns - 1, (x / width) * columns - 0.5));
      const v = Math.max(0, Math.min(rows - 1, (y / height) * rows - 0.5));
      const column = Math.min(Math.floor(u), Math.max(0, columns - 2));
      const row = Math.min(Math.floor(v), Math.max(0, rows - 2));
      const right = columns > 1 ? SAMPLE_WIDTH : 0;
      const below = rows > 1 ? SAMPLE_WIDTH * columns : 0;
      const a = u - column;
      const b = v - row;
      const from = SAMPLE_WIDTH * (row * columns + column);
      for (let k = 0; k < SAMPLE_WIDTH; k++) {
        const top = values[from + k]! * (1 - a) + values[from + right + k]! * a;
        const bottom = values[from + below + k]! * (1 - a) + values[from + below + right + k]! * a;
        mixed[k] = top * (1 - b) + bottom * b;
      }
      return read(mixed, 0);
    },
  };
}
