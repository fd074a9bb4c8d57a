import { type Loss, lossInto } from './losses.ts';
import { predict } from './predict.ts';
import type { Sequential } from './sequential.ts';

export interface Data {
  /** [sampleCount, inputCount], row-major. */
  readonly inputs: Float32Array | Float64Array;
  /** [sampleCount, units of the last layer], row-major; classes one-hot. */
  readonly targets: Float32Array | Float64Array;
  /** [sampleCount], or absent for 1 each. */
  readonly sampleWeights?: Float32Array | Float64Array;
  /** For the loss 'groups': rows of each group, in order. */
  readonly groupSizes?: readonly number[];
}

export interface Metrics {
  readonly loss: number;
  /** Share of rows whose largest output is the largest target; for one output, on the same side of 1/2 (of 0 for logits). */
  readonly accuracy: number;
  readonly meanAbsoluteError: number;
}

/** Loss and metrics over all of `data`. Throws RangeError when shapes do not fit, or when there is nothing to measure. */
export function evaluate(model: Sequential, data: Data, loss: Loss): Metrics {
  if (data.inputs.length === 0) throw new RangeError('evaluate needs at least one sample, got none.');
  const outputs = predict(model, data.inputs);
  const { targets } = data;
  const units = model.layers.at(-1)!.units;
  if (outputs.length !== targets.length) {
    throw new RangeError(`evaluate expects ${outputs.length} targets, got ${targets.length}.`);
  }
  const threshold = 'fromLogits' in loss && loss.fromLogits ? 0 : 0.5;
  let right = 0;
  let error = 0;
  for (let row = 0; row < outputs.length; row += units) {
    if (units === 1) right += outputs[row]! > threshold === targets[row]! > 0.5 ? 1 : 0;
    else right += largestIn(outputs, row, units) === largestIn(targets, row, units) ? 1 : 0;
    for (let i = row; i < row + units; i++) error += Math.abs(outputs[i]! - targets[i]!);
  }
  return {
    loss: lossInto(new Float64Array(outputs.length), loss, {
      outputs,
      targets,
      sampleWeights: data.sampleWeights ?? null,
      groupSizes: data.groupSizes ?? null,
      units,
    }),
    accuracy: (right * units) / outputs.length,
    meanAbsoluteError: error / outputs.length,
  };
}

function largestIn(values: ArrayLike<number>, from: number, count: number): number {
  let best = 0;
  for (let i = 1; i < count; i++) if (values[from + i]! > values[from + best]!) best = i;
  return best;
}
