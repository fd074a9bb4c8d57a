import { exp, log } from '#core/math/elementary.ts';
import { sigmoid } from './activations.ts';

/**
 * What training makes small. Names follow Keras; `fromLogits` takes the sums before sigmoid or softmax and is stable however large
 * they are. `groups` compares rows with one another: each group's scores (one output a row) become shares by softmax, and the loss is
 * the cross-entropy to the targets' shares: a pair, or a pick from a wall. With `singles`, a group of one row has a target of its own,
 * measured by its squared error, so that ratings and comparisons train one score; without, such a row says nothing.
 */
export type Loss =
  | { readonly kind: 'meanSquaredError' }
  | { readonly kind: 'binaryCrossentropy'; readonly fromLogits: boolean }
  | { readonly kind: 'categoricalCrossentropy'; readonly fromLogits: boolean }
  | { readonly kind: 'groups'; readonly singles?: 'squaredError' };

/** What one batch is measured against; every array is row-major. */
export interface LossInput {
  /** [sampleCount, units] */
  readonly outputs: Float64Array;
  /** [sampleCount, units]; for 'groups' the share of each row in its group. */
  readonly targets: ArrayLike<number>;
  /** [sampleCount], or null for 1 each. A group's weight is its first row's. */
  readonly sampleWeights: ArrayLike<number> | null;
  /** Rows of each group in order, for 'groups'. */
  readonly groupSizes: readonly number[] | null;
  readonly units: number;
}

/** Probabilities are kept this far from 0 and 1, as Keras does. */
const EPSILON = 1e-7;

const limited = (p: number) => Math.max(EPSILON, Math.min(1 - EPSILON, p));

/**
 * The mean loss of a batch (over elements for mean squared error and binary cross-entropy, over rows for categorical, over groups for
 * groups), each term times its sample's weight. Writes d loss / d outputs into `gradient`, [sampleCount, units].
 */
export function lossInto(gradient: Float64Array, loss: Loss, input: LossInput): number {
  switch (loss.kind) {
    case 'meanSquaredError':
      return squaredErrorInto(gradient, input);
    case 'binaryCrossentropy':
      return loss.fromLogits
        ? elementLossInto(gradient, input, (z, t) => [
            Math.max(z, 0) - z * t + log(1 + exp(-Math.abs(z))),
            sigmoid(z) - t,
          ])
        : elementLossInto(gradient, input, (y, t) => {
            const p = limited(y);
            const isInside = p === y;
            return [-(t * log(p) + (1 - t) * log(1 - p)), isInside ? (p - t) / (p * (1 - p)) : 0];
          });
    case 'categoricalCrossentropy':
      return loss.fromLogits
        ? groupLossInto(gradient, input, rowsOf(input))
        : probabilityLossInto(gradient, input);
    case 'groups':
      return groupLossInto(gradient, input, groupsOf(input), loss.singles === 'squaredError');
  }
}

/** As `elementLossInto`, which would make a pair for each of ten thousand outputs a step. */
function squaredErrorInto(
  gradient: Float64Array,
  { outputs, targets, sampleWeights, units }: LossInput,
): number {
  const count = outputs.length;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const weight = sampleWeights === null ? 1 : sampleWeights[Math.floor(i / units)]!;
    const error = outputs[i]! - targets[i]!;
    total += weight * (error * error);
    gradient[i] = (weight * (2 * error)) / count;
  }
  return total / count;
}

function elementLossInto(
  gradient: Float64Array,
  { outputs, targets, sampleWeights, units }: LossInput,
  term: (y: number, t: number) => [loss: number, slope: number],
): number {
  const count = outputs.length;
  let total = 0;
  for (let i = 0; i < count; i++) {
    const weight = sampleWeights === null ? 1 : sampleWeights[Math.floor(i / units)]!;
    const [value, slope] = term(outputs[i]!, targets[i]!);
    total += weight * value;
    gradient[i] = (weight * slope) / count;
  }
  return total / count;
}

/** Categorical cross-entropy of probabilities. */
function probabilityLossInto(
  gradient: Float64Array,
  { outputs, targets, sampleWeights, units }: LossInput,
): number {
  const rows = outputs.length / units;
  let total = 0;
  for (let i = 0; i < outputs.length; i++) {
    const weight = sampleWeights === null ? 1 : sampleWeights[Math.floor(i / units)]!;
    const y = outputs[i]!;
    const p = limited(y);
    total -= weight * targets[i]! * log(p);
    gradient[i] = p === y ? (-weight * targets[i]!) / (p * rows) : 0;
  }
  return total / rows;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly row: number;
}

const rowsOf = ({ outputs, units }: LossInput): Group[] =>
  Array.from({ length: outputs.length / units }, (_, row) => ({
    from: row * units,
    to: (row + 1) * units,
    row,
  }));

function groupsOf({ outputs, groupSizes, units }: LossInput): Group[] {
  if (units !== 1) throw new RangeError(`A loss over groups takes 1 output a row, got ${units}.`);
  let from = 0;
  const groups = (groupSizes ?? []).map((size) => {
    const group = { from, to: from + size, row: from };
    from += size;
    return group;
  });
  if (from !== outputs.length) throw new RangeError(`Groups hold ${from} rows, the batch ${outputs.length}.`);
  return groups;
}

/** Cross-entropy of softmax over each group of values, shifted by its largest; squared error of single ones where asked for. */
function groupLossInto(
  gradient: Float64Array,
  { outputs, targets, sampleWeights }: LossInput,
  groups: readonly Group[],
  areSinglesSquared = false,
): number {
  let total = 0;
  for (const { from, to, row } of groups) {
    const weight = (sampleWeights === null ? 1 : sampleWeights[row]!) / groups.length;
    if (areSinglesSquared && to === from + 1) {
      const error = outputs[from]! - targets[from]!;
      total += weight * error * error;
      gradient[from] = 2 * weight * error;
      continue;
    }
    let largest = Number.NEGATIVE_INFINITY;
    for (let i = from; i < to; i++) largest = Math.max(largest, outputs[i]!);
    let sum = 0;
    let share = 0;
    for (let i = from; i < to; i++) {
      sum += exp(outputs[i]! - largest);
      share += targets[i]!;
    }
    const logSum = largest + log(sum);
    for (let i = from; i < to; i++) {
      total += weight * targets[i]! * (logSum - outputs[i]!);
      gradient[i] = weight * (share * exp(outputs[i]! - logSum) - targets[i]!);
    }
  }
  return total;
}
