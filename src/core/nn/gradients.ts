// Backpropagation over tiles of samples: what a tile needs stays in the nearest cache. In a tile, values stand as [node][sample], so
// that every inner loop runs along samples.
import { backThroughRow } from './activation-rows.ts';
import { type Loss, lossInto } from './losses.ts';
import { addGradientTile, addInputGradientTile, sumTile } from './matrix-tiles.ts';
import { activateRow } from './rows.ts';
import { scaledInputs } from './scaling.ts';
import type { Dense, Sequential } from './sequential.ts';
import { softmaxTile, throughSoftmaxTile } from './softmax-tiles.ts';
import { createWorkspace, type Workspace } from './workspace.ts';

/** One layer's, shaped as its kernel and biases; null where the layer is frozen or has none. */
export interface LayerGradients {
  readonly kernel: Float64Array | null;
  readonly biases: Float64Array | null;
}

export interface Batch {
  /** [sampleCount, inputCount], row-major. */
  readonly inputs: ArrayLike<number>;
  /** [sampleCount, units of the last layer], row-major. */
  readonly targets: ArrayLike<number>;
  readonly sampleWeights: ArrayLike<number> | null;
  readonly groupSizes: readonly number[] | null;
}

/** `computeGradients`, or what takes its place. */
export type ComputeGradients = (
  model: Sequential,
  batch: Batch,
  loss: Loss,
  workspace?: Workspace,
) => { loss: number; outputs: Float64Array; gradients: LayerGradients[] };

/** 32 neurons of it fill half of a first-level cache. */
const TILE = 64;

/**
 * The loss of a batch and its gradient with respect to every trainable parameter, by backpropagation.
 * The result matches `model.layers`, layer by layer. Finite for any finite weights and inputs. A workspace spares allocations
 * from one call to the next; nothing that is returned lives in it but `outputs`.
 * Throws RangeError when `inputs` or `targets` do not fit the model.
 * Source: Rumelhart, Hinton & Williams, Nature 323 (1986), 533-536.
 */
export const computeGradients: ComputeGradients = (model, batch, loss, workspace = createWorkspace()) => {
  const { layers } = model;
  const sampleCount = checkedSampleCount(model, batch);
  const units = layers.at(-1)!.units;
  const passes = layers.map(
    (layer, index): Pass => ({
      sums: workspace.take(`sums ${index}`, layer.units * sampleCount),
      outputs: workspace.take(`outputs ${index}`, layer.units * sampleCount),
    }),
  );
  const given = scaledInputs(model, batch.inputs);
  const inputs = workspace.take('inputs', given.length);
  const outputs = workspace.take('all outputs', units * sampleCount);
  for (let first = 0; first < sampleCount; first += TILE) {
    const count = Math.min(TILE, sampleCount - first);
    intoTile(inputs, given, layers[0]!.inputCount, first, count);
    forwardTile(layers, inputs, passes, first, count);
    fromTile(outputs, passes.at(-1)!.outputs, units, first, count);
  }
  const outputGradient = workspace.take('output gradient', outputs.length);
  const value = lossInto(outputGradient, loss, { ...batch, outputs, units });

  const gradients = layers.map(
    ({ isTrainable, kernel, biases }): LayerGradients =>
      isTrainable
        ? {
            kernel: new Float64Array(kernel.length),
            biases: biases === null ? null : new Float64Array(biases.length),
          }
        : { kernel: null, biases: null },
  );
  const widest = layers.reduce((most, layer) => Math.max(most, layer.units, layer.inputCount), 0);
  const deltas = [
    workspace.take('delta', widest * TILE),
    workspace.take('other delta', widest * TILE),
  ] as const;
  for (let first = 0; first < sampleCount; first += TILE) {
    const count = Math.min(TILE, sampleCount - first);
    intoTile(deltas[0], outputGradient, units, first, count, 0);
    backwardTile(layers, inputs, passes, gradients, deltas, first, count);
  }
  return { loss: value, outputs, gradients };
};

/** What one layer summed and gave, tile by tile; within a tile [node][sample]. */
interface Pass {
  readonly sums: Float64Array;
  readonly outputs: Float64Array;
}

function checkedSampleCount({ layers }: Sequential, { inputs, targets }: Batch): number {
  const first = layers[0];
  if (first === undefined) throw new RangeError('A model to train needs at least one layer, got none.');
  const units = layers.at(-1)!.units;
  const sampleCount = inputs.length / first.inputCount;
  if (!Number.isInteger(sampleCount) || sampleCount === 0) {
    throw new RangeError(`Training expects a multiple of ${first.inputCount} inputs, got ${inputs.length}.`);
  }
  if (targets.length !== sampleCount * units) {
    throw new RangeError(
      `Training expects ${sampleCount * units} targets for ${sampleCount} samples, got ${targets.length}.`,
    );
  }
  return sampleCount;
}

function forwardTile(
  layers: readonly Dense[],
  inputs: Float64Array,
  passes: readonly Pass[],
  first: number,
  count: number,
): void {
  let values = inputs;
  layers.forEach((layer, index) => {
    const { sums, outputs } = passes[index]!;
    const at = first * layer.units;
    sumTile(sums, at, layer, values, first * layer.inputCount, count);
    outputs.set(sums.subarray(at, at + layer.units * count), at);
    if (layer.activation === 'softmax') softmaxTile(outputs, at, layer.units, count);
    else {
      for (let o = 0; o < layer.units; o++)
        activateRow(layer.activation[o]!, outputs, at + o * count, at + (o + 1) * count);
    }
    values = outputs;
  });
}

/** `deltas[0]` is d loss / d outputs of the last layer. Adds to `gradients`. */
function backwardTile(
  layers: readonly Dense[],
  inputs: Float64Array,
  passes: readonly Pass[],
  gradients: readonly LayerGradients[],
  deltas: readonly [Float64Array, Float64Array],
  first: number,
  count: number,
): void {
  const lowest = layers.findIndex(({ isTrainable }) => isTrainable);
  let [delta, next] = deltas;
  for (let index = layers.length - 1; index >= Math.max(0, lowest); index--) {
    const layer = layers[index]!;
    const { sums, outputs } = passes[index]!;
    const at = first * layer.units;
    if (layer.activation === 'softmax') throughSoftmaxTile(delta, outputs, at, layer.units, count);
    else {
      for (let o = 0; o < layer.units; o++)
        backThroughRow(layer.activation[o]!, delta, o * count, sums, outputs, at + o * count, count);
    }
    const below = index === 0 ? inputs : passes[index - 1]!.outputs;
    const { kernel, biases } = gradients[index]!;
    if (kernel !== null)
      addGradientTile(kernel, biases, layer, delta, below, first * layer.inputCount, count);
    // Nothing below the lowest trainable layer is asked.
    if (index > lowest) {
      addInputGradientTile(next, layer, delta, count);
      [delta, next] = [next, delta];
    }
  }
}

/** Rows of samples to rows of nodes: a tile of `columns` nodes, at its own place in `to` or at `at`. */
function intoTile(
  to: Float64Array,
  from: ArrayLike<number>,
  columns: number,
  first: number,
  count: number,
  at = first * columns,
): void {
  for (let s = 0; s < count; s++) {
    const row = (first + s) * columns;
    for (let column = 0; column < columns; column++) to[at + column * count + s] = from[row + column]!;
  }
}

/** The way back. */
function fromTile(to: Float64Array, from: Float64Array, columns: number, first: number, count: number): void {
  const at = first * columns;
  for (let s = 0; s < count; s++) {
    const row = at + s * columns;
    for (let column = 0; column < columns; column++) to[row + column] = from[at + column * count + s]!;
  }
}
