// Pictures of ordinary networks: each kind of thing in which a painter can differ from the definition.
import type { Finish } from '#core/cppn/coloring.ts';
import { type Coordinates, coordinateNames, samplings, tilings } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { type View, wholeView } from '#core/cppn/view.ts';
import { activationNames } from '#core/nn/activations.ts';

export type AskedPicture = readonly [Genome, PaintRequest];

export const size = { widthPx: 41, heightPx: 30 };
export const request = (changes: Partial<PaintRequest> = {}): PaintRequest => ({
  size,
  region: wholeRegion(changes.size ?? size),
  view: wholeView,
  samples: 2,
  grain: 'pixel',
  dither: true,
  ...changes,
});

export const orchard = sampleGenome('orchard', 11);
export const silk = sampleGenome('silk', 4);

function withActivation(name: (typeof activationNames)[number]): Genome {
  const layers = silk.layers.map((layer, l) =>
    l === silk.layers.length - 1 ? layer : { ...layer, activations: layer.activations.map(() => name) },
  );
  return { ...silk, layers };
}

export function withFinish(finish: Partial<Finish>): Genome {
  const { coloring } = silk;
  if (coloring.kind !== 'palette') throw new Error('silk has a palette');
  const none = { relief: 0, grain: 0, steps: 0, edge: 0, lines: 0 };
  return { ...silk, coloring: { ...coloring, finish: { ...none, ...finish } } };
}

const withCoordinates = (changes: Partial<Coordinates>): Genome => ({
  ...orchard,
  coordinates: { ...orchard.coordinates, ...changes },
});

const withColoring = (kind: 'rgb' | 'oklch' | 'hsv' | 'ink'): Genome => ({
  ...silk,
  coloring: { kind },
  layers: kind === 'ink' ? withoutOutputs(silk.layers, 1) : silk.layers,
});

const withoutOutputs = (layers: Genome['layers'], kept: number): Genome['layers'] => {
  const last = layers.at(-1)!;
  const inputCount = last.kernel.length / last.biases.length;
  return [
    ...layers.slice(0, -1),
    {
      neurons: last.neurons.slice(0, kept),
      kernel: last.kernel.slice(0, kept * inputCount),
      biases: last.biases.slice(0, kept),
      activations: last.activations.slice(0, kept),
    },
  ];
};

export const view = (changes: Partial<View>): View => ({ ...wholeView, ...changes });
export const everySampling = [1, 2, 3, 4] as const;
const colorings = ['rgb', 'oklch', 'hsv', 'ink'] as const;
export const finishes: readonly Partial<Finish>[] = [
  { relief: 1 },
  { grain: 0.2 },
  { steps: 7, edge: 0.1 },
  { lines: 18 },
  { relief: 0.5, grain: 0.1, steps: 5, edge: 0.07, lines: 9 },
];

/** `npm run soak` takes all. */
const houseSeedStep = process.env.PALATE_SOAK === undefined ? 5 : 1;

/** Each kind of thing that can differ, with many pictures of it. */
const ordinary: Record<string, readonly AskedPicture[]> = {
  activations: activationNames.map((name) => [withActivation(name), request()]),
  colorings: colorings.flatMap((kind) =>
    everySampling.map((samples) => [withColoring(kind), request({ samples })] as const),
  ),
  'colorings without dither': colorings.map((kind) => [
    withColoring(kind),
    request({ samples: 1, dither: false }),
  ]),
  finishes: finishes.flatMap((finish) =>
    everySampling.flatMap((samples) =>
      (finish.grain === undefined ? (['pixel'] as const) : (['pixel', 'print'] as const)).map(
        (grain) => [withFinish(finish), request({ samples, grain })] as const,
      ),
    ),
  ),
  coordinates: coordinateNames.flatMap((name) =>
    tilings.map(
      (tiling) =>
        [withCoordinates({ inputs: ['x', 'y', name], tiling, tilePeriod: 0.8123 }), request()] as const,
    ),
  ),
  planes: samplings.flatMap((sampling) =>
    tilings.map((tiling) => {
      const place = { tilePeriod: 0.7, center: [0.4, 2.1], scale: 1.5, rotation: 0.4 } as const;
      return [withCoordinates({ ...place, sampling, tiling }), request()] as const;
    }),
  ),
  phases: [0.1, 0.5].map((phase) => [orchard, request({ view: view({ phase }) })]),
  'house seeds': houseSeeds
    .filter((_, i) => i % houseSeedStep === 0)
    .map(({ recipe, seed }) => [sampleGenome(recipe, seed), request()]),
};

const orchardWith = (inputs: Coordinates['inputs'], tiling: Coordinates['tiling']): Genome => {
  const [first, ...others] = orchard.layers;
  const weights = first!.kernel;
  const kernel = first!.biases.flatMap((_, o) =>
    inputs.map((_, i) => weights[(o * 5 + i * 7) % weights.length]! / Math.sqrt(inputs.length)),
  );
  return {
    ...orchard,
    coordinates: { ...orchard.coordinates, inputs, tiling, tilePeriod: 0.8123 },
    layers: [{ ...first!, kernel }, ...others],
    loop: { ...orchard.loop, amplitude: 0 },
  };
};

/** The same kinds of things, as many as go into a network at once; `npm run soak` takes all. */
const fewOrdinary: Record<string, readonly AskedPicture[]> = {
  activations: [0, 7].map((turn) => {
    const [first, ...others] = orchard.layers;
    const activations = first!.activations.map(
      (_, o) => activationNames[(o + turn) % activationNames.length]!,
    );
    return [{ ...orchard, layers: [{ ...first!, activations }, ...others] }, request()] as const;
  }),
  colorings: ([1, 2] as const).flatMap((samples) =>
    colorings.map((kind) => [withColoring(kind), request({ samples })] as const),
  ),
  finishes: ([1, 2] as const).flatMap((samples) =>
    finishes.map((finish) => [withFinish(finish), request({ samples, dither: samples === 1 })] as const),
  ),
  coordinates: tilings.map((tiling) => [orchardWith(coordinateNames, tiling), request()] as const),
  planes: samplings.map((sampling) => {
    const place = { center: [0.4, 2.1], scale: 1.5, rotation: 0.4 } as const;
    const region = { xPx: 7, yPx: 11, widthPx: 23, heightPx: 17 };
    return [
      withCoordinates({ ...place, sampling }),
      request({ region, view: view({ phase: 0.3 }) }),
    ] as const;
  }),
  'house seeds': houseSeeds
    .filter((_, i) => i % 29 === 0)
    .map(({ recipe, seed }) => [sampleGenome(recipe, seed), request()]),
};

/** Slopes of relief are differences of near numbers there. */
export const deepZooms: readonly AskedPicture[] = [30, 1000, 10_000].flatMap((zoom) =>
  [silk, orchard].map((genome) => {
    return [genome, request({ view: view({ center: [0.31, -0.72], zoom, rotation: 0.3 }) })] as const;
  }),
);

export const chosenOrdinary = process.env.PALATE_SOAK === undefined ? fewOrdinary : ordinary;

/** Shares of the bytes that differ, in percent, alpha left out. */
export interface Difference {
  readonly byOne: number;
  readonly byMore: number;
}

export function differenceOf(
  pairs: readonly (readonly [wanted: Uint8ClampedArray, got: Uint8ClampedArray])[],
): Difference {
  let byOne = 0;
  let byMore = 0;
  let count = 0;
  for (const [wanted, got] of pairs) {
    if (wanted.length !== got.length) throw new RangeError(`${wanted.length} and ${got.length} bytes.`);
    for (let i = 0; i < wanted.length; i++) {
      const apart = Math.abs(wanted[i]! - got[i]!);
      if (apart === 1) byOne++;
      if (apart > 1) byMore++;
    }
    count += (wanted.length / 4) * 3;
  }
  return { byOne: (100 * byOne) / count, byMore: (100 * byMore) / count };
}
