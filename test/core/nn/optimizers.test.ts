import { describe, expect, test } from 'vitest';
import { computeGradients } from '#core/nn/gradients.ts';
import { buildSequential, copyModel } from '#core/nn/initializers.ts';
import { createOptimizer, type OptimizerOptions } from '#core/nn/optimizers.ts';

const kinds: readonly OptimizerOptions[] = [
  { kind: 'sgd', learningRate: 0.1 },
  { kind: 'sgd', learningRate: 0.1, momentum: 0.9 },
  { kind: 'sgd', learningRate: 0.1, momentum: 0.9, isNesterov: true },
  { kind: 'rmsprop', learningRate: 0.01 },
  { kind: 'adam', learningRate: 0.01 },
  { kind: 'adamw', learningRate: (step) => 0.01 / (1 + step), clipNorm: 0.5 },
];

const batch = {
  inputs: [0.1, -0.4, 0.9, 0.3, -0.7, 0.2],
  targets: [1, 0, 0.5],
  sampleWeights: null,
  groupSizes: null,
};
const start = buildSequential(2, [{ units: 5, activation: 'tanh' }, { units: 1 }], 4);

function train(model: typeof start, optimizer: ReturnType<typeof createOptimizer>, steps: number): void {
  for (let step = 0; step < steps; step++) {
    optimizer.apply(model, computeGradients(model, batch, { kind: 'meanSquaredError' }).gradients);
  }
}

describe('createOptimizer', () => {
  for (const options of kinds) {
    test(`${JSON.stringify(options)} goes on from what it remembered as if it had never stopped`, () => {
      const whole = copyModel(start);
      train(whole, createOptimizer(options), 7);

      const halves = copyModel(start);
      const first = createOptimizer(options);
      train(halves, first, 3);
      train(halves, createOptimizer(options, structuredClone(first.memory())), 4);
      expect(halves).toEqual(whole);
      expect(halves).not.toEqual(start);
    });
  }

  test('refuses a memory of another model', () => {
    const other = createOptimizer(
      { kind: 'sgd', learningRate: 0.1 },
      { step: 1, first: new Float64Array(3), second: new Float64Array(3) },
    );
    expect(() => train(copyModel(start), other, 1)).toThrow('remembers 3 weights, got 21');
  });
});
