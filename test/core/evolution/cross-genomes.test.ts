import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { canCross, crossGenomes, haveOneShape } from '#core/evolution/cross-genomes.ts';
import type { Changed } from '#core/evolution/step.ts';
import { anyKin, anyPair, faultsOf } from './genomes.ts';

const changed = fc.constantFrom<Changed>('everything', 'form', 'color');
const share = fc.constantFrom(0, 0.1, 0.35, 0.7, 1);

const rowOf = ({ layers }: Genome, layer: number, neuron: number) => {
  const { neurons, kernel, biases, activations } = layers[layer]!;
  const fanIn = kernel.length / biases.length;
  return {
    name: neurons[neuron],
    weights: kernel.slice(neuron * fanIn, (neuron + 1) * fanIn),
    bias: biases[neuron],
    activation: activations[neuron],
  };
};

const countFrom = (child: Genome, other: Genome) =>
  child.layers.reduce(
    (sum, { neurons }, layer) =>
      sum + neurons.filter((name, neuron) => name === other.layers[layer]!.neurons[neuron]).length,
    0,
  );

describe('crossGenomes', () => {
  it('gives a valid genome of the base shape for any two valid genomes', () => {
    fc.assert(
      fc.property(anyPair, fc.nat(), changed, share, ([base, other], seed, changed, share) => {
        const child = crossGenomes(base, other, { seed, share, changed });
        expect(faultsOf(child)).toEqual([]);
        expect(haveOneShape(child, base)).toBe(true);
      }),
    );
  });

  it('takes whole neurons: weights with their zeros, bias, activation, name and part in the loop, all from one parent', () => {
    fc.assert(
      fc.property(anyKin, fc.nat(), share, ([base, other], seed, share) => {
        const child = crossGenomes(base, other, { seed, share, changed: 'form' });
        child.layers.forEach(({ neurons }, layer) => {
          neurons.forEach((_, neuron) => {
            const row = JSON.stringify(rowOf(child, layer, neuron));
            const own = JSON.stringify(rowOf(base, layer, neuron));
            const foreign = JSON.stringify(rowOf(other, layer, neuron));
            expect([own, foreign]).toContain(row);
            if (layer > 0 || own === foreign) return;
            const from = row === own ? base : other;
            expect(child.loop.u[neuron]).toBe(from.loop.u[neuron]);
            expect(child.loop.v[neuron]).toBe(from.loop.v[neuron]);
          });
        });
      }),
    );
  });

  it('leaves places alone where either parent has a pass neuron', () => {
    fc.assert(
      fc.property(anyKin, fc.nat(), ([base, other], seed) => {
        const child = crossGenomes(base, other, { seed, share: 1, changed: 'everything' });
        child.layers.forEach(({ neurons }, layer) => {
          neurons.forEach((_, neuron) => {
            const names = [base, other].map(({ layers }) => layers[layer]!.activations[neuron]);
            if (names.includes('pass')) {
              expect(rowOf(child, layer, neuron)).toEqual(rowOf(base, layer, neuron));
            }
          });
        });
      }),
    );
  });

  it('takes the share of neurons it is asked for, and less of one seed is part of more', () => {
    const base = sampleGenome('porcelain', 1);
    const other = sampleGenome('silk', 2);
    const child = (share: number) => crossGenomes(base, other, { seed: 4, share, changed: 'form' });
    expect([0, 0.2, 0.4, 1].map((share) => countFrom(child(share), other))).toEqual([0, 10, 20, 51]);
    const names = (genome: Genome) => genome.layers.flatMap(({ neurons }) => neurons);
    const taken = (share: number) => names(child(share)).filter((name) => names(other).includes(name));
    expect(taken(0.4)).toEqual(expect.arrayContaining(taken(0.2)));
  });

  it('never leaves two neurons of one name in a layer, even where relatives are shuffled', () => {
    const base = sampleGenome('orchard', 1);
    const first = base.layers[0]!;
    const rows = [...first.neurons.keys()].reverse();
    const other: Genome = {
      ...base,
      layers: [{ ...first, neurons: rows.map((row) => first.neurons[row]!) }, ...base.layers.slice(1)],
    };
    for (let seed = 0; seed < 10; seed++) {
      const { neurons } = crossGenomes(base, other, { seed, share: 0.5, changed: 'form' }).layers[0]!;
      expect(new Set(neurons).size).toBe(neurons.length);
    }
  });

  it("blends the palette by the share; 'form' leaves it, 'color' leaves the network", () => {
    const base = sampleGenome('porcelain', 1);
    const other = sampleGenome('silk', 2);
    const form = crossGenomes(base, other, { seed: 1, share: 0.5, changed: 'form' });
    const color = crossGenomes(base, other, { seed: 1, share: 0.5, changed: 'color' });
    expect(form.coloring).toEqual(base.coloring);
    expect(color.layers).toEqual(base.layers);
    expect(color.coloring).not.toEqual(base.coloring);
  });

  it('blends only palette and finish amounts of networks of different shapes', () => {
    const base = sampleGenome('porcelain', 1);
    const other = sampleGenome('orchard', 2);
    const child = crossGenomes(base, other, { seed: 1, share: 0.5, changed: 'everything' });
    expect(child.layers).toEqual(base.layers);
    expect(child.loop).toEqual(base.loop);
    expect(child.coloring).toMatchObject({ finish: { relief: 0.85, grain: 0.035, steps: 0, lines: 0 } });
  });

  it('blends steps and lines only where both have them', () => {
    const paper = sampleGenome('cut-paper', 1);
    const cut = sampleGenome('linocut', 2);
    const orchard = sampleGenome('orchard', 3);
    const mixed = crossGenomes(paper, cut, { seed: 1, share: 0.5, changed: 'everything' });
    expect(mixed.coloring).toMatchObject({ finish: { steps: 6, edge: 0.085 } });
    const kept = crossGenomes(paper, orchard, { seed: 1, share: 0.5, changed: 'everything' });
    expect(kept.coloring).toMatchObject({ finish: { steps: 7, edge: 0.1, relief: 0.35 } });
    const none = crossGenomes(orchard, paper, { seed: 1, share: 0.5, changed: 'everything' });
    expect(none.coloring).toMatchObject({ finish: { steps: 0, edge: 0 } });
  });
});

describe('canCross', () => {
  it('says whether crossing would change anything', () => {
    const porcelain = sampleGenome('porcelain', 1);
    const silk = sampleGenome('silk', 2);
    const orchard = sampleGenome('orchard', 2);
    const rgb: Genome = { ...orchard, coloring: { kind: 'rgb' } };
    const answers = (a: Genome, b: Genome) =>
      (['everything', 'form', 'color'] as const).map((changed) => canCross(a, b, changed));
    expect(answers(porcelain, silk)).toEqual([true, true, true]);
    expect(answers(porcelain, orchard)).toEqual([true, false, true]);
    expect(answers(rgb, orchard)).toEqual([false, false, false]);
    expect(answers(rgb, rgb)).toEqual([true, true, false]);
  });
});
