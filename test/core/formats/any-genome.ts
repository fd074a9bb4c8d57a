// Genomes of every kind the limits allow, as fast-check draws them.
import fc from 'fast-check';
import { type Coloring, outputCounts } from '#core/cppn/coloring.ts';
import { coordinateNames, samplings, tilings } from '#core/cppn/coordinates.ts';
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import type { View } from '#core/cppn/view.ts';
import { hashName } from '#core/math/random.ts';
import { activationNames } from '#core/nn/activations.ts';
import { anyWellFormedText } from './any-text.ts';

const real = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((x) => x + 0);
const weight = fc.float({ min: -1000, max: 1000, noNaN: true }).map((x) => x + 0);
const anywhere = real(-1e6, 1e6);
const many = <T>(item: fc.Arbitrary<T>, count: number) =>
  fc.array(item, { minLength: count, maxLength: count });

const coordinates = fc.record({
  inputs: fc.uniqueArray(fc.constantFrom(...coordinateNames), { minLength: 1, maxLength: 5 }),
  scale: real(1e-6, 100),
  rotation: anywhere,
  center: fc.tuple(anywhere, anywhere),
  tiling: fc.constantFrom(...tilings),
  tilePeriod: real(0.001, 1000),
  sampling: fc.constantFrom(...samplings),
});

const stop = fc.record({
  position: fc.constant(0),
  lightness: real(0, 1),
  chroma: real(0, 0.4),
  hue: real(0, 359.9),
});

const palette = fc.record({
  name: anyWellFormedText(20),
  stops: fc
    .array(stop, { minLength: 2, maxLength: 12 })
    .map((stops) => stops.map((one, i) => ({ ...one, position: i / (stops.length - 1) }))),
});

const coloring: fc.Arbitrary<Coloring> = fc.oneof(
  fc.record({
    kind: fc.constant('palette' as const),
    palette,
    position: fc.constantFrom('tanh' as const, 'sine' as const),
    gain: real(1e-6, 10),
    shade: real(0, 1),
    chroma: real(0, 1),
    finish: fc.record({
      relief: real(0, 2),
      grain: real(0, 0.5),
      steps: fc.integer({ min: 0, max: 32 }).filter((steps) => steps !== 1),
      edge: real(0, 0.5),
      lines: fc.integer({ min: 0, max: 64 }),
    }),
  }),
  fc.record({ kind: fc.constantFrom('rgb' as const, 'oklch' as const, 'hsv' as const, 'ink' as const) }),
);

const layer = (units: number, inputCount: number, index: number): fc.Arbitrary<LayerGenes> =>
  fc.record({
    neurons: fc.nat().map((seed) => Array.from({ length: units }, (_, unit) => hashName(seed, index, unit))),
    kernel: many(weight, units * inputCount),
    biases: many(weight, units),
    activations: many(fc.constantFrom(...activationNames), units),
  });

export const anyGenome: fc.Arbitrary<Genome> = fc
  .tuple(coordinates, coloring, fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 5 }))
  .chain(([placed, colored, widths]) => {
    const counts = [placed.inputs.length, ...widths, outputCounts[colored.kind]];
    const layers = counts.slice(1).map((units, i) => layer(units, counts[i]!, i));
    return fc.record({
      schema: fc.constant(1 as const),
      coordinates: fc.constant(placed),
      layers: fc.tuple(...layers),
      coloring: fc.constant(colored),
      loop: fc.record({
        u: many(real(-5, 5), counts[1]!),
        v: many(real(-5, 5), counts[1]!),
        amplitude: real(0, 0.5),
        seconds: real(2, 20),
      }),
    });
  });

export const anyView: fc.Arbitrary<View> = fc.record({
  center: fc.tuple(anywhere, anywhere),
  zoom: real(0.05, 1e4),
  rotation: anywhere,
  phase: real(0, 0.999),
});
