// What neurons and their links are called.
import type { CoordinateName } from '#core/cppn/coordinates.ts';
import type { NeuronPlace } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { isMuted } from '#core/cppn/mute-neuron.ts';
import { linksInto } from '#core/cppn/network-links.ts';
import type { ActivationName } from '#core/nn/activations.ts';

export const inputWords: Record<CoordinateName, string> = {
  x: 'x',
  y: 'y',
  radius: 'radius',
  'radius-plain': 'plain radius',
  'x-mirrored': '|x|',
  'y-mirrored': '|y|',
  'angle-cos-1': 'angle, cosine',
  'angle-sin-1': 'angle, sine',
  'angle-cos-2': 'twice the angle, cosine',
  'angle-sin-2': 'twice the angle, sine',
  'angle-cos-3': 'thrice the angle, cosine',
  'angle-sin-3': 'thrice the angle, sine',
  one: 'one',
};

export const activationWords: Record<ActivationName, string> = {
  identity: 'straight',
  pass: 'pass',
  sin: 'sine',
  cos: 'cosine',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  'sigmoid-bipolar': 'sigmoid, both sides',
  gaussian: 'gaussian',
  'gaussian-bipolar': 'gaussian, both sides',
  'gaussian-half': 'wide gaussian',
  relu: 'relu',
  softplus: 'softplus',
  abs: 'absolute',
  'abs-soft': 'soft absolute',
  square: 'square',
  step: 'step',
  clamp: 'clamp',
};

/** What the outputs of each coloring mean. */
const outputWords: Record<Genome['coloring']['kind'], readonly string[]> = {
  palette: ['form', 'light', 'colour'],
  rgb: ['red', 'green', 'blue'],
  oklch: ['lightness', 'chroma', 'hue'],
  hsv: ['hue', 'saturation', 'brightness'],
  ink: ['ink'],
};

export const outputNames = ({ coloring }: Genome) => outputWords[coloring.kind];

/** `Layer 4, neuron 4`; `Input radius`; `Output form`. */
export function nameNeuron(genome: Genome, { layer, neuron }: NeuronPlace): string {
  if (layer < 0) return `Input ${inputWords[genome.coordinates.inputs[neuron]!]}`;
  if (layer === genome.layers.length - 1) return `Output ${outputNames(genome)[neuron]}`;
  return `Layer ${layer + 1}, neuron ${neuron + 1}`;
}

/** The same within a sentence. */
export const mentionNeuron = (genome: Genome, place: NeuronPlace) => {
  const name = nameNeuron(genome, place);
  return `${name[0]!.toLowerCase()}${name.slice(1)}`;
};

/** `tanh, strongest input layer 3, neuron 7, minus 0.82`; of a coordinate, `strongest input radius, 1.94`. */
export function describeNeuron(genome: Genome, place: NeuronPlace): string {
  if (place.layer < 0) return 'a coordinate';
  const genes = genome.layers[place.layer]!;
  const [strongest] = linksInto(genes, place.neuron);
  const input =
    strongest === undefined
      ? 'nothing comes in'
      : `strongest ${place.layer === 0 ? '' : 'input '}${mentionNeuron(genome, { layer: place.layer - 1, neuron: strongest.input })}, ${sayWeight(strongest.weight)}`;
  const muted = isMuted(genome, place) ? ', muted' : '';
  return `${activationWords[genes.activations[place.neuron]!]}, ${input}${muted}`;
}

/** `minus 0.82`: a screen reader skips the sign. */
export const sayWeight = (weight: number) => `${weight < 0 ? 'minus ' : ''}${Math.abs(weight).toFixed(2)}`;

/** `−0.82`, with a true minus. */
export const showWeight = (weight: number) => `${weight < 0 ? '−' : ''}${Math.abs(weight).toFixed(2)}`;
