import type { ActivationName } from '#core/nn/activations.ts';
import type { Coloring } from './coloring.ts';
import type { Coordinates } from './coordinates.ts';

/** Descent: hashed from a seed and a place at birth, kept by children. 16 hexadecimal digits. */
export type NeuronId = string;

export interface LayerGenes {
  readonly neurons: readonly NeuronId[];
  /** [units, inputCount], row-major, float32 values. An exact 0 is "no link": only `add link` changes it. */
  readonly kernel: readonly number[];
  /** [units] */
  readonly biases: readonly number[];
  /** [units]; 'pass' copies a value to the next layer and never mutates. */
  readonly activations: readonly ActivationName[];
}

/** Biases of the first layer walk a circle, b + amplitude ((cos p - 1) u + sin p v): phase 0 is the still, and the loop closes. */
export interface Loop {
  /** A number a first-layer neuron, 0 for one grown later. */
  readonly u: readonly number[];
  readonly v: readonly number[];
  /** [0, 0.5] */
  readonly amplitude: number;
  /** [2, 20] */
  readonly seconds: number;
}

/** What can be stored, sent and bred: plain JSON, never edited in place. */
export interface Genome {
  readonly schema: 1;
  readonly coordinates: Coordinates;
  /** The last layer is as wide as the coloring takes. */
  readonly layers: readonly LayerGenes[];
  readonly coloring: Coloring;
  readonly loop: Loop;
}

/** Checked before anything is allocated. */
export const genomeLimits = {
  layers: 64,
  neuronsPerLayer: 256,
  weights: 131_072,
  /** Larger finite weights are set to it. */
  weight: 1_000,
  fileBytes: 4 * 1024 * 1024,
} as const;
