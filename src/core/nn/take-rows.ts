import type { Data } from './evaluate.ts';
import type { Batch } from './gradients.ts';
import type { Sequential } from './sequential.ts';

/** Some rows of the data, in that order, as a batch and as data. Throws RangeError for a row that is not there. */
export function takeRows(
  { inputs, targets }: Data,
  { layers }: Sequential,
  rows: readonly number[],
): Batch & { readonly data: Data; readonly count: number } {
  const inputCount = layers[0]!.inputCount;
  const units = layers.at(-1)!.units;
  const x = new Float64Array(rows.length * inputCount);
  const y = new Float64Array(rows.length * units);
  rows.forEach((row, at) => {
    if ((row + 1) * inputCount > inputs.length || (row + 1) * units > targets.length) {
      throw new RangeError(`Row ${row} is not among ${inputs.length / inputCount} rows.`);
    }
    for (let i = 0; i < inputCount; i++) x[at * inputCount + i] = inputs[row * inputCount + i]!;
    for (let i = 0; i < units; i++) y[at * units + i] = targets[row * units + i]!;
  });
  return {
    inputs: x,
    targets: y,
    sampleWeights: null,
    groupSizes: null,
    data: { inputs: x, targets: y },
    count: rows.length,
  };
}
