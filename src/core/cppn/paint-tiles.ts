// The painter for work: the same bytes as `paintRegion`, a tile of pixels at a time over typed arrays.
import type { ActivationName } from '#core/nn/activations.ts';
import { activateRow, addFourRows, addRow, clampRow } from '#core/nn/rows.ts';
import type { Dense } from '#core/nn/sequential.ts';
import { buildNetwork } from './build-network.ts';
import { createPixelColor } from './color-pixel.ts';
import { coordinateFunctions } from './coordinates.ts';
import type { Genome } from './genome.ts';
import type { PaintRequest, Pixels } from './pixels.ts';
import { createPlane, fold } from './plane.ts';
import { planSamples } from './sample-plan.ts';

const SAMPLES_PER_TILE = 256;
/** Multiply-adds between two yields: a few milliseconds. */
const WORK_PER_SLICE = 2_000_000;
/** What coloring a sample costs, in multiply-adds. */
const COLORING_WORK = 500;

/** Paints the request's region; yields the share done, in [0, 1), every few milliseconds. */
export function* paintTiles(genome: Genome, request: PaintRequest): Generator<number, Pixels> {
  const { region } = request;
  const { inputs } = genome.coordinates;
  const { layers } = buildNetwork(genome, request.view.phase);
  const plane = createPlane(genome.coordinates, request);
  const plan = planSamples(genome.coloring, request);
  const perPixel = plan.dx.length;
  // Multiply-adds a sample. The widest networks get small tiles, so that no slice of work is long.
  const workPerSample = layers.reduce((sum, { kernel }) => sum + kernel.length, COLORING_WORK);
  const tileSamples = Math.min(SAMPLES_PER_TILE, 2 * Math.ceil(WORK_PER_SLICE / workPerSample));
  const tilePixels = Math.max(1, Math.floor(tileSamples / perPixel));
  const stride = tilePixels * perPixel;
  const widest = layers.reduce((most, { units }) => Math.max(most, units), inputs.length);
  // Values of one layer and of the next, [node][sample].
  let values = new Float64Array(widest * stride);
  let next = new Float64Array(widest * stride);
  const xs = new Float64Array(stride);
  const ys = new Float64Array(stride);
  const last = layers.length % 2 === 0 ? values : next;
  const colorPixel = createPixelColor(genome.coloring, request, {
    values: last,
    sampleStride: 1,
    outputStride: stride,
  });

  const pixelCount = region.widthPx * region.heightPx;
  const data = new Uint8ClampedArray(pixelCount * 4);
  let workSinceYield = 0;
  for (let first = 0; first < pixelCount; first += tilePixels) {
    const count = Math.min(tilePixels, pixelCount - first);
    for (let pixel = 0, s = 0; pixel < count; pixel++) {
      const xPx = region.xPx + ((first + pixel) % region.widthPx);
      const yPx = region.yPx + Math.floor((first + pixel) / region.widthPx);
      for (let k = 0; k < perPixel; k++, s++) {
        const px = xPx + plan.dx[k]!;
        const py = yPx + plan.dy[k]!;
        xs[s] = fold(plane.xx * px + plane.xy * py + plane.x0, plane.tiling, plane.tilePeriod);
        ys[s] = fold(plane.yx * px + plane.yy * py + plane.y0, plane.tiling, plane.tilePeriod);
      }
    }
    inputs.forEach((name, i) => {
      coordinateRow(coordinateFunctions[name], values, i * stride, xs, ys, count * perPixel);
    });
    for (const layer of layers) {
      forwardInto(next, layer, values, stride, count * perPixel);
      [values, next] = [next, values];
    }
    for (let pixel = 0; pixel < count; pixel++) {
      const at = first + pixel;
      colorPixel(
        data,
        at * 4,
        pixel * perPixel,
        region.xPx + (at % region.widthPx),
        region.yPx + Math.floor(at / region.widthPx),
      );
    }
    // An odd number of layers has swapped the two; the outputs must stand where colorPixel reads.
    if (layers.length % 2 === 1) [values, next] = [next, values];
    workSinceYield += stride * workPerSample;
    if (workSinceYield >= WORK_PER_SLICE) {
      workSinceYield = 0;
      yield first / pixelCount;
    }
  }
  return { widthPx: region.widthPx, heightPx: region.heightPx, data };
}

function coordinateRow(
  coordinate: (typeof coordinateFunctions)['x'],
  values: Float64Array,
  at: number,
  xs: Float64Array,
  ys: Float64Array,
  count: number,
): void {
  for (let s = 0; s < count; s++) {
    const x = xs[s]!;
    const y = ys[s]!;
    values[at + s] = coordinate(x, y, Math.sqrt(x * x + y * y));
  }
}

/** One layer over `count` samples. Adds bias first, then the inputs in order, as `predict` does: the same doubles. */
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
