import type { CoordinateName } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import type { ActivationName } from '#core/nn/activations.ts';
import { capitalized, listInWords, numberWord } from './number-words.ts';

/** `Six layers of ten neurons`: the hidden ones, without a full stop. */
export function describeLayers({ layers }: Genome): string {
  const widths = layers.slice(0, -1).map(({ neurons }) => neurons.length);
  if (widths.length === 0) return 'No hidden layer';
  const least = Math.min(...widths);
  const most = Math.max(...widths);
  const count = least === most ? numberWord(most) : `${numberWord(least)} to ${numberWord(most)}`;
  const layerWord = widths.length === 1 ? 'layer' : 'layers';
  return capitalized(
    `${numberWord(widths.length)} ${layerWord} of ${count} ${most === 1 ? 'neuron' : 'neurons'}`,
  );
}

/** `Six layers of ten neurons, mostly tanh; drawn from x, y and radius.` */
export function describeNetwork(genome: Genome): string {
  const mix = describeMix(genome);
  const inputs = [...new Set(genome.coordinates.inputs.map((name) => inputWords[name]))].filter(
    (word) => word !== '',
  );
  const source = inputs.length === 0 ? '' : `; drawn from ${listInWords(inputs)}`;
  return `${describeLayers(genome)}${mix === '' ? '' : `, ${mix}`}${source}.`;
}

/** `all tanh`, `mostly tanh`, `sine, tanh and gaussian`; empty when there is no hidden neuron. */
function describeMix({ layers }: Genome): string {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { activations } of layers.slice(0, -1)) {
    for (const name of activations) {
      // A passing neuron does nothing worth a word.
      if (name === 'pass') continue;
      const word = activationWords[name];
      counts.set(word, (counts.get(word) ?? 0) + 1);
      total++;
    }
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first] = ranked;
  if (first === undefined) return '';
  if (ranked.length === 1) return `all ${first[0]}`;
  if (first[1] > total / 2) return `mostly ${first[0]}`;
  return listInWords(ranked.slice(0, 3).map(([word]) => word));
}

const activationWords: Record<ActivationName, string> = {
  identity: 'linear',
  pass: 'pass',
  sin: 'sine',
  cos: 'cosine',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
  'sigmoid-bipolar': 'sigmoid',
  gaussian: 'gaussian',
  'gaussian-bipolar': 'gaussian',
  'gaussian-half': 'gaussian',
  relu: 'ReLU',
  softplus: 'softplus',
  abs: 'abs',
  'abs-soft': 'abs',
  square: 'square',
  step: 'step',
  clamp: 'clamp',
};

const inputWords: Record<CoordinateName, string> = {
  x: 'x',
  y: 'y',
  radius: 'radius',
  'radius-plain': 'radius',
  'x-mirrored': 'mirrored x',
  'y-mirrored': 'mirrored y',
  'angle-cos-1': 'angle',
  'angle-sin-1': 'angle',
  'angle-cos-2': 'angle',
  'angle-sin-2': 'angle',
  'angle-cos-3': 'angle',
  'angle-sin-3': 'angle',
  one: '',
};
