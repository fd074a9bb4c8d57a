// What a genome must look like, field by field. Numbers come out as they went in; parse-genome.ts settles the weights.
import * as v from 'valibot';
import { activationNames } from '#core/nn/activations.ts';
import { coordinateNames, samplings, tilings } from './coordinates.ts';
import { genomeLimits } from './genome.ts';
import { above, below, between, list, numbers, text, whole } from './schema-parts.ts';

/** Picture units and radians of anything that can be moved or turned: far beyond use, near enough to stay exact. */
export const anywhere = between(-1e6, 1e6);

const coordinates = v.object({
  inputs: v.pipe(
    list(v.picklist(coordinateNames), 1, coordinateNames.length),
    v.check((inputs) => new Set(inputs).size === inputs.length, 'must not name a coordinate twice'),
  ),
  scale: above(0, 100),
  rotation: anywhere,
  center: v.tuple([anywhere, anywhere]),
  tiling: v.picklist(tilings),
  tilePeriod: between(0.001, 1000),
  sampling: v.picklist(samplings),
});

const neuronId = v.pipe(
  v.string(),
  v.check((id) => /^[0-9a-f]{16}$/.test(id), 'must be 16 hexadecimal digits'),
);

const layer = v.object({
  neurons: list(neuronId, 1, genomeLimits.neuronsPerLayer),
  kernel: numbers(1, genomeLimits.weights),
  biases: numbers(1, genomeLimits.neuronsPerLayer),
  activations: list(v.picklist(activationNames), 1, genomeLimits.neuronsPerLayer),
});

const stop = v.object({
  position: between(0, 1),
  lightness: between(0, 1),
  chroma: between(0, 0.4),
  hue: below(0, 360),
});

const palette = v.object({
  name: text(100),
  stops: v.pipe(
    list(stop, 2, 12),
    v.check(
      (stops) =>
        stops[0]?.position === 0 &&
        stops.at(-1)?.position === 1 &&
        stops.every(({ position }, i) => i === 0 || position > stops[i - 1]!.position),
      'must rise from position 0 to position 1',
    ),
  ),
});

const finish = v.object({
  relief: between(0, 2),
  grain: between(0, 0.5),
  steps: v.pipe(
    whole(0, 32),
    v.check((steps) => steps !== 1, 'must be 0, or from 2 to 32'),
  ),
  edge: between(0, 0.5),
  lines: whole(0, 64),
});

const coloring = v.variant('kind', [
  v.object({
    kind: v.literal('palette'),
    palette,
    position: v.picklist(['tanh', 'sine']),
    gain: above(0, 10),
    shade: between(0, 1),
    chroma: between(0, 1),
    finish,
  }),
  v.object({ kind: v.picklist(['rgb', 'oklch', 'hsv', 'ink']) }),
]);

const loop = v.object({
  u: numbers(1, genomeLimits.neuronsPerLayer),
  v: numbers(1, genomeLimits.neuronsPerLayer),
  amplitude: between(0, 0.5),
  seconds: between(2, 20),
});

export const genomeSchema = v.object({
  schema: v.literal(1),
  coordinates,
  layers: list(layer, 1, genomeLimits.layers),
  coloring,
  loop,
});
