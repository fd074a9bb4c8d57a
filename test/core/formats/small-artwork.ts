// A small artwork that is valid in every field: what tests bend.

import { plainCoordinates } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { Artwork } from '#core/gallery/records.ts';

export const smallGenome: Genome = {
  schema: 1,
  coordinates: { ...plainCoordinates },
  layers: [
    {
      neurons: ['00000000000000a1', '00000000000000a2'],
      kernel: [1.5, -0.75, 0.5, 0, 2, -1],
      biases: [0.25, -0.5],
      activations: ['sin', 'tanh'],
    },
    {
      neurons: ['00000000000000b1', '00000000000000b2', '00000000000000b3'],
      kernel: [1, 0.5, -1, 0.25, 0.125, 2],
      biases: [0, 0.5, -0.25],
      activations: ['identity', 'identity', 'identity'],
    },
  ],
  coloring: {
    kind: 'palette',
    palette: {
      name: 'Persimmon',
      stops: [
        { position: 0, lightness: 0.18, chroma: 0.03, hue: 265 },
        { position: 1, lightness: 0.95, chroma: 0.03, hue: 90 },
      ],
    },
    position: 'tanh',
    gain: 0.9,
    shade: 0.08,
    chroma: 0.25,
    finish: { relief: 0.7, grain: 0.07, steps: 0, edge: 0, lines: 0 },
  },
  loop: { u: [0.5, -0.5], v: [1, 0.25], amplitude: 0.15, seconds: 8 },
};

export const smallArtwork: Artwork = {
  id: '0123456789abcdef',
  schema: 2,
  title: 'Plum, lit',
  altText: 'A round form on a calm ground.',
  note: 'For the hall.',
  genome: smallGenome,
  view: { ...wholeView, zoom: 2, center: [0.25, -0.5] },
  origin: { kind: 'seed', recipe: 'orchard', sampler: 1, seed: 7 },
  isHung: true,
  hungSequence: 3,
  createdAtMs: 1_700_000_000_000,
  sequence: 3,
};

/** The value with one field, named as in `layers[0].kernel[2]`, replaced; `undefined` takes it away. */
export function withField(value: unknown, where: string, field: unknown): unknown {
  const copy = structuredClone(value);
  const keys = where.match(/[^.[\]]+/g)!;
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  if (field === undefined) delete at[keys.at(-1)!];
  else at[keys.at(-1)!] = field;
  return copy;
}
