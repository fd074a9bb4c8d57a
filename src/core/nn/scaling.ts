import type { InputScaling, Sequential } from './sequential.ts';

/**
 * The scaling that gives each column of `inputs`, [sampleCount, inputCount], mean 0 and deviation 1. A column that never changes is
 * only moved. Throws RangeError when there is no whole number of samples, or none.
 */
export function measureScaling(inputs: ArrayLike<number>, inputCount: number): InputScaling {
  const sampleCount = inputs.length / inputCount;
  if (!Number.isInteger(sampleCount) || sampleCount === 0)
    throw new RangeError(`A scaling is of a multiple of ${inputCount} inputs, got ${inputs.length}.`);
  const columns = Array.from({ length: inputCount }, (_, column) => {
    let sum = 0;
    for (let i = column; i < inputs.length; i += inputCount) sum += inputs[i]!;
    const mean = sum / sampleCount;
    let squares = 0;
    for (let i = column; i < inputs.length; i += inputCount) squares += (inputs[i]! - mean) ** 2;
    return { mean, deviation: Math.sqrt(squares / sampleCount) || 1 };
  });
  return {
    means: columns.map(({ mean }) => mean),
    deviations: columns.map(({ deviation }) => deviation),
  };
}

/** What the first layer sees: the inputs themselves where the model scales nothing. */
export function scaledInputs({ scaling }: Sequential, inputs: ArrayLike<number>): ArrayLike<number> {
  if (scaling === undefined) return inputs;
  const { means, deviations } = scaling;
  const count = means.length;
  return Float64Array.from(inputs, (x, i) => (x - means[i % count]!) / deviations[i % count]!);
}
