import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildNetwork } from '#core/cppn/build-network.ts';
import { coordinateFunctions } from '#core/cppn/coordinates.ts';
import { setBias, setWeight } from '#core/cppn/edit-genome.ts';
import { buildNeuronGenome, neuronKeys } from '#core/cppn/neuron-genome.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { predict } from '#core/nn/predict.ts';
import { arbitraryGenome } from './arbitrary-genome.ts';

/** With no -0 in it. */
const settledGenome = arbitraryGenome.map((genome) => parseGenome(genome).genome);

const fold = sampleGenome('fold', 11);

describe('buildNeuronGenome', () => {
  test('gives what the neuron gives inside the network, and 0 for light and color', () => {
    const inputs = fold.coordinates.inputs.map((name) => coordinateFunctions[name](0.3, -0.2, 0.36));
    for (const at of [
      { layer: 0, neuron: 4 },
      { layer: 3, neuron: 9 },
      { layer: 8, neuron: 2 },
    ]) {
      const within = predict({ layers: buildNetwork(fold).layers.slice(0, at.layer + 1) }, inputs);
      const alone = predict(buildNetwork(buildNeuronGenome(fold, at)), inputs);
      expect([...alone]).toEqual([within[at.neuron], 0, 0]);
    }
    expect([...predict(buildNetwork(buildNeuronGenome(fold, { layer: -1, neuron: 1 })), inputs)][0]).toBe(
      inputs[1],
    );
  });

  test('paints in greys', () => {
    const size = { widthPx: 12, heightPx: 12 };
    const request = {
      size,
      region: wholeRegion(size),
      view: wholeView,
      samples: 1,
      grain: 'pixel',
      dither: false,
    } as const;
    const { data } = paintRegion(buildNeuronGenome(fold, { layer: 2, neuron: 0 }), request);
    for (let at = 0; at < data.length; at += 4) {
      expect(
        Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!),
      ).toBeLessThan(24);
    }
  });

  test('of any neuron of any genome is a genome the border lets in', () => {
    fc.assert(
      fc.property(settledGenome, fc.nat(), fc.nat(), (genome, a, b) => {
        const layer = (a % (genome.layers.length + 1)) - 1;
        const width = layer < 0 ? genome.coordinates.inputs.length : genome.layers[layer]!.biases.length;
        const alone = buildNeuronGenome(genome, { layer, neuron: b % width });
        expect(parseGenome(alone).genome).toEqual(alone);
      }),
      { numRuns: 200 },
    );
  });
});

describe('neuronKeys', () => {
  test('change for the edited neuron and all after its layer, and for nothing else', () => {
    const before = neuronKeys(fold);
    const after = neuronKeys(setWeight(fold, { layer: 3, neuron: 2 }, 5, 0.123));
    for (const [column, keys] of before.entries()) {
      for (const [neuron, key] of keys.entries()) {
        const isReached = column > 4 || (column === 4 && neuron === 2);
        expect(after[column]![neuron] === key, `${column} ${neuron}`).toBe(!isReached);
      }
    }
    expect(before.map((keys) => keys.length)).toEqual([3, 10, 10, 10, 10, 10, 10, 10, 10, 3]);
  });

  test('tell every neuron of a network from every other, and tell biases apart', () => {
    const keys = neuronKeys(fold).flat();
    expect(new Set(keys).size).toBe(keys.length);
    const moved = neuronKeys(setBias(fold, { layer: 0, neuron: 0 }, 0.5));
    expect(moved[1]![0]).not.toBe(neuronKeys(fold)[1]![0]);
  });
});
