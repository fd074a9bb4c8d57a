import { describe, expect, test } from 'vitest';
import { setWeight } from '#core/cppn/edit-genome.ts';
import { muteNeuron } from '#core/cppn/mute-neuron.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { activationNames } from '#core/nn/activations.ts';
import { activationCurve } from '../../src/ui/easel/activation-curve.ts';
import { describeNeuron, nameNeuron, showWeight } from '../../src/ui/easel/neuron-words.ts';

const orchard = sampleGenome('orchard', 3);

describe('nameNeuron', () => {
  test('names inputs and outputs by what they mean', () => {
    expect(nameNeuron(orchard, { layer: -1, neuron: 2 })).toBe('Input radius');
    expect(nameNeuron(orchard, { layer: 3, neuron: 3 })).toBe('Layer 4, neuron 4');
    expect(nameNeuron(orchard, { layer: 6, neuron: 2 })).toBe('Output colour');
  });
});

describe('describeNeuron', () => {
  test('says the strongest input with its sign in words, and that it is muted', () => {
    const at = { layer: 3, neuron: 3 };
    const edited = setWeight(orchard, at, 6, -9.126);
    const activation = orchard.layers[3]!.activations[3];
    expect(describeNeuron(edited, at)).toMatch(/^\S+, strongest input layer 3, neuron 7, minus 9\.13$/);
    const first = setWeight(orchard, { layer: 0, neuron: 0 }, 2, 9);
    expect(describeNeuron(first, { layer: 0, neuron: 0 })).toMatch(/, strongest input radius, 9\.00$/);
    expect(activation).toBeDefined();
    expect(describeNeuron(muteNeuron(edited, at), at)).toMatch(/, muted$/);
  });
});

describe('showWeight', () => {
  test('has a true minus', () => {
    expect(showWeight(-0.818)).toBe('−0.82');
    expect(showWeight(2)).toBe('2.00');
  });
});

describe('activationCurve', () => {
  test('draws every activation inside its box', () => {
    for (const name of activationNames) {
      const numbers = activationCurve(name)
        .match(/[\d.]+/g)!
        .map(Number);
      expect(numbers.length, name).toBeGreaterThan(8);
      expect(Math.min(...numbers), name).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers), name).toBeLessThanOrEqual(24);
    }
  });
});
