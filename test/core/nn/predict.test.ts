import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ActivationName, activationNames, activations } from '#core/nn/activations.ts';
import { predict } from '#core/nn/predict.ts';
import type { Dense } from '#core/nn/sequential.ts';
import { hasShared, sharedPath } from '../../shared.ts';

const dense = (layer: Partial<Dense> & Pick<Dense, 'inputCount' | 'units' | 'kernel'>): Dense => ({
  biases: null,
  activation: new Array<ActivationName>(layer.units).fill('identity'),
  isTrainable: true,
  ...layer,
});

describe('predict', () => {
  it("applies each neuron's own activation", () => {
    const layer = dense({
      inputCount: 1,
      units: 3,
      kernel: Float32Array.of(1, 1, 1),
      activation: ['identity', 'abs', 'relu'],
    });
    expect([...predict({ layers: [layer] }, [-2])]).toEqual([-2, 2, 0]);
  });

  it('takes kernels as [units, inputCount], row-major, and samples row by row', () => {
    const layer = dense({
      inputCount: 2,
      units: 2,
      kernel: Float32Array.of(1, 2, 3, 4),
      biases: Float32Array.of(10, 20),
    });
    expect([...predict({ layers: [layer] }, [1, 1, 0, 1])]).toEqual([13, 27, 12, 24]);
  });

  it('gives shares that sum to 1 for softmax, however large its sums', () => {
    const layer = dense({
      inputCount: 1,
      units: 3,
      kernel: Float32Array.of(900, 901, -900),
      activation: 'softmax',
    });
    const shares = predict({ layers: [layer] }, [1]);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[1]! / shares[0]!).toBeCloseTo(Math.E, 6);
  });

  it('gives finite values whatever the weights', () => {
    const wild = dense({
      inputCount: 2,
      units: 1,
      kernel: Float32Array.of(1000, 1000),
      activation: ['square'],
    });
    const next = dense({ inputCount: 1, units: 1, kernel: Float32Array.of(1000), activation: ['square'] });
    const [value] = predict({ layers: [wild, next, next] }, [1e6, 1e6]);
    expect(Number.isFinite(value)).toBe(true);
  });

  it('says both sides when the inputs are not whole samples, and refuses a model without layers', () => {
    const layer = dense({ inputCount: 6, units: 1, kernel: new Float32Array(6) });
    expect(() => predict({ layers: [layer] }, [1, 2, 3, 4, 5])).toThrow('a multiple of 6 inputs, got 5');
    expect(() => predict({ layers: [] }, [])).toThrow(RangeError);
  });
});

/** That library's names and scales, by ours. */
const cppnjs: Record<string, (x: number) => number> = {
  BipolarSigmoid: (x) => activations['sigmoid-bipolar'](4.9 * x),
  PlainSigmoid: activations.sigmoid,
  Gaussian: (x) => activations['gaussian-bipolar'](2.5 * x),
  Linear: activations.abs,
  NullFn: () => 0,
  Sine: (x) => activations.sin(2 * x),
  StepFunction: activations.step,
};

describe.skipIf(!hasShared)('activations, beside another library (needs ../shared)', () => {
  it('agree with all 700 cases within 1e-6', () => {
    const file = JSON.parse(readFileSync(sharedPath('fixtures/cppnjs/functions.json'), 'utf8')) as {
      functions: { function: string; inputs: number[]; outputs: number[] }[];
    };
    let count = 0;
    for (const { function: name, inputs, outputs } of file.functions) {
      for (const [i, x] of inputs.entries()) {
        expect(Math.abs(cppnjs[name]!(x) - outputs[i]!), `${name}(${x})`).toBeLessThan(1e-6);
        count++;
      }
    }
    expect(count).toBe(700);
  });
});

describe('activations', () => {
  it('have a function for every name, finite over all clamped sums', () => {
    for (const name of activationNames) {
      for (const z of [-1e6, -20, -1, -1e-9, 0, 1e-9, 1, 20, 1e6]) {
        expect(Number.isFinite(activations[name](z)), `${name}(${z})`).toBe(true);
      }
    }
  });

  it('keep their definitions apart', () => {
    expect(activations.gaussian(0)).toBe(1);
    expect(activations['gaussian-bipolar'](2)).toBeCloseTo(2 * Math.exp(-4) - 1, 12);
    expect(activations['gaussian-half'](2)).toBeCloseTo(Math.exp(-2), 12);
    expect(activations.abs(-3)).toBe(3);
    expect(activations['abs-soft'](-3)).toBeCloseTo(Math.sqrt(9.003) - 0.6, 12);
    expect(activations['sigmoid-bipolar'](1)).toBeCloseTo(Math.tanh(0.5), 12);
    expect(activations.softplus(1)).toBeCloseTo(Math.log(1 + Math.E), 12);
    expect([activations.step(0), activations.step(0.1), activations.clamp(7), activations.clamp(-7)]).toEqual(
      [0, 1, 1, 0],
    );
  });
});
