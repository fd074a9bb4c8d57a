// Backpropagation over tiles of samples. Values stand as [node][sample], so that every inner loop runs along samples.
import { exp } from '#core/math/elementary.ts';
import { derivatives } from './activations.ts';
import { type Loss, lossInto } from './losses.ts';
import { SUM_LIMIT } from './predict.ts';
import { activateRow, addFourRows, addRow, clampRow } from './rows.ts';
import type { Dense, Sequential } from './sequential.ts';

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

/**
 * The loss of a batch and its gradient with respect to every trainable parameter, by backpropagation.
 * The result matches `model.layers`, layer by layer. Finite for any finite weights and inputs.
 * Throws RangeError when `inputs` or `targets` do not fit the model.
 * Source: Rumelhart, Hinton & Williams, Nature 323 (1986), 533-536.
 */
export function computeGradients(
  model: Sequential,
  batch: Batch,
  loss: Loss,
): { loss: number; outputs: Float64Array; gradients: LayerGradients[] } {
  const { layers } = model;
  const sampleCount = checkedSampleCount(model, batch);
  const passes = forwardAll(layers, batch.inputs, sampleCount);
  const units = layers.at(-1)!.units;
  const outputs = transpose(passes.at(-1)!.outputs, units, sampleCount);
  const outputGradient = new Float64Array(outputs.length);
  const value = lossInto(outputGradient, loss, { ...batch, outputs, units });

  const gradients: LayerGradients[] = new Array(layers.length);
  let delta = transpose(outputGradient, sampleCount, units);
  for (let index = layers.length - 1; index >= 0; index--) {
    const layer = layers[index]!;
    const { inputs, sums, outputs: values } = passes[index]!;
    backThroughActivation(delta, layer, sums, values, sampleCount);
    gradients[index] = layer.isTrainable
      ? {
          kernel: kernelGradient(layer, delta, inputs, sampleCount),
          biases: layer.biases === null ? null : sumRows(delta, layer.units, sampleCount),
        }
      : { kernel: null, biases: null };
    // Nothing below the lowest trainable layer is asked.
    if (!layers.slice(0, index).some(({ isTrainable }) => isTrainable)) {
      for (let below = index - 1; below >= 0; below--) gradients[below] = { kernel: null, biases: null };
      break;
    }
    delta = inputGradient(layer, delta, sampleCount);
  }
  return { loss: value, outputs, gradients };
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

/** What one layer saw, summed and gave, each [node][sample]. */
interface Pass {
  readonly inputs: Float64Array;
  readonly sums: Float64Array;
  readonly outputs: Float64Array;
}

function forwardAll(layers: readonly Dense[], inputs: ArrayLike<number>, sampleCount: number): Pass[] {
  let values = transpose(inputs, sampleCount, layers[0]!.inputCount);
  return layers.map((layer) => {
    const sums = weightedSums(layer, values, sampleCount);
    const outputs = sums.slice();
    if (layer.activation === 'softmax') softmaxColumns(outputs, layer.units, sampleCount);
    else {
      for (let o = 0; o < layer.units; o++) {
        activateRow(layer.activation[o]!, outputs, o * sampleCount, (o + 1) * sampleCount);
      }
    }
    const pass = { inputs: values, sums, outputs };
    values = outputs;
    return pass;
  });
}

/** biases + kernel x values, clamped as every painter clamps. */
function weightedSums(
  { units, inputCount, kernel, biases }: Dense,
  values: Float64Array,
  n: number,
): Float64Array {
  const sums = new Float64Array(units * n);
  for (let o = 0; o < units; o++) {
    const to = o * n;
    if (biases !== null) sums.fill(biases[o]!, to, to + n);
    let i = 0;
    for (; i + 4 <= inputCount; i += 4) {
      const k = o * inputCount + i;
      addFourRows(sums, to, values, i * n, n, n, kernel[k]!, kernel[k + 1]!, kernel[k + 2]!, kernel[k + 3]!);
    }
    for (; i < inputCount; i++) addRow(sums, to, values, i * n, n, kernel[o * inputCount + i]!);
  }
  clampRow(sums, 0, sums.length);
  return sums;
}

/** delta becomes d loss / d sums; at a clamped sum it is 0. */
function backThroughActivation(
  delta: Float64Array,
  layer: Dense,
  sums: Float64Array,
  outputs: Float64Array,
  n: number,
): void {
  if (layer.activation === 'softmax') {
    for (let s = 0; s < n; s++) {
      let mean = 0;
      for (let at = s; at < delta.length; at += n) mean += outputs[at]! * delta[at]!;
      for (let at = s; at < delta.length; at += n) delta[at] = outputs[at]! * (delta[at]! - mean);
    }
    return;
  }
  for (let o = 0; o < layer.units; o++) {
    const slope = derivatives[layer.activation[o]!];
    for (let at = o * n; at < (o + 1) * n; at++) {
      const z = sums[at]!;
      delta[at] = Math.abs(z) >= SUM_LIMIT ? 0 : delta[at]! * slope(z, outputs[at]!);
    }
  }
}

/** [units, inputCount]: sum over samples of delta[o] * inputs[i]. */
function kernelGradient(
  { units, inputCount }: Dense,
  delta: Float64Array,
  inputs: Float64Array,
  n: number,
): Float64Array {
  const gradient = new Float64Array(units * inputCount);
  for (let o = 0; o < units; o++) {
    const from = o * n;
    let i = 0;
    for (; i + 4 <= inputCount; i += 4) {
      const x0 = i * n;
      const x1 = x0 + n;
      const x2 = x1 + n;
      const x3 = x2 + n;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      for (let s = 0; s < n; s++) {
        const e = delta[from + s]!;
        a += e * inputs[x0 + s]!;
        b += e * inputs[x1 + s]!;
        c += e * inputs[x2 + s]!;
        d += e * inputs[x3 + s]!;
      }
      const k = o * inputCount + i;
      gradient[k] = a;
      gradient[k + 1] = b;
      gradient[k + 2] = c;
      gradient[k + 3] = d;
    }
    for (; i < inputCount; i++) {
      let sum = 0;
      for (let s = 0; s < n; s++) sum += delta[from + s]! * inputs[i * n + s]!;
      gradient[o * inputCount + i] = sum;
    }
  }
  return gradient;
}

/** d loss / d inputs of a layer: kernel transposed x delta. */
function inputGradient({ units, inputCount, kernel }: Dense, delta: Float64Array, n: number): Float64Array {
  const result = new Float64Array(inputCount * n);
  for (let i = 0; i < inputCount; i++) {
    let o = 0;
    for (; o + 4 <= units; o += 4) {
      const k = o * inputCount + i;
      addFourRows(
        result,
        i * n,
        delta,
        o * n,
        n,
        n,
        kernel[k]!,
        kernel[k + inputCount]!,
        kernel[k + 2 * inputCount]!,
        kernel[k + 3 * inputCount]!,
      );
    }
    for (; o < units; o++) addRow(result, i * n, delta, o * n, n, kernel[o * inputCount + i]!);
  }
  return result;
}

function sumRows(values: Float64Array, rows: number, n: number): Float64Array {
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (let s = row * n; s < (row + 1) * n; s++) sum += values[s]!;
    return sum;
  });
}

function softmaxColumns(values: Float64Array, units: number, n: number): void {
  for (let s = 0; s < n; s++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < units; o++) largest = Math.max(largest, values[o * n + s]!);
    let total = 0;
    for (let o = 0; o < units; o++) {
      values[o * n + s] = exp(values[o * n + s]! - largest);
      total += values[o * n + s]!;
    }
    for (let o = 0; o < units; o++) values[o * n + s]! /= total;
  }
}

/** [rows, columns] to [columns, rows]. */
function transpose(values: ArrayLike<number>, rows: number, columns: number): Float64Array {
  const result = new Float64Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++, at++) result[column * rows + row] = values[at]!;
  }
  return result;
}
