import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CoordinateName } from '#core/cppn/coordinates.ts';
import { coordinateNames } from '#core/cppn/coordinates.ts';
import { setAmounts, setFinish, setPalette } from '#core/cppn/edit-coloring.ts';
import {
  addInput,
  isMirrored,
  removeInput,
  setLoop,
  setLoopPath,
  setMirrored,
  setPlacing,
} from '#core/cppn/edit-coordinates.ts';
import { fanIn, setActivation, setBias, setWeight, weightsInto } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { isMuted, muteNeuron, unmuteNeuron } from '#core/cppn/mute-neuron.ts';
import { linksInto, strongestWeight } from '#core/cppn/network-links.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { activationNames } from '#core/nn/activations.ts';
import { arbitraryGenome } from './arbitrary-genome.ts';

const orchard = sampleGenome('orchard', 7);

const size = { widthPx: 9, heightPx: 9 };
const bytesOf = (genome: Genome) => [
  ...paintRegion(genome, {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: false,
  }).data,
];

describe('setWeight', () => {
  test('changes one weight and nothing else', () => {
    const edited = setWeight(orchard, { layer: 2, neuron: 3 }, 4, -0.5);
    expect(weightsInto(edited, { layer: 2, neuron: 3 })[4]).toBe(-0.5);
    const changed = edited.layers[2]!.kernel.filter((w, i) => w !== orchard.layers[2]!.kernel[i]);
    expect(changed).toEqual([-0.5]);
    expect({ ...edited, layers: [] }).toEqual({ ...orchard, layers: [] });
    expect(edited.layers.filter((layer, i) => layer !== orchard.layers[i])).toHaveLength(1);
  });

  test('settles on what a file holds: float32 within 1000, no -0, no NaN', () => {
    const at = { layer: 0, neuron: 0 };
    const settled = (value: number) => weightsInto(setWeight(orchard, at, 1, value), at)[1];
    expect(settled(0.1)).toBe(Math.fround(0.1));
    expect(settled(5000)).toBe(1000);
    expect(settled(Number.NEGATIVE_INFINITY)).toBe(-1000);
    expect(Object.is(settled(-1e-60), 0)).toBe(true);
    expect(settled(Number.NaN)).toBe(0);
  });

  test('refuses neurons and inputs that are not there', () => {
    expect(() => setWeight(orchard, { layer: 9, neuron: 0 }, 0, 1)).toThrow(RangeError);
    expect(() => setWeight(orchard, { layer: 0, neuron: 10 }, 0, 1)).toThrow(RangeError);
    expect(() => setWeight(orchard, { layer: 6, neuron: 2 }, 99, 1)).toThrow(RangeError);
  });
});

describe('muteNeuron', () => {
  test('keeps a hidden neuron from the picture, and unmuteNeuron gives back what an older genome has', () => {
    const at = { layer: 1, neuron: 2 };
    expect(isMuted(orchard, at)).toBe(false);
    const muted = muteNeuron(orchard, at);
    expect(isMuted(muted, at)).toBe(true);
    expect(muted.layers[1]).toBe(orchard.layers[1]);
    // Nothing that happens to it matters now.
    expect(bytesOf(setBias(muted, at, 3))).toEqual(bytesOf(muted));
    expect(bytesOf(muted)).not.toEqual(bytesOf(orchard));
    // Another edit in between stays.
    const edited = setWeight(muted, { layer: 0, neuron: 0 }, 0, 0.25);
    const back = unmuteNeuron(edited, at, orchard)!;
    expect(back).toEqual(setWeight(orchard, { layer: 0, neuron: 0 }, 0, 0.25));
    expect(unmuteNeuron(back, at, orchard)).toBeNull();
    expect(unmuteNeuron(muted, at, muted)).toBeNull();
  });

  test('lets an output give 0, and back', () => {
    const at = { layer: orchard.layers.length - 1, neuron: 0 };
    const muted = muteNeuron(orchard, at);
    expect(isMuted(muted, at)).toBe(true);
    expect(isMuted(muted, { ...at, neuron: 1 })).toBe(false);
    expect(weightsInto(muted, at).every((w) => w === 0)).toBe(true);
    expect(unmuteNeuron(muted, at, orchard)).toEqual(orchard);
  });
});

describe('setPalette', () => {
  test('gives a picture without a palette one, and the outputs it takes', () => {
    const ink: Genome = {
      ...orchard,
      layers: [
        ...orchard.layers.slice(0, -1),
        {
          neurons: [orchard.layers.at(-1)!.neurons[0]!],
          kernel: orchard.layers.at(-1)!.kernel.slice(0, 10),
          biases: [0.5],
          activations: ['tanh'],
        },
      ],
      coloring: { kind: 'ink' },
    };
    const colored = setPalette(ink, housePalettes[3]!);
    expect(colored.coloring).toMatchObject({ kind: 'palette', palette: { name: 'Fig' } });
    expect(colored.layers.at(-1)!.biases).toEqual([0.5, 0, 0]);
    expect(parseGenome(colored).genome).toEqual(colored);
  });
});

describe('setFinish', () => {
  test('keeps amounts within their ranges; one step is none', () => {
    const finishOf = (genome: Genome) => genome.coloring.kind === 'palette' && genome.coloring.finish;
    expect(finishOf(setFinish(orchard, { relief: 9, steps: 1, lines: 3.4, grain: Number.NaN }))).toEqual({
      relief: 2,
      grain: 0,
      steps: 0,
      edge: 0,
      lines: 3,
    });
    expect(setAmounts(orchard, { gain: -3 }).coloring).toMatchObject({ gain: 0.01 });
  });
});

describe('addInput', () => {
  test('changes no pixel, and removeInput takes it back', () => {
    const more = addInput(orchard, 'angle-cos-2');
    expect(more.coordinates.inputs).toEqual(['x', 'y', 'radius', 'angle-cos-2']);
    expect(bytesOf(more)).toEqual(bytesOf(orchard));
    expect(removeInput(more, 'angle-cos-2')).toEqual(orchard);
    expect(addInput(more, 'angle-cos-2')).toBe(more);
  });

  test('leaves the last input', () => {
    const one = removeInput(removeInput(orchard, 'y'), 'radius');
    expect(one.coordinates.inputs).toEqual(['x']);
    expect(weightsInto(one, { layer: 0, neuron: 1 })).toEqual([
      weightsInto(orchard, { layer: 0, neuron: 1 })[0],
    ]);
    expect(removeInput(one, 'x')).toBe(one);
  });
});

describe('setMirrored', () => {
  test('puts |x| in the place of x with its weights, so that left and right are alike, and back', () => {
    const mirrored = setMirrored(orchard, 'x', true);
    expect(mirrored.coordinates.inputs).toEqual(['x-mirrored', 'y', 'radius']);
    expect(isMirrored(mirrored.coordinates, 'x')).toBe(true);
    const bytes = bytesOf({ ...mirrored, coloring: { kind: 'rgb' } });
    for (let y = 0; y < 9; y++)
      for (let x = 0; x < 4; x++) {
        const at = (column: number) => bytes.slice((y * 9 + column) * 4, (y * 9 + column) * 4 + 3);
        expect(at(x)).toEqual(at(8 - x));
      }
    expect(setMirrored(mirrored, 'x', false)).toEqual(orchard);
    const both = addInput(orchard, 'y-mirrored');
    expect(setMirrored(both, 'y', true).coordinates.inputs).toEqual(['x', 'radius', 'y-mirrored']);
  });
});

describe('setLoopPath', () => {
  test('draws the same path for the same seed and leaves the still alone', () => {
    const other = setLoopPath(orchard, 5);
    expect(other).toEqual(setLoopPath(orchard, 5));
    expect(other.loop.u).not.toEqual(orchard.loop.u);
    expect(bytesOf(other)).toEqual(bytesOf(orchard));
    expect(setLoop(orchard, { seconds: 99, amplitude: -1 }).loop).toMatchObject({
      seconds: 20,
      amplitude: 0,
    });
  });
});

describe('linksInto', () => {
  test('gives the strongest first and leaves out what is absent', () => {
    const genes = { neurons: ['a'], kernel: [0.5, 0, -2, 0.5], biases: [0], activations: ['sin'] as const };
    expect(linksInto(genes, 0)).toEqual([
      { input: 2, weight: -2 },
      { input: 0, weight: 0.5 },
      { input: 3, weight: 0.5 },
    ]);
    expect(strongestWeight(genes)).toBe(2);
  });
});

const wild = fc.oneof(fc.double({ min: -2000, max: 2000 }), fc.constant(Number.NaN), fc.constant(-0));

/** Some edit of some genome. */
const edited = arbitraryGenome.chain((unsettled) => {
  const { genome } = parseGenome(unsettled);
  const place = fc.nat({ max: genome.layers.length - 1 }).chain((layer) =>
    fc.record({
      layer: fc.constant(layer),
      neuron: fc.nat({ max: genome.layers[layer]!.biases.length - 1 }),
    }),
  );
  const coordinate = fc.constantFrom<CoordinateName>(...coordinateNames);
  return fc.oneof(
    fc
      .tuple(place, fc.nat(), wild)
      .map(([at, input, value]) => setWeight(genome, at, input % fanIn(genome.layers[at.layer]!), value)),
    fc.tuple(place, wild).map(([at, value]) => setBias(genome, at, value)),
    fc.tuple(place, fc.constantFrom(...activationNames)).map(([at, name]) => setActivation(genome, at, name)),
    place.map((at) => muteNeuron(genome, at)),
    place.map((at) => unmuteNeuron(muteNeuron(genome, at), at, genome) ?? genome),
    fc.constantFrom(...housePalettes).map((palette) => setPalette(genome, palette)),
    fc
      .tuple(wild, wild, wild)
      .map(([relief, grain, steps]) =>
        setFinish(genome, { relief, grain, steps, lines: steps, edge: grain }),
      ),
    fc.tuple(wild, wild).map(([gain, shade]) => setAmounts(genome, { gain, shade, chroma: shade })),
    coordinate.map((name) => addInput(genome, name)),
    coordinate.map((name) => removeInput(genome, name)),
    fc
      .tuple(fc.constantFrom('x' as const, 'y' as const), fc.boolean())
      .map(([axis, isOn]) => setMirrored(genome, axis, isOn)),
    fc
      .tuple(wild, wild, wild)
      .map(([scale, rotation, x]) =>
        setPlacing(genome, { scale, rotation, center: [x, rotation], tilePeriod: scale, tiling: 'mirror' }),
      ),
    fc.tuple(wild, wild).map(([seconds, amplitude]) => setLoop(genome, { seconds, amplitude })),
    fc.nat().map((seed) => setLoopPath(genome, seed)),
  );
});

describe('every edit', () => {
  test('gives a genome that the border lets in as it is', () => {
    fc.assert(
      fc.property(edited, (genome) => {
        const parsed = parseGenome(genome);
        expect(parsed.limitedWeightCount).toBe(0);
        expect(parsed.genome).toEqual(genome);
      }),
      { numRuns: 600 },
    );
  });
});
