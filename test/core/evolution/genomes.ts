// Genomes for tests: small ones written down, and arbitrary valid ones.
import fc from 'fast-check';
import { type Coloring, noFinish } from '#core/cppn/coloring.ts';
import { coordinateNames, plainCoordinates } from '#core/cppn/coordinates.ts';
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { hashName } from '#core/math/random.ts';
import { activationNames } from '#core/nn/activations.ts';

/** One gray output, |w · (x, y, radius-plain) + bias| through an activation: a picture one can work out by hand. */
export const inkGenome = (
  weights: readonly [number, number, number],
  bias: number,
  activation: LayerGenes['activations'][number] = 'identity',
): Genome => ({
  schema: 1,
  coordinates: { ...plainCoordinates, inputs: ['x', 'y', 'radius-plain'] },
  layers: [{ neurons: [hashName(1, 0, 0)], kernel: [...weights], biases: [bias], activations: [activation] }],
  coloring: { kind: 'ink' },
  loop: { u: [0], v: [0], amplitude: 0.1, seconds: 8 },
});

export const paletteColoring = (index = 0): Extract<Coloring, { kind: 'palette' }> => ({
  kind: 'palette',
  palette: housePalettes[index]!,
  position: 'tanh',
  gain: 1,
  shade: 0.05,
  chroma: 0.2,
  finish: noFinish,
});

const weight = fc
  .oneof(
    { weight: 2, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.float({ min: -4, max: 4, noNaN: true }) },
    { weight: 1, arbitrary: fc.constantFrom(1000, -1000, 999.5, Math.fround(1e-40)) },
  )
  .map((value) => value + 0);

const stops = fc
  .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 0, maxLength: 6 })
  .chain((inner) => {
    const positions = [0, ...inner.sort((a, b) => a - b).map((value) => value / 1000), 1];
    return fc.tuple(
      ...positions.map((position) =>
        fc.record({
          position: fc.constant(position),
          lightness: fc.double({ min: 0, max: 1, noNaN: true }),
          chroma: fc.double({ min: 0, max: 0.4, noNaN: true }),
          hue: fc.double({ min: 0, max: 359.99, noNaN: true }),
        }),
      ),
    );
  });

const coloring: fc.Arbitrary<Coloring> = fc.oneof(
  {
    weight: 3,
    arbitrary: stops.map((all): Coloring => ({ ...paletteColoring(), palette: { name: 'Own', stops: all } })),
  },
  { weight: 1, arbitrary: fc.constantFrom<Coloring>({ kind: 'rgb' }, { kind: 'oklch' }, { kind: 'hsv' }) },
);

export interface Shape {
  readonly inputs: Genome['coordinates']['inputs'];
  readonly widths: readonly number[];
}

export const shape: fc.Arbitrary<Shape> = fc.record({
  inputs: fc.uniqueArray(fc.constantFrom(...coordinateNames), { minLength: 1, maxLength: 5 }),
  widths: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }),
});

/** Any valid genome of a shape: absent links, pass neurons, extreme weights, odd palettes. */
export const genomeOf = ({ inputs, widths }: Shape): fc.Arbitrary<Genome> => {
  const units = [...widths, 3];
  const layers = units.map((count, index) => {
    const fanIn = index === 0 ? inputs.length : units[index - 1]!;
    return fc.record({
      neurons: fc
        .nat({ max: 2 ** 30 })
        .map((seed) => Array.from({ length: count }, (_, neuron) => hashName(seed, index, neuron))),
      kernel: fc.array(weight, { minLength: count * fanIn, maxLength: count * fanIn }),
      biases: fc.array(weight, { minLength: count, maxLength: count }),
      activations: fc.array(fc.constantFrom(...activationNames), { minLength: count, maxLength: count }),
    });
  });
  const turns = fc.array(fc.float({ min: -3, max: 3, noNaN: true }), {
    minLength: units[0]!,
    maxLength: units[0]!,
  });
  return fc
    .record({ layers: fc.tuple(...layers), coloring, u: turns, v: turns })
    .map(({ layers, coloring, u, v }) => ({
      schema: 1,
      coordinates: { ...plainCoordinates, inputs },
      layers,
      coloring,
      loop: { u, v, amplitude: 0.15, seconds: 8 },
    }));
};

export const anyGenome = shape.chain(genomeOf);
export const anyKin = shape.chain((common) => fc.tuple(genomeOf(common), genomeOf(common)));
export const anyPair = fc.oneof(anyKin, fc.tuple(anyGenome, anyGenome));

/** What every valid genome obeys, as far as breeding could break it; gives what is wrong. */
export function faultsOf(genome: Genome): string[] {
  const faults: string[] = [];
  const say = (isFine: boolean, fault: string) => {
    if (!isFine) faults.push(fault);
  };
  let fanIn = genome.coordinates.inputs.length;
  for (const { neurons, kernel, biases, activations } of genome.layers) {
    say(kernel.length === biases.length * fanIn, 'kernel length');
    say(neurons.length === biases.length && activations.length === biases.length, 'layer width');
    for (const value of [...kernel, ...biases]) {
      say(
        Math.abs(value) <= 1000 && Math.fround(value) === value && !Object.is(value, -0),
        `weight ${value}`,
      );
    }
    fanIn = biases.length;
  }
  say(genome.loop.u.length === genome.layers[0]!.biases.length, 'loop u');
  say(genome.loop.v.length === genome.layers[0]!.biases.length, 'loop v');
  if (genome.coloring.kind === 'palette') {
    const { stops } = genome.coloring.palette;
    say(stops[0]!.position === 0 && stops.at(-1)!.position === 1, 'palette ends');
    stops.forEach(({ position, lightness, chroma, hue }, i) => {
      say(i === 0 || position >= stops[i - 1]!.position, 'stop order');
      say(lightness >= 0 && lightness <= 1, `lightness ${lightness}`);
      say(chroma >= 0 && chroma <= 0.4, `chroma ${chroma}`);
      say(hue >= 0 && hue < 360, `hue ${hue}`);
    });
  }
  return faults;
}
