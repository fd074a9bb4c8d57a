import { exp } from '#core/math/elementary.ts';
import { activations } from './activations.ts';
import { scaledInputs } from './scaling.ts';
import type { Dense, Sequential } from './sequential.ts';

/** Sums are kept within this, so that any finite weights give finite outputs. */
export const SUM_LIMIT = 1e6;

/**
 * The forward pass. `inputs` is [sampleCount, inputCount], row-major; the result is [sampleCount, units of the last layer].
 * Computed in float64 from float32 weights: scaled inputs, then bias first and the inputs in order.
 * Throws RangeError when the model has no layer, or when `inputs` is not a whole number of samples.
 */
export function predict(model: Sequential, inputs: ArrayLike<number>): Float64Array {
  const first = model.layers[0];
  if (first === undefined) throw new RangeError('predict needs at least one layer, got none.');
  if (inputs.length % first.inputCount !== 0) {
    throw new RangeError(`predict expects a multiple of ${first.inputCount} inputs, got ${inputs.length}.`);
  }
  const sampleCount = inputs.length / first.inputCount;
  let values = new Float64Array(scaledInputs(model, inputs));
  for (const layer of model.layers) {
    const outputs = new Float64Array(sampleCount * layer.units);
    for (let s = 0; s < sampleCount; s++) {
      predictSampleInto(
        outputs.subarray(s * layer.units, (s + 1) * layer.units),
        layer,
        values.subarray(s * layer.inputCount, (s + 1) * layer.inputCount),
      );
    }
    values = outputs;
  }
  return values;
}

function predictSampleInto(outputs: Float64Array, layer: Dense, inputs: Float64Array): void {
  for (let o = 0; o < layer.units; o++) {
    let sum = layer.biases?.[o] ?? 0;
    for (let i = 0; i < layer.inputCount; i++) sum += layer.kernel[o * layer.inputCount + i]! * inputs[i]!;
    sum = Math.max(-SUM_LIMIT, Math.min(SUM_LIMIT, sum));
    outputs[o] = layer.activation === 'softmax' ? sum : activations[layer.activation[o]!](sum);
  }
  if (layer.activation === 'softmax') softmaxInPlace(outputs);
}

/** Shifted by the largest value, so that no exponential overflows. */
function softmaxInPlace(values: Float64Array): void {
  const largest = values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  let total = 0;
  for (let i = 0; i < values.length; i++) {
    values[i] = exp(values[i]! - largest);
    total += values[i]!;
  }
  for (let i = 0; i < values.length; i++) values[i]! /= total;
}
