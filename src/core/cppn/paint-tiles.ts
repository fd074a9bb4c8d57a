// The painter for work: the same bytes as `paintRegion`, a tile of pixels at a time over typed arrays.
import { activations } from '#core/nn/activations.ts';
import { SUM_LIMIT } from '#core/nn/predict.ts';
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
        const x = fold(plane.xx * px + plane.xy * py + plane.x0, plane.tiling, plane.tilePeriod);
        const y = fold(plane.yx * px + plane.yy * py + plane.y0, plane.tiling, plane.tilePeriod);
        const radius = Math.sqrt(x * x + y * y);
        for (let i = 0; i < inputs.length; i++) {
          values[i * stride + s] = coordinateFunctions[inputs[i]!](x, y, radius);
        }
      }
    }
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

/** One layer over `count` samples. Adds bias first, then the inputs in order, as `predict` does: the same doubles. */
function forwardInto(
  outputs: Float64Array,
  layer: Dense,
  inputs: Float64Array,
  stride: number,
  count: number,
): void {
  const { inputCount, units, kernel, biases } = layer;
  for (let o = 0; o < units; o++) {
    const to = o * stride;
    outputs.fill(biases![o]!, to, to + count);
    let i = 0;
    for (; i + 4 <= inputCount; i += 4) {
      const w = o * inputCount + i;
      const w0 = kernel[w]!;
      const w1 = kernel[w + 1]!;
      const w2 = kernel[w + 2]!;
      const w3 = kernel[w + 3]!;
      const x0 = i * stride;
      const x1 = x0 + stride;
      const x2 = x1 + stride;
      const x3 = x2 + stride;
      for (let s = 0; s < count; s++) {
        outputs[to + s] =
          outputs[to + s]! +
          w0 * inputs[x0 + s]! +
          w1 * inputs[x1 + s]! +
          w2 * inputs[x2 + s]! +
          w3 * inputs[x3 + s]!;
      }
    }
    for (; i < inputCount; i++) {
      const w = kernel[o * inputCount + i]!;
      const x = i * stride;
      for (let s = 0; s < count; s++) outputs[to + s]! += w * inputs[x + s]!;
    }
    const activate = activations[(layer.activation as readonly (keyof typeof activations)[])[o]!];
    for (let s = 0; s < count; s++) {
      const z = outputs[to + s]!;
      outputs[to + s] = activate(z < -SUM_LIMIT ? -SUM_LIMIT : z > SUM_LIMIT ? SUM_LIMIT : z);
    }
  }
}
