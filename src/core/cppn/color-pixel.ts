// From a pixel's network outputs to its four bytes: palette, finishes, averaging in linear light, sRGB, dither.
import { chromaLimit, decodeSrgb, encodeSrgb, oklabToLinear, oklchToOklab } from '#core/math/color.ts';
import { hash32 } from '#core/math/random.ts';
import { sigmoid } from '#core/nn/activations.ts';
import type { Coloring } from './coloring.ts';
import { createPaletteColor } from './palette-color.ts';
import type { PaintRequest } from './pixels.ts';
import { planSamples } from './sample-plan.ts';

/** Output o of sample s stands at `values[at + s * sampleStride + o * outputStride]`. */
export interface OutputLayout {
  readonly values: Float64Array;
  readonly sampleStride: number;
  readonly outputStride: number;
}

/** Adds the color of sample `s` of the pixel at (x, y) to `sum`, as the coloring encodes it. */
export type AddSample = (sum: Float64Array, at: number, s: number, xPx: number, yPx: number) => void;

/** Gives a function that writes the RGBA bytes of one pixel, its outputs beginning at `at`, to `bytes[to ...]`. */
export function createPixelColor(
  coloring: Coloring,
  request: PaintRequest,
  layout: OutputLayout,
): (bytes: Uint8ClampedArray, to: number, at: number, xPx: number, yPx: number) => void {
  const { shownCount } = planSamples(coloring, request);
  const isLinear = coloring.kind === 'palette' || coloring.kind === 'oklch';
  const palette = coloring.kind === 'palette' ? createPaletteColor(coloring, request, layout) : null;
  const addSample = palette?.addSample ?? createPlainColor(coloring, layout, shownCount > 1);
  const isDecoded = isLinear || shownCount > 1;
  // Pictures of foreign formats are floored, as their own painters do.
  const rounding = isLinear ? 0.5 : 0;
  const sum = new Float64Array(3);

  return (bytes, to, at, xPx, yPx) => {
    sum.fill(0);
    palette?.measureSlopes(at);
    for (let s = 0; s < shownCount; s++) addSample(sum, at, s, xPx, yPx);
    for (let channel = 0; channel < 3; channel++) {
      const mean = sum[channel]! / shownCount;
      const value = isDecoded ? encodeSrgb(mean) : mean;
      const offset = request.dither ? hash32(xPx, yPx, channel) / 2 ** 32 : rounding;
      bytes[to + channel] = Math.floor(255 * value + offset);
    }
    bytes[to + 3] = 255;
  };
}

/** The colorings without a palette. One sample a pixel stays encoded, so that nothing is lost on the way to a byte and back. */
function createPlainColor(
  coloring: Coloring,
  { values, sampleStride, outputStride }: OutputLayout,
  isAveraged: boolean,
): AddSample {
  const output = (at: number, s: number, o: number) => values[at + s * sampleStride + o * outputStride]!;
  const add = (sum: Float64Array, r: number, g: number, b: number) => {
    sum[0]! += isAveraged ? decodeSrgb(r) : r;
    sum[1]! += isAveraged ? decodeSrgb(g) : g;
    sum[2]! += isAveraged ? decodeSrgb(b) : b;
  };
  switch (coloring.kind) {
    case 'rgb':
      return (sum, at, s) =>
        add(sum, sigmoid(output(at, s, 0)), sigmoid(output(at, s, 1)), sigmoid(output(at, s, 2)));
    case 'hsv':
      return (sum, at, s) => {
        const [r, g, b] = hsvToRgb(output(at, s, 0), output(at, s, 1), output(at, s, 2));
        add(sum, r, g, b);
      };
    case 'ink':
      return (sum, at, s) => {
        const gray = Math.min(Math.abs(output(at, s, 0)), 1);
        add(sum, gray, gray, gray);
      };
    default:
      return (sum, at, s) => {
        const lightness = sigmoid(output(at, s, 0));
        const turn = output(at, s, 2) / 2;
        const hue = 360 * (turn - Math.floor(turn));
        const chroma = Math.min(0.2 * sigmoid(output(at, s, 1)), chromaLimit(lightness, hue));
        const [, a, b] = oklchToOklab(lightness, chroma, hue);
        const linear = oklabToLinear(lightness, a, b);
        for (let channel = 0; channel < 3; channel++) {
          sum[channel]! += Math.max(0, Math.min(1, linear[channel]!));
        }
      };
  }
}

/** Hue in turns, wrapped; saturation limited to [0, 1]; brightness by its size, limited to 1. Standard sextants. */
function hsvToRgb(hue: number, saturation: number, brightness: number): [number, number, number] {
  const h = hue + 1 - Math.floor(hue + 1);
  const s = Math.max(0, Math.min(1, saturation));
  const v = Math.min(1, Math.abs(brightness));
  const sector = Math.floor(6 * h);
  const f = 6 * h - sector;
  const p = v * (1 - s);
  const q = v * (1 - s * f);
  const t = v * (1 - s * (1 - f));
  switch (sector % 6) {
    case 0:
      return [v, t, p];
    case 1:
      return [q, v, p];
    case 2:
      return [p, v, t];
    case 3:
      return [p, q, v];
    case 4:
      return [t, p, v];
    default:
      return [v, p, q];
  }
}
