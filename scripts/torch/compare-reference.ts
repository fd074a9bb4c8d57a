// What this library makes of a reference, beside what torch made of it.
import { computeGradients } from '#core/nn/gradients.ts';
import { createOptimizer } from '#core/nn/optimizers.ts';
import { predict } from '#core/nn/predict.ts';
import type { Sequential } from '#core/nn/sequential.ts';
import type { NetworkReference, TrajectoryReference } from './read-reference.ts';
import { turned } from './reference-parts.ts';

/** The largest error of one kind of number. */
export interface Comparison {
  readonly name: string;
  readonly error: number;
  /** The error as a share of what is allowed at its place; within tolerance up to 1. NaN never is. */
  readonly share: number;
}

/** Outputs and losses of a file of float32; gradients by the file's own largest. */
const OUTPUTS = 2e-6;
const LOSS = 1e-9;
const GRADIENTS = { relative: 1e-5, absolute: 1e-7 };
const TRAJECTORY = 1e-10;

export function compareReference(reference: NetworkReference | TrajectoryReference): Comparison[] {
  return reference.kind === 'network' ? compareNetwork(reference) : compareTrajectory(reference);
}

function compareNetwork({ model, inputs, targets, lossKind, outputs, loss, gradients }: NetworkReference) {
  const batch = { inputs, targets, sampleWeights: null, groupSizes: null };
  const found = computeGradients(model, batch, lossKind);
  const expected = gradients.flatMap(({ kernel, biases }) => [...kernel, ...(biases ?? [])]);
  const ours = found.gradients.flatMap(({ kernel, biases }) => [...(kernel ?? []), ...(biases ?? [])]);
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const gradientTolerance = GRADIENTS.relative * largest + GRADIENTS.absolute;
  return [
    compare('outputs', predict(model, inputs), outputs, relativeTo(OUTPUTS)),
    compare('outputs in training', found.outputs, outputs, relativeTo(OUTPUTS)),
    compare('loss', [found.loss], [loss], relativeTo(LOSS)),
    compare('gradients', ours, expected, () => gradientTolerance),
  ];
}

function compareTrajectory(reference: TrajectoryReference): Comparison[] {
  const { createModel, inputs, targets, lossKind, gradientAtStart, runs } = reference;
  const batch = { inputs, targets, sampleWeights: null, groupSizes: null };
  const start = createModel();
  const atStart = flat(start, computeGradients(start, batch, lossKind).gradients);
  return [
    compare('gradient at start', atStart, gradientAtStart, relativeTo(TRAJECTORY)),
    ...runs.flatMap(({ name, optimizer, lossBeforeStep, lossAfterLastStep, paramsAfterStep }) => {
      const model = createModel();
      const { apply } = createOptimizer(optimizer);
      const losses: number[] = [];
      const params = paramsAfterStep.flatMap(() => {
        const { loss, gradients } = computeGradients(model, batch, lossKind);
        losses.push(loss);
        apply(model, gradients);
        return flat(model, model.layers);
      });
      losses.push(computeGradients(model, batch, lossKind).loss);
      return [
        compare(`${name} loss`, losses, [...lossBeforeStep, lossAfterLastStep], relativeTo(TRAJECTORY)),
        compare(`${name} weights`, params, paramsAfterStep.flat(), relativeTo(TRAJECTORY)),
      ];
    }),
  ];
}

/** Files hold rounded numbers: what is larger than 1 is rounded more coarsely. */
const relativeTo = (tolerance: number) => (expected: number) => tolerance * Math.max(1, Math.abs(expected));

function compare(
  name: string,
  ours: ArrayLike<number>,
  expected: ArrayLike<number>,
  toleranceAt: (expected: number) => number,
): Comparison {
  if (ours.length !== expected.length) return { name, error: Number.NaN, share: Number.NaN };
  let error = 0;
  let share = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(ours[i]! - expected[i]!);
    if (Number.isNaN(difference)) return { name, error: difference, share: difference };
    error = Math.max(error, difference);
    share = Math.max(share, difference / toleranceAt(expected[i]!));
  }
  return { name, error, share };
}

/** In torch's order. */
const flat = (
  { layers }: Sequential,
  values: readonly { readonly kernel: ArrayLike<number> | null; readonly biases: ArrayLike<number> | null }[],
): number[] =>
  values.flatMap(({ kernel, biases }, index) => {
    const { inputCount, units } = layers[index]!;
    return [...turned(Float64Array.from(kernel!), units, inputCount), ...Array.from(biases ?? [])];
  });
