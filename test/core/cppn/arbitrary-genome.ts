import fc from 'fast-check';
import type { Coloring } from '#core/cppn/coloring.ts';
import { outputCounts } from '#core/cppn/coloring.ts';
import { coordinateNames, samplings, tilings } from '#core/cppn/coordinates.ts';
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { createRandom, hashName } from '#core/math/random.ts';
import { activationNames } from '#core/nn/activations.ts';

const amount = (max: number) => fc.double({ min: 0, max, noNaN: true });

const coloring: fc.Arbitrary<Coloring> = fc.oneof(
  fc.constantFrom<Coloring>({ kind: 'rgb' }, { kind: 'oklch' }, { kind: 'hsv' }, { kind: 'ink' }),
  fc.record({
    kind: fc.constant('palette' as const),
    palette: fc.constantFrom(...housePalettes),
    position: fc.constantFrom('tanh' as const, 'sine' as const),
    gain: fc.double({ min: 0.01, max: 10, noNaN: true }),
    shade: amount(1),
    chroma: amount(1),
    finish: fc.record({
      relief: amount(2),
      grain: amount(0.5),
      steps: fc.constantFrom(0, 2, 7, 32),
      edge: amount(0.5),
      lines: fc.integer({ min: 0, max: 64 }),
    }),
  }),
);

/** Any valid genome of up to four hidden layers: every activation, coordinate, coloring, some weights zero, some huge. */
export const arbitraryGenome: fc.Arbitrary<Genome> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    inputs: fc.uniqueArray(fc.constantFrom(...coordinateNames), { minLength: 1, maxLength: 5 }),
    widths: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }),
    coloring,
    scale: fc.double({ min: 0.01, max: 100, noNaN: true }),
    rotation: fc.double({ min: -7, max: 7, noNaN: true }),
    center: fc.tuple(
      fc.double({ min: -9, max: 9, noNaN: true }),
      fc.double({ min: -9, max: 9, noNaN: true }),
    ),
    tiling: fc.constantFrom(...tilings),
    tilePeriod: fc.double({ min: 0.1, max: 10, noNaN: true }),
    sampling: fc.constantFrom(...samplings),
    spread: fc.constantFrom(0.3, 1.4, 30),
    zeros: amount(0.8),
  })
  .map(({ seed, inputs, widths, spread, zeros, coloring, ...place }) => {
    const random = createRandom(seed);
    const weight = () =>
      random.uniform() < zeros
        ? 0
        : Math.fround(Math.max(-1000, Math.min(1000, random.normal() * spread))) + 0;
    let fanIn = inputs.length;
    const layers = [...widths, outputCounts[coloring.kind]].map((units, index): LayerGenes => {
      const layer = {
        neurons: Array.from({ length: units }, (_, unit) => hashName(seed, index, unit)),
        kernel: Array.from({ length: units * fanIn }, weight),
        biases: Array.from({ length: units }, weight),
        activations: Array.from({ length: units }, () => random.pick(activationNames)),
      };
      fanIn = units;
      return layer;
    });
    const first = layers[0]!.biases.length;
    return {
      schema: 1,
      coordinates: { inputs, ...place },
      layers,
      coloring,
      loop: {
        u: Array.from({ length: first }, weight),
        v: Array.from({ length: first }, weight),
        amplitude: Math.fround(random.uniform() / 2),
        seconds: 8,
      },
    };
  });
