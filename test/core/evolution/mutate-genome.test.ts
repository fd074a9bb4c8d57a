import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { createDirection, moveGenome, roundLength } from '#core/evolution/mutate-genome.ts';
import type { Changed } from '#core/evolution/step.ts';
import { anyGenome, faultsOf, inkGenome } from './genomes.ts';

const changed = fc.constantFrom<Changed>('everything', 'form', 'color');
const seed = fc.nat();
const length = fc.constantFrom(0.001, 0.065, 0.3, 2, 16);

describe('moveGenome', () => {
  it('gives a valid genome for any valid genome', () => {
    fc.assert(
      fc.property(anyGenome, seed, changed, length, (genome, seed, changed, length) => {
        expect(faultsOf(moveGenome(genome, createDirection(genome, seed, changed), length))).toEqual([]);
      }),
    );
  });

  it('keeps absent links absent, present ones present, and neurons, activations, loop and coordinates as they are', () => {
    fc.assert(
      fc.property(anyGenome, seed, changed, length, (genome, seed, changed, length) => {
        const child = moveGenome(genome, createDirection(genome, seed, changed), length);
        child.layers.forEach(({ kernel, neurons, activations }, layer) => {
          const before = genome.layers[layer]!;
          expect(kernel.map((w) => w === 0)).toEqual(before.kernel.map((w) => w === 0));
          expect(neurons).toEqual(before.neurons);
          expect(activations).toEqual(before.activations);
        });
        expect(child.loop).toEqual(genome.loop);
        expect(child.coordinates).toEqual(genome.coordinates);
      }),
    );
  });

  it('leaves pass neurons with their weights and biases alone', () => {
    fc.assert(
      fc.property(anyGenome, seed, length, (genome, seed, length) => {
        const child = moveGenome(genome, createDirection(genome, seed, 'everything'), length);
        genome.layers.forEach(({ kernel, biases, activations }, layer) => {
          const fanIn = kernel.length / biases.length;
          activations.forEach((name, neuron) => {
            if (name !== 'pass') return;
            const row = [neuron * fanIn, (neuron + 1) * fanIn] as const;
            expect(child.layers[layer]!.kernel.slice(...row)).toEqual(kernel.slice(...row));
            expect(child.layers[layer]!.biases[neuron]).toBe(biases[neuron]);
          });
        });
      }),
    );
  });

  it('moves about 35 % of the weights, by N(0, 1) x length x (|w| + .25), and every bias', () => {
    const steps: number[] = [];
    let count = 0;
    for (let i = 0; i < 20; i++) {
      const genome = sampleGenome('orchard', i);
      const child = moveGenome(genome, createDirection(genome, i, 'form'), 0.1);
      genome.layers.forEach(({ kernel, biases }, layer) => {
        kernel.forEach((w, at) => {
          const by = child.layers[layer]!.kernel[at]! - w;
          count++;
          if (by !== 0) steps.push(by / (0.1 * (Math.abs(w) + 0.25)));
        });
        expect(child.layers[layer]!.biases.every((bias, at) => bias !== biases[at])).toBe(true);
      });
    }
    const deviation = Math.sqrt(steps.reduce((sum, step) => sum + step * step, 0) / steps.length);
    expect(steps.length / count).toBeGreaterThan(0.33);
    expect(steps.length / count).toBeLessThan(0.37);
    expect(deviation).toBeGreaterThan(0.95);
    expect(deviation).toBeLessThan(1.05);
  });

  it("moves no palette for 'form', nothing but the palette for 'color', and both for 'everything'", () => {
    const genome = sampleGenome('silk', 3);
    const child = (changed: Changed) => moveGenome(genome, createDirection(genome, 8, changed), 0.2);
    expect(child('form').coloring).toEqual(genome.coloring);
    expect(child('form').layers).not.toEqual(genome.layers);
    expect(child('color').layers).toEqual(genome.layers);
    const before = { ...genome.coloring, palette: null };
    expect({ ...child('color').coloring, palette: null }).toEqual(before);
    expect(child('color').coloring).not.toEqual(genome.coloring);
    expect(child('everything').layers).not.toEqual(genome.layers);
    expect(child('everything').coloring).toEqual(child('color').coloring);
  });

  it("moves the last layer for 'color' where there is no palette", () => {
    const genome = inkGenome([1, 0.5, 0], 0.2);
    const child = moveGenome(genome, createDirection(genome, 1, 'color'), 0.2);
    expect(child.layers).not.toEqual(genome.layers);
    const deep = { ...sampleGenome('silk', 3), coloring: { kind: 'rgb' } as const };
    const moved = moveGenome(deep, createDirection(deep, 1, 'color'), 0.2);
    expect(moved.layers.slice(0, -1)).toEqual(deep.layers.slice(0, -1));
    expect(moved.layers.at(-1)).not.toEqual(deep.layers.at(-1));
  });

  it('gives the same child for the same seed and another for another', () => {
    const genome = sampleGenome('fold', 1);
    const child = (seed: number) => moveGenome(genome, createDirection(genome, seed, 'everything'), 0.1);
    expect(child(5)).toEqual(child(5));
    expect(child(5)).not.toEqual(child(6));
  });

  it('goes nowhere at length 0', () => {
    fc.assert(
      fc.property(anyGenome, seed, changed, (genome, seed, changed) => {
        expect(moveGenome(genome, createDirection(genome, seed, changed), 0)).toEqual(genome);
      }),
    );
  });

  it('limits weights to ±1000', () => {
    const genome = inkGenome([1000, -1000, 3], 1000);
    for (let seed = 0; seed < 20; seed++) {
      const { kernel, biases } = moveGenome(genome, createDirection(genome, seed, 'form'), 16).layers[0]!;
      expect(Math.max(...kernel.map(Math.abs), Math.abs(biases[0]!))).toBeLessThanOrEqual(1000);
    }
  });
});

describe('roundLength', () => {
  it('keeps three significant digits', () => {
    expect([0.0649999, 1.2345, 0.000123456, 12.3456].map(roundLength)).toEqual([0.065, 1.23, 0.000123, 12.3]);
  });
});
