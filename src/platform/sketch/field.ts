// The network of an artwork at points of a canvas: its outputs, their slopes, and where on the palette a point lies.

import { buildNetwork } from '#core/cppn/build-network.ts';
import type { Coloring } from '#core/cppn/coloring.ts';
import { outputCounts } from '#core/cppn/coloring.ts';
import { coordinateFunctions } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { type PaintRequest, type Size, wholeRegion } from '#core/cppn/pixels.ts';
import { createPlane, fold } from '#core/cppn/plane.ts';
import type { View } from '#core/cppn/view.ts';
import { sin, tanh } from '#core/math/elementary.ts';
import { type ActivationName, sigmoid } from '#core/nn/activations.ts';
import { activateRow, addFourRows, addRow, clampRow } from '#core/nn/rows.ts';
import type { Dense } from '#core/nn/sequential.ts';

/** form, light, color, tone, slopeX, slopeY */
export const SAMPLE_WIDTH = 6;

export interface Field {
  /**
   * Writes six values a point to `output`, from `output[0]` on. Points are canvas pixels; `phase` is the place in the artwork's
   * own loop. Slopes are of the form, a picture unit (half the short side), y down; 0 without `hasSlopes`, which is three times
   * as fast.
   */
  readonly sampleInto: (
    output: Float64Array,
    xs: ArrayLike<number>,
    ys: ArrayLike<number>,
    options?: { readonly phase?: number | undefined; readonly hasSlopes?: boolean },
  ) => void;
}

const CHUNK = 128;
/** Of the short side: far below what a curve of the picture could hide in, far above the dust of float64. */
const SLOPE_STEP = 1e-5;

export function createField(genome: Genome, size: Size, view: View): Field {
  const { inputs } = genome.coordinates;
  const request: PaintRequest = {
    size,
    region: wholeRegion(size),
    view,
    samples: 1,
    grain: 'pixel',
    dither: false,
  };
  const plane = createPlane(genome.coordinates, request);
  const outputCount = outputCounts[genome.coloring.kind];
  const toneOf = createTone(genome.coloring);
  const shortPx = Math.min(size.widthPx, size.heightPx);
  const step = SLOPE_STEP * shortPx;
  const perUnit = 0.5 / SLOPE_STEP;
  const stride = 3 * CHUNK;
  let network = buildNetwork(genome, view.phase);
  let networkPhase = view.phase;
  const widest = network.layers.reduce((most, { units }) => Math.max(most, units), inputs.length);
  let values = new Float64Array(widest * stride);
  let next = new Float64Array(widest * stride);

  function evaluate(
    xs: ArrayLike<number>,
    ys: ArrayLike<number>,
    from: number,
    count: number,
    copies: 1 | 3,
  ) {
    for (let k = 0; k < copies; k++) {
      for (let i = 0; i < count; i++) {
        const px = xs[from + i]! + (k === 1 ? step : 0);
        const py = ys[from + i]! + (k === 2 ? step : 0);
        const x = fold(plane.xx * px + plane.xy * py + plane.x0, plane.tiling, plane.tilePeriod);
        const y = fold(plane.yx * px + plane.yy * py + plane.y0, plane.tiling, plane.tilePeriod);
        const radius = Math.sqrt(x * x + y * y);
        const at = k * count + i;
        for (let j = 0; j < inputs.length; j++)
          values[j * stride + at] = coordinateFunctions[inputs[j]!](x, y, radius);
      }
    }
    for (const layer of network.layers) {
      forwardInto(next, layer, values, stride, copies * count);
      [values, next] = [next, values];
    }
  }

  return {
    sampleInto(output, xs, ys, { phase = view.phase, hasSlopes = true } = {}) {
      if (output.length < SAMPLE_WIDTH * xs.length)
        throw new RangeError(
          `sampleInto expects room for ${SAMPLE_WIDTH * xs.length} values, got ${output.length}.`,
        );
      if (phase !== networkPhase) {
        network = buildNetwork(genome, phase - Math.floor(phase));
        networkPhase = phase;
      }
      for (let from = 0; from < xs.length; from += CHUNK) {
        const count = Math.min(CHUNK, xs.length - from);
        evaluate(xs, ys, from, count, hasSlopes ? 3 : 1);
        for (let i = 0; i < count; i++) {
          const form = values[i]!;
          const light = outputCount > 1 ? values[stride + i]! : 0;
          const color = outputCount > 2 ? values[2 * stride + i]! : 0;
          const to = SAMPLE_WIDTH * (from + i);
          output[to] = form;
          output[to + 1] = light;
          output[to + 2] = color;
          output[to + 3] = toneOf(form, light, color);
          output[to + 4] = hasSlopes ? (values[count + i]! - form) * perUnit : 0;
          output[to + 5] = hasSlopes ? (values[2 * count + i]! - form) * perUnit : 0;
        }
      }
    },
  };
}

/** The place on the palette, [0, 1]; of a coloring that has none, how light the point is. */
function createTone(coloring: Coloring): (form: number, light: number, color: number) => number {
  switch (coloring.kind) {
    case 'palette': {
      const { gain, position } = coloring;
      return position === 'tanh'
        ? (form) => 0.5 + 0.5 * tanh(gain * form)
        : (form) => 0.5 + 0.5 * sin(1.6 * gain * form);
    }
    case 'ink':
      return (form) => Math.min(1, Math.abs(form));
    case 'rgb':
      return (red, green, blue) => (sigmoid(red) + sigmoid(green) + sigmoid(blue)) / 3;
    case 'oklch':
      return (lightness) => sigmoid(lightness);
    case 'hsv':
      return (_hue, _saturation, brightness) => Math.min(1, Math.abs(brightness));
    default:
      return coloring satisfies never;
  }
}

function forwardInto(
  outputs: Float64Array,
  { inputCount, units, kernel, biases, activation }: Dense,
  inputs: Float64Array,
  stride: number,
  count: number,
): void {
  for (let o = 0; o < units; o++) {
    const to = o * stride;
    const row = o * inputCount;
    outputs.fill(biases![o]!, to, to + count);
    let i = 0;
    for (; i + 4 <= inputCount; i += 4) {
      const k = row + i;
      addFourRows(
        outputs,
        to,
        inputs,
        i * stride,
        stride,
        count,
        kernel[k]!,
        kernel[k + 1]!,
        kernel[k + 2]!,
        kernel[k + 3]!,
      );
    }
    for (; i < inputCount; i++) addRow(outputs, to, inputs, i * stride, count, kernel[row + i]!);
    clampRow(outputs, to, to + count);
    activateRow((activation as readonly ActivationName[])[o]!, outputs, to, to + count);
  }
}
