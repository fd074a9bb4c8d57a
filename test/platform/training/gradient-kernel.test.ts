import { setFlagsFromString } from 'node:v8';
import { code as plainCode } from 'virtual:kernel-training-plain';
import { code as relaxedCode } from 'virtual:kernel-training-relaxed';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import { type ActivationName, activationNames } from '#core/nn/activations.ts';
import { type Batch, type ComputeGradients, computeGradients } from '#core/nn/gradients.ts';
import type { Loss } from '#core/nn/losses.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import { openGradientKernel } from '#platform/training/gradient-kernel.ts';
import { openGradients } from '#platform/training/open-gradients.ts';

// Node 20 knows relaxed SIMD, but only when asked.
setFlagsFromString('--experimental-wasm-relaxed-simd');

const squaredError: Loss = { kind: 'meanSquaredError' };

/** `sizes`: inputs, then units a layer; `activations` go round. */
function modelOf(
  seed: number,
  sizes: readonly number[],
  activations: readonly ActivationName[],
  scale = 0.7,
): Sequential {
  const random = createRandom(seed);
  let used = 0;
  const layers = sizes.slice(1).map((units, l): Dense => {
    const inputCount = sizes[l]!;
    return {
      inputCount,
      units,
      kernel: Float32Array.from({ length: units * inputCount }, () => random.normal() * scale),
      biases: Float32Array.from({ length: units }, () => random.normal() * 0.3),
      activation: Array.from({ length: units }, () => activations[used++ % activations.length]!),
      isTrainable: true,
    };
  });
  return { layers };
}

function batchOf(seed: number, { layers }: Sequential, sampleCount: number): Batch {
  const random = createRandom(seed);
  const floats = (length: number) => Float32Array.from({ length }, () => random.normal());
  return {
    inputs: floats(sampleCount * layers[0]!.inputCount),
    targets: floats(sampleCount * layers.at(-1)!.units),
    sampleWeights: null,
    groupSizes: null,
  };
}

/** The largest difference, as a share of the largest value. */
function shareApart(wanted: ArrayLike<number>, got: ArrayLike<number>): number {
  expect(got.length).toBe(wanted.length);
  let largest = 1e-9;
  let apart = 0;
  for (let i = 0; i < wanted.length; i++) {
    largest = Math.max(largest, Math.abs(wanted[i]!));
    apart = Math.max(apart, Math.abs(wanted[i]! - got[i]!));
  }
  return apart / largest;
}

function expectSame(
  compute: ComputeGradients,
  model: Sequential,
  batch: Batch,
  loss: Loss,
  limit = 1e-4,
): void {
  const wanted = computeGradients(model, batch, loss);
  const got = compute(model, batch, loss);
  expect(Math.abs(got.loss - wanted.loss)).toBeLessThan(limit * Math.abs(wanted.loss));
  expect(shareApart(wanted.outputs, got.outputs)).toBeLessThan(limit);
  wanted.gradients.forEach(({ kernel, biases }, l) => {
    expect(shareApart(kernel!, got.gradients[l]!.kernel!)).toBeLessThan(limit);
    expect(shareApart(biases!, got.gradients[l]!.biases!)).toBeLessThan(limit);
  });
}

describe.each([
  ['plain', plainCode],
  ['relaxed', relaxedCode],
])('openGradientKernel, %s', (_, code) => {
  const compute = openGradientKernel(code);

  it('gives what computeGradients gives, for every activation', () => {
    for (const name of activationNames) {
      const model = modelOf(3, [4, 9, 6, 3], [name, 'identity']);
      expectSame(compute, model, batchOf(5, model, 200), squaredError);
    }
  });

  it('does so for any shape and any number of samples', () => {
    for (const [sizes, sampleCount] of [
      [[1, 1], 1],
      [[5, 7, 1], 16],
      [[2, 3, 2, 5], 143],
      [[4, 32, 32, 3], 145],
      [[7, 33, 4], 300],
    ] as const) {
      const model = modelOf(1, sizes, ['tanh', 'sin', 'gaussian', 'relu']);
      expectSame(compute, model, batchOf(2, model, sampleCount), squaredError);
    }
  });

  it('remembers nothing of a larger model or batch before', () => {
    const large = modelOf(8, [6, 40, 40, 4], ['square'], 3);
    compute(large, batchOf(1, large, 700), squaredError);
    const small = modelOf(9, [3, 5, 2], ['tanh']);
    expectSame(compute, small, batchOf(4, small, 10), squaredError);
  });

  it('leaves the loss to its definition: weights of samples, and cross-entropy', () => {
    const model = modelOf(4, [4, 8, 3], ['sigmoid']);
    const batch = batchOf(6, model, 50);
    const sampleWeights = Float32Array.from({ length: 50 }, (_, i) => i % 3);
    expectSame(compute, model, { ...batch, sampleWeights }, squaredError);
    const targets = batch.targets instanceof Float32Array ? batch.targets.map((t) => (t > 0 ? 1 : 0)) : [];
    expectSame(compute, model, { ...batch, targets }, { kind: 'binaryCrossentropy', fromLogits: false });
    expectSame(compute, model, { ...batch, targets }, { kind: 'categoricalCrossentropy', fromLogits: true });
  });

  it('stays finite, and learns nothing at a limited sum, whatever the weights', () => {
    for (const name of activationNames) {
      const model = modelOf(7, [3, 6, 2], [name], 3e6);
      const batch = batchOf(3, model, 40);
      const { gradients } = compute(model, batch, squaredError);
      const wanted = computeGradients(model, batch, squaredError).gradients;
      gradients.forEach(({ kernel }, l) => {
        expect([name, kernel!.every(Number.isFinite)]).toEqual([name, true]);
        const isNothing = wanted[l]!.kernel!.every((value) => value === 0);
        if (isNothing) expect([name, kernel!.every((value) => Math.abs(value) < 1e-6)]).toEqual([name, true]);
      });
    }
  });

  it('only goes forward through a frozen model', () => {
    const model = modelOf(5, [4, 12, 3], ['sin', 'sigmoid']);
    const batch = batchOf(1, model, 170);
    const still = { layers: model.layers.map((layer) => ({ ...layer, isTrainable: false })) };
    const got = compute(still, batch, squaredError);
    expect(shareApart(computeGradients(still, batch, squaredError).outputs, got.outputs)).toBeLessThan(1e-5);
    expect(got.gradients).toEqual([
      { kernel: null, biases: null },
      { kernel: null, biases: null },
    ]);
  });

  it('leaves what it does not know to computeGradients, to the last digit', () => {
    const model = modelOf(2, [3, 5, 2], ['tanh']);
    const batch = batchOf(8, model, 20);
    const [first, last] = model.layers as [Dense, Dense];
    for (const layers of [
      [first, { ...last, activation: 'softmax' as const }],
      [{ ...first, isTrainable: false }, last],
      [{ ...first, biases: null }, last],
      model.layers.map((layer) => ({ ...layer, kernel: Float64Array.from(layer.kernel) })),
    ])
      expect(compute({ layers }, batch, squaredError)).toEqual(
        computeGradients({ layers }, batch, squaredError),
      );
    expect(() => compute(model, { ...batch, targets: [1] }, squaredError)).toThrow(RangeError);
  });
});

describe('openGradients', () => {
  const model = modelOf(3, [4, 9, 3], ['tanh']);
  const batch = batchOf(5, model, 200);
  const by = (compute: ComputeGradients) => compute(model, batch, squaredError).gradients;

  it('takes the first kernel that is not refused, and plain code where all are', () => {
    const refused = plainCode.slice(0, 400);
    const relaxed = by(openGradientKernel(relaxedCode));
    const plain = by(openGradientKernel(plainCode));
    expect(relaxed).not.toEqual(plain);
    expect(by(openGradients())).toEqual(relaxed);
    expect(by(openGradients([refused, plainCode]))).toEqual(plain);
    expect(by(openGradients([refused, '!']))).toEqual(by(computeGradients));
  });
});
