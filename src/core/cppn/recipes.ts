import type { ActivationName } from '#core/nn/activations.ts';
import type { Coloring, Finish } from './coloring.ts';
import { noFinish } from './coloring.ts';
import type { CoordinateName } from './coordinates.ts';

/** How to draw a network at random so that most of what comes is worth a look. */
export interface Recipe {
  readonly inputs: readonly CoordinateName[];
  /** Hidden layers, and neurons in each. */
  readonly layers: number;
  readonly width: number;
  /** How often each activation is drawn for a hidden neuron. */
  readonly mix: Partial<Record<ActivationName, number>>;
  /** Standard deviations of the weights: the first layer's as it is, the others' divided by sqrt(fan-in). */
  readonly inputScale: number;
  readonly weightScale: number;
  readonly outputScale: number;
  readonly position: Extract<Coloring, { kind: 'palette' }>['position'];
  readonly gain: number;
  readonly shade: number;
  readonly chroma: number;
  readonly finish: Finish;
  readonly loopAmplitude: number;
  /** Palettes it is drawn from; absent: all. */
  readonly palettes?: readonly string[];
  /** How often it is drawn, relative to the others, for a wild card. */
  readonly share: number;
}

export const recipeNames = [
  'orchard',
  'fold',
  'cut-paper',
  'linocut',
  'strata',
  'porcelain',
  'silk',
  'contour',
  'pastel',
  'petal',
] as const;

export type RecipeName = (typeof recipeNames)[number];

const base = {
  inputs: ['x', 'y', 'radius'],
  position: 'tanh',
  shade: 0.08,
  chroma: 0.25,
  loopAmplitude: 0.15,
} as const;

const finish = (amounts: Partial<Finish>): Finish => ({ ...noFinish, ...amounts });

export const recipes: Record<RecipeName, Recipe> = {
  orchard: {
    ...base,
    layers: 6,
    width: 10,
    mix: { tanh: 5, sin: 2, 'gaussian-bipolar': 1 },
    inputScale: 1.4,
    weightScale: 1.6,
    outputScale: 1.2,
    gain: 0.9,
    finish: finish({ relief: 0.7, grain: 0.07 }),
    share: 4,
  },
  fold: {
    ...base,
    layers: 8,
    width: 10,
    mix: { tanh: 1 },
    inputScale: 1.2,
    weightScale: 1.8,
    outputScale: 1.2,
    gain: 0.9,
    shade: 0.1,
    finish: finish({ relief: 0.6, grain: 0.05 }),
    share: 3,
  },
  'cut-paper': {
    ...base,
    layers: 4,
    width: 12,
    mix: { sin: 4, tanh: 4, 'gaussian-bipolar': 2 },
    inputScale: 1.4,
    weightScale: 1.35,
    outputScale: 1.5,
    gain: 0.9,
    shade: 0,
    chroma: 0.1,
    finish: finish({ steps: 7, edge: 0.1 }),
    share: 2,
  },
  linocut: {
    ...base,
    layers: 5,
    width: 10,
    mix: { tanh: 5, sin: 3, 'abs-soft': 1 },
    inputScale: 1.1,
    weightScale: 1.5,
    outputScale: 2.4,
    position: 'sine',
    gain: 1.3,
    shade: 0,
    chroma: 0.1,
    finish: finish({ steps: 5, edge: 0.07 }),
    share: 1,
  },
  strata: {
    ...base,
    layers: 5,
    width: 10,
    mix: { tanh: 5, sin: 2, 'abs-soft': 1 },
    inputScale: 0.9,
    weightScale: 1.45,
    outputScale: 2.2,
    position: 'sine',
    gain: 1.5,
    finish: finish({ relief: 0.25 }),
    loopAmplitude: 0.06,
    share: 2,
  },
  porcelain: {
    ...base,
    layers: 4,
    width: 12,
    mix: { tanh: 4, sin: 3, 'gaussian-bipolar': 3 },
    inputScale: 1.6,
    weightScale: 1.35,
    outputScale: 1.2,
    gain: 1,
    shade: 0.06,
    finish: finish({ relief: 1 }),
    share: 1,
  },
  silk: {
    ...base,
    layers: 4,
    width: 12,
    mix: { sin: 4, tanh: 4, 'gaussian-bipolar': 2 },
    inputScale: 1.9,
    weightScale: 1.45,
    outputScale: 1.7,
    gain: 1.1,
    finish: finish({ relief: 0.35 }),
    share: 1,
  },
  contour: {
    ...base,
    layers: 4,
    width: 12,
    mix: { tanh: 4, sin: 3, 'gaussian-bipolar': 3 },
    inputScale: 1.5,
    weightScale: 1.3,
    outputScale: 1.5,
    gain: 0.9,
    shade: 0.05,
    finish: finish({ lines: 18, relief: 0.25 }),
    share: 1,
  },
  pastel: {
    ...base,
    layers: 4,
    width: 12,
    mix: { tanh: 5, sin: 3, 'gaussian-bipolar': 2 },
    inputScale: 1.4,
    weightScale: 1.35,
    outputScale: 1.6,
    gain: 1.1,
    shade: 0.05,
    finish: finish({ grain: 0.16 }),
    share: 1,
  },
  petal: {
    ...base,
    inputs: ['x-mirrored', 'y', 'radius'],
    layers: 3,
    width: 12,
    mix: { 'gaussian-bipolar': 4, sin: 3, tanh: 3, 'abs-soft': 1 },
    inputScale: 1.5,
    weightScale: 1.35,
    outputScale: 1.4,
    gain: 1,
    finish: finish({ relief: 0.6 }),
    // Mirrored pictures in pinks read as anatomy.
    palettes: ['Verbena', 'Celadon', 'Blueberry milk', 'Oyster', 'Smoke', 'Squid ink'],
    share: 1,
  },
};
