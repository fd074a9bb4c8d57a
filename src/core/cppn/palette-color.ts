// The palette coloring with its finishes: grain, cut paper, lines, relief, per sub-sample. DESIGN's formulas, in its order.
import { oklabToLinear } from '#core/math/color.ts';
import { sin, tanh } from '#core/math/elementary.ts';
import { hash32 } from '#core/math/random.ts';
import type { AddSample, OutputLayout } from './color-pixel.ts';
import type { Coloring } from './coloring.ts';
import { paletteTable, TABLE_SIZE } from './palette-table.ts';
import type { PaintRequest } from './pixels.ts';
import { planSamples } from './sample-plan.ts';

type PaletteColoring = Extract<Coloring, { kind: 'palette' }>;

export interface PaletteColor {
  /** Slopes are a pixel's own: measured once, before its samples are colored. */
  readonly measureSlopes: (at: number) => void;
  readonly addSample: AddSample;
}

export function createPaletteColor(
  coloring: PaletteColoring,
  request: PaintRequest,
  { values, sampleStride, outputStride }: OutputLayout,
): PaletteColor {
  const { position, gain, shade, chroma, finish } = coloring;
  const { relief, grain, steps, edge, lines } = finish;
  const table = paletteTable(coloring.palette);
  const plan = planSamples(coloring, request);
  const shortPx = Math.min(request.size.widthPx, request.size.heightPx);
  const unitsPerPx = 2 / (shortPx * request.view.zoom);
  const lineWidth = (0.9 * shortPx) / 240;
  const grainScale = request.grain === 'print' ? 480 / shortPx : 2;

  const positionOf = (form: number) =>
    position === 'tanh' ? 0.5 + 0.5 * tanh(gain * form) : 0.5 + 0.5 * sin(1.6 * gain * form);
  const heightOf = (form: number, light: number) => tanh(form) + 0.5 * tanh(light);

  const sampled = new Float64Array(plan.dx.length);
  const slope = createSlope(sampled, request.samples);
  let linesSlope = 1;
  let tilt = 0; // L added by relief, one for the whole pixel

  const measureSlopes = (at: number) => {
    if (lines > 0) {
      for (let s = 0; s < sampled.length; s++) sampled[s] = positionOf(values[at + s * sampleStride]!);
      const dx = slope.x();
      const dy = slope.y();
      linesSlope = Math.max(lines * Math.sqrt(dx * dx + dy * dy), 1e-6);
    }
    if (relief > 0) {
      for (let s = 0; s < sampled.length; s++) {
        const from = at + s * sampleStride;
        sampled[s] = heightOf(values[from]!, values[from + outputStride]!);
      }
      const scale = (0.35 * relief) / unitsPerPx;
      const gx = slope.x() * scale;
      const gy = slope.y() * scale;
      const d = (0.55 * gx + 0.65 * gy + 0.52) / Math.sqrt(1 + gx * gx + gy * gy);
      tilt = 0.26 * (d - 0.52) + (d > 0 ? 0.1 * eighteenthPower(d) : 0);
    }
  };

  const addSample: AddSample = (sum, at, s, xPx, yPx) => {
    const from = at + s * sampleStride;
    const light = values[from + outputStride]!;
    const plain = positionOf(values[from]!);
    let t = plain;
    let lightness = tilt;
    if (grain > 0) {
      const noise = hash32(
        Math.floor((xPx + plan.dx[s]!) * grainScale),
        Math.floor((yPx + plan.dy[s]!) * grainScale),
        0x67a1,
      );
      t += ((noise & 0xffff) / 65535 + (noise >>> 16) / 65535 - 1) * grain;
    }
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    if (steps > 0) {
      const v = t * steps;
      const floor = Math.min(Math.floor(v), steps - 1);
      const r = v - floor;
      const q = Math.min(1, r / 0.01);
      t = (0.86 * (floor - 0.5 + q)) / steps + 0.14 * t;
      lightness -= edge * q * (1 - Math.min(1, r / 0.22));
    }
    if (lines > 0) {
      const v = lines * plain;
      const d = Math.abs(v - Math.floor(v + 0.5)) / linesSlope;
      const cover = lineWidth - d + 0.5;
      lightness -= 0.32 * (cover < 0 ? 0 : cover > 1 ? 1 : cover);
    }
    if (shade > 0) lightness += shade * tanh(light);

    const place = (t < 0 ? 0 : t) * (TABLE_SIZE - 1);
    const entry = Math.min(Math.floor(place), TABLE_SIZE - 2);
    const share = place - entry;
    const i = entry * 3;
    const richness = chroma > 0 ? 1 + chroma * tanh(values[from + 2 * outputStride]!) : 1;
    lightness += table[i]! + (table[i + 3]! - table[i]!) * share;
    const a = (table[i + 1]! + (table[i + 4]! - table[i + 1]!) * share) * richness;
    const b = (table[i + 2]! + (table[i + 5]! - table[i + 2]!) * share) * richness;
    const linear = oklabToLinear(lightness < 0.06 ? 0.06 : lightness > 0.985 ? 0.985 : lightness, a, b);
    for (let channel = 0; channel < 3; channel++) {
      const value = linear[channel]!;
      sum[channel]! += value < 0 ? 0 : value > 1 ? 1 : value;
    }
  };

  return { measureSlopes, addSample };
}

const eighteenthPower = (d: number) => {
  const d2 = d * d;
  const d4 = d2 * d2;
  const d8 = d4 * d4;
  return d8 * d8 * d2;
};

/** Slopes per pixel of the least-squares plane through a pixel's samples; with one sample, through the two beside it. */
function createSlope(sampled: Float64Array, n: PaintRequest['samples']): { x(): number; y(): number } {
  if (n === 1) return { x: () => (sampled[1]! - sampled[0]!) * 2, y: () => (sampled[2]! - sampled[0]!) * 2 };
  const offset = (i: number) => (i + 0.5) / n - 0.5;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += n * offset(i) * offset(i);
  const along = (index: (i: number, j: number) => number) => () => {
    let total = 0;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) total += offset(i) * sampled[index(i, j)]!;
    return total / squares;
  };
  return { x: along((i, j) => j * n + i), y: along((i, j) => i * n + j) };
}
