// Backpropagation by the training kernel, in this thread: float32, four samples at a time.
import type { ActivationName } from '#core/nn/activations.ts';
import { type Batch, type ComputeGradients, computeGradients } from '#core/nn/gradients.ts';
import { type Loss, lossInto } from '#core/nn/losses.ts';
import { scaledInputs } from '#core/nn/scaling.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import { createWorkspace } from '#core/nn/workspace.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  /** The first byte that is ours to use. */
  readonly heap: number;
  readonly forward: (...values: readonly number[]) => void;
  readonly backward: (...values: readonly number[]) => void;
}

/** Of a row: the samples of a tile. As src/kernel/layout.ts says. */
const ROW_SAMPLES = 160;
const ROW_BYTES = ROW_SAMPLES * 4;
/** Samples that go forward and back before the next: what they leave behind stays in the caches. */
const PART_SAMPLES = 2 * ROW_SAMPLES;
const LAYER_BYTES = 64;
const PAGE_BYTES = 65_536;

/** As src/kernel/train.ts numbers them. */
const codes: Record<ActivationName, number> = {
  identity: 0,
  pass: 0,
  sin: 1,
  cos: 2,
  tanh: 3,
  sigmoid: 4,
  'sigmoid-bipolar': 5,
  gaussian: 6,
  'gaussian-bipolar': 7,
  'gaussian-half': 8,
  softplus: 9,
  abs: 10,
  'abs-soft': 11,
  square: 12,
  step: 13,
  relu: 14,
  clamp: 15,
};

/**
 * As `computeGradients`, some fifteen times as fast and to float32's digits. What it does not know (softmax, some layers frozen and
 * others not, layers without biases, float64 weights) it leaves to that. `code` in base64. Throws WebAssembly.CompileError where it is refused.
 */
export function openGradientKernel(code: string): ComputeGradients {
  const bytes = Uint8Array.from(atob(code), (letter) => letter.charCodeAt(0));
  const exports = parseExports(new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports);
  return (model, batch, loss, workspace) =>
    isKnown(model)
      ? computeWith(exports, model, batch, loss, workspace)
      : computeGradients(model, batch, loss, workspace);
}

const isKnown = ({ layers }: Sequential) =>
  layers.length > 0 &&
  layers.every(
    ({ kernel, biases, activation, isTrainable }) =>
      isTrainable === layers[0]!.isTrainable &&
      biases !== null &&
      activation !== 'softmax' &&
      kernel instanceof Float32Array,
  );

function computeWith(
  { memory, heap, forward, backward }: Exports,
  model: Sequential,
  batch: Batch,
  loss: Loss,
  workspace = createWorkspace(),
): ReturnType<ComputeGradients> {
  const { layers } = model;
  const inputCount = layers[0]!.inputCount;
  const { units } = layers.at(-1)!;
  const sampleCount = batch.inputs.length / inputCount;
  if (!Number.isInteger(sampleCount) || sampleCount === 0 || batch.targets.length !== sampleCount * units)
    return computeGradients(model, batch, loss); // which says what is wrong
  // Groups are compared as wholes; every other loss is a mean over samples.
  const partCount = loss.kind === 'groups' ? sampleCount : Math.min(sampleCount, PART_SAMPLES);
  const plan = planMemory(layers, partCount, heap);
  const missing = plan.byteCount - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
  const floats = new Float32Array(memory.buffer);
  putLayers(new Int32Array(memory.buffer), floats, layers, plan);

  const { places, inputs, delta, scratch, scratchSize } = plan;
  const layersEnd = plan.layers + layers.length * LAYER_BYTES;
  const scaled = scaledInputs(model, batch.inputs);
  const outputs = workspace.take('all outputs', sampleCount * units);
  const outputGradient = workspace.take('output gradient', partCount * units);
  const cutOf = (name: string, values: ArrayLike<number>, from: number, to: number) => {
    const cut = workspace.take(name, to - from);
    for (let i = from; i < to; i++) cut[i - from] = values[i]!;
    return cut;
  };
  let value = 0;
  for (let first = 0; first < sampleCount; first += partCount) {
    const end = Math.min(first + partCount, sampleCount);
    const part = { first, count: end - first };
    const tiles = tilesOf(part.count);
    intoTiles(floats, inputs, scaled, inputCount, part);
    forward(plan.layers, layersEnd, inputs, tiles.count, tiles.lastBytes);
    const partOutputs = outputs.subarray(first * units, end * units);
    fromTiles(partOutputs, floats, places.at(-1)!.outputs, units);
    const partGradient = outputGradient.subarray(0, partOutputs.length);
    const measured = {
      outputs: partOutputs,
      targets: cutOf('targets', batch.targets, first * units, end * units),
      sampleWeights: batch.sampleWeights && cutOf('sample weights', batch.sampleWeights, first, end),
      groupSizes: batch.groupSizes,
      units,
    };
    const share = part.count / sampleCount;
    value += share * lossInto(partGradient, loss, measured);
    if (!layers[0]!.isTrainable) continue;
    intoTiles(floats, delta, partGradient, units, { first: 0, count: part.count }, share);
    backward(plan.layers, layersEnd, inputs, delta, scratch, scratchSize, tiles.count, tiles.lastBytes);
  }
  if (!layers[0]!.isTrainable)
    return { loss: value, outputs, gradients: layers.map(() => ({ kernel: null, biases: null })) };
  const read = (address: number, length: number) =>
    new Float64Array(floats.subarray(address / 4, address / 4 + length));
  const gradients = layers.map(({ kernel, units }, l) => {
    const { kernelGradient, biasGradient } = places[l]!;
    return { kernel: read(kernelGradient, kernel.length), biases: read(biasGradient, units) };
  });
  return { loss: value, outputs, gradients };
}

type Plan = ReturnType<typeof planMemory>;

/** `lastBytes`: of each row of the last tile, whole blocks of sixteen samples. */
function tilesOf(sampleCount: number): { readonly count: number; readonly lastBytes: number } {
  const count = Math.ceil(sampleCount / ROW_SAMPLES);
  const lastSamples = sampleCount - (count - 1) * ROW_SAMPLES;
  return { count, lastBytes: Math.ceil(lastSamples / 16) * 64 };
}

/** Addresses in bytes, of what one part of a batch needs. */
function planMemory(layers: readonly Dense[], partCount: number, heap: number) {
  let at = Math.ceil(heap / 64) * 64;
  const take = (bytes: number) => {
    const from = at;
    at += Math.ceil(bytes / 64) * 64;
    return from;
  };
  const tileCount = tilesOf(partCount).count;
  const widest = layers.reduce((most, { units, inputCount }) => Math.max(most, units, inputCount), 0);
  const scratchSize = widest * ROW_BYTES;
  const places = layers.map(({ units, inputCount, activation }) => {
    const outputs = take(tileCount * units * ROW_BYTES);
    // The slope of tanh is told by its outputs: the sums need no room of their own, in memory or in the caches.
    const isTanh = (activation as readonly ActivationName[]).every((name) => name === 'tanh');
    return {
      kernel: take(4 * units * inputCount),
      biases: take(4 * units),
      codes: take(4 * units),
      kernelGradient: take(4 * units * inputCount),
      biasGradient: take(4 * units),
      outputs,
      sums: isTanh ? outputs : take(tileCount * units * ROW_BYTES),
    };
  });
  const plan = {
    places,
    layers: take(layers.length * LAYER_BYTES),
    inputs: take(tileCount * layers[0]!.inputCount * ROW_BYTES),
    delta: take(tileCount * layers.at(-1)!.units * ROW_BYTES),
    scratch: take(2 * scratchSize),
    scratchSize,
  };
  return { ...plan, byteCount: at };
}

function putLayers(words: Int32Array, floats: Float32Array, layers: readonly Dense[], plan: Plan): void {
  layers.forEach(({ inputCount, units, kernel, biases, activation }, l) => {
    const place = plan.places[l]!;
    const { sums, outputs, kernelGradient, biasGradient } = place;
    const fields = [inputCount, units, place.kernel, place.biases, place.codes, sums, outputs];
    words.set([...fields, kernelGradient, biasGradient], (plan.layers + l * LAYER_BYTES) / 4);
    floats.set(kernel, place.kernel / 4);
    floats.set(biases!, place.biases / 4);
    (activation as readonly ActivationName[]).forEach((name, o) => {
      words[place.codes / 4 + o] = codes[name];
    });
    floats.fill(0, kernelGradient / 4, kernelGradient / 4 + kernel.length);
    floats.fill(0, biasGradient / 4, biasGradient / 4 + units);
  });
}

/** `factor` times samples after samples, to rows of samples; what the last tile has room for beyond them is 0. */
function intoTiles(
  floats: Float32Array,
  address: number,
  from: ArrayLike<number>,
  columns: number,
  part: { readonly first: number; readonly count: number },
  factor = 1,
): void {
  for (let done = 0, row = address / 4; done < part.count; done += ROW_SAMPLES) {
    const count = Math.min(ROW_SAMPLES, part.count - done);
    for (let column = 0; column < columns; column++, row += ROW_SAMPLES) {
      let at = (part.first + done) * columns + column;
      for (let s = 0; s < count; s++, at += columns) floats[row + s] = factor * from[at]!;
      floats.fill(0, row + count, row + ROW_SAMPLES);
    }
  }
}

/** The way back. */
function fromTiles(to: Float64Array, floats: Float32Array, address: number, columns: number): void {
  const sampleCount = to.length / columns;
  for (let first = 0, row = address / 4; first < sampleCount; first += ROW_SAMPLES) {
    const count = Math.min(ROW_SAMPLES, sampleCount - first);
    for (let column = 0; column < columns; column++, row += ROW_SAMPLES) {
      for (let s = 0; s < count; s++) to[(first + s) * columns + column] = floats[row + s]!;
    }
  }
}

function parseExports({ memory, heap, forward, backward }: WebAssembly.Exports): Exports {
  if (
    !(
      memory instanceof WebAssembly.Memory &&
      heap instanceof WebAssembly.Global &&
      typeof forward === 'function' &&
      typeof backward === 'function'
    )
  ) {
    throw new TypeError(
      'The training kernel exports memory, heap, forward and backward, and nothing else will do.',
    );
  }
  return {
    memory,
    heap: Number(heap.value),
    forward: (...values) => void forward(...values),
    backward: (...values) => void backward(...values),
  };
}
