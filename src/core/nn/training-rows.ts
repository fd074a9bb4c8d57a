import type { Data } from './evaluate.ts';
import type { Batch } from './gradients.ts';
import type { Sequential } from './sequential.ts';

/** The frozen layers at the bottom, whose outputs need computing once, and the rest. */
export function splitFrozen({ layers, ...rest }: Sequential): {
  frozen: Sequential | null;
  trained: Sequential;
} {
  const count = layers.findIndex(({ isTrainable }) => isTrainable);
  return count === 0
    ? { frozen: null, trained: { layers } }
    : { frozen: { ...rest, layers: layers.slice(0, count) }, trained: { layers: layers.slice(count) } };
}

/** What can be shuffled: single rows, or groups of rows that stay together. */
export function toRows(data: Data, model: Sequential) {
  const inputCount = model.layers[0]!.inputCount;
  const units = model.layers.at(-1)!.units;
  const sizes = data.groupSizes ?? new Array<number>(data.inputs.length / inputCount).fill(1);
  const starts: number[] = [];
  let next = 0;
  for (const size of sizes) {
    starts.push(next);
    next += size;
  }
  const take = (items: readonly number[]): Batch => {
    const count = items.reduce((sum, item) => sum + sizes[item]!, 0);
    const inputs = new Float64Array(count * inputCount);
    const targets = new Float64Array(count * units);
    const weights = data.sampleWeights === undefined ? null : new Float64Array(count);
    let row = 0;
    for (const item of items) {
      const from = starts[item]!;
      const size = sizes[item]!;
      inputs.set(data.inputs.subarray(from * inputCount, (from + size) * inputCount), row * inputCount);
      targets.set(data.targets.subarray(from * units, (from + size) * units), row * units);
      weights?.set(data.sampleWeights!.subarray(from, from + size), row);
      row += size;
    }
    return {
      inputs,
      targets,
      sampleWeights: weights,
      groupSizes: data.groupSizes === undefined ? null : items.map((item) => sizes[item]!),
    };
  };
  return { indices: sizes.map((_, i) => i), take };
}

export const toData = ({ inputs, targets, sampleWeights, groupSizes }: Batch): Data => ({
  inputs: inputs as Float64Array,
  targets: targets as Float64Array,
  ...(sampleWeights === null ? {} : { sampleWeights: sampleWeights as Float64Array }),
  ...(groupSizes === null ? {} : { groupSizes }),
});
