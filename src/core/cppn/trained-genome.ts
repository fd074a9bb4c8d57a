// From what was trained to what can be painted, bred and stored: the same weights, under names of their own.
import { log } from '#core/math/elementary.ts';
import { createRandom, hashName, type Random } from '#core/math/random.ts';
import type { ActivationName } from '#core/nn/activations.ts';
import { modelOver } from '#core/nn/run.ts';
import type { Dense } from '#core/nn/sequential.ts';
import { classColor } from './class-colors.ts';
import { plainCoordinates } from './coordinates.ts';
import { type Genome, genomeLimits, type LayerGenes, type Loop } from './genome.ts';
import { buildTrainingNetwork, type TrainingSettings } from './training-settings.ts';
import { inputsOf, type TrainingTarget } from './training-target.ts';

/** A genome whose picture is what a network with these weights says of every place. At any epoch its neurons have the same names. */
export function trainedGenome(
  target: TrainingTarget,
  settings: TrainingSettings,
  weights: Float32Array<ArrayBuffer>,
): Genome {
  const { layers } = modelOver(buildTrainingNetwork(target, settings), weights);
  const last = layers.at(-1)!;
  const genes = [
    ...layers.slice(0, -1).map(toGenes),
    // The coloring 'rgb' applies the sigmoid that the last layer was trained with.
    ...(target.kind === 'picture' ? [toGenes({ ...last, activation: identities(3) })] : decide(last)),
  ];
  return {
    schema: 1,
    coordinates: { ...plainCoordinates, inputs: inputsOf(target) },
    layers: genes.map((layer, index) => ({
      ...layer,
      neurons: layer.biases.map((_, unit) => hashName(settings.seed, index, unit)),
    })),
    coloring: { kind: 'rgb' },
    loop: drawLoop(createRandom(settings.seed), layers[0]!.units),
  };
}

type Genes = Omit<LayerGenes, 'neurons'>;

const toGenes = ({ kernel, biases, activation }: Dense): Genes => ({
  kernel: Array.from(kernel, weight),
  biases: Array.from(biases!, weight),
  activations: activation === 'softmax' ? [] : activation,
});

const identities = (count: number): ActivationName[] => new Array<ActivationName>(count).fill('identity');

/** What the parser of genomes would make of it. */
const weight = (x: number) =>
  Math.fround(Math.max(-genomeLimits.weight, Math.min(genomeLimits.weight, x))) + 0;

/**
 * Softmax is of a layer, and neurons of a genome have activations of their own. So: a neuron for each pair of classes, which is softmax
 * between the two; one for each class, which sums up how far it wins against all others; and their colors, mixed. Where none wins, gray.
 */
function decide({ inputCount, units: classCount, kernel, biases }: Dense): Genes[] {
  const pairs: [first: number, second: number][] = [];
  for (let i = 0; i < classCount; i++) for (let j = i + 1; j < classCount; j++) pairs.push([i, j]);
  const row = (unit: number) => kernel.subarray(unit * inputCount, (unit + 1) * inputCount);
  const classes = Array.from({ length: classCount }, (_, index) => index);
  const colors = classes.map((index) => classColor(index).map(logit));
  return [
    {
      kernel: pairs.flatMap(([i, j]) => Array.from(row(i), (w, at) => weight(w - row(j)[at]!))),
      biases: pairs.map(([i, j]) => weight(biases![i]! - biases![j]!)),
      activations: new Array<ActivationName>(pairs.length).fill('sigmoid'),
    },
    {
      kernel: classes.flatMap((own) => pairs.map(([i, j]) => (i === own ? 1 : j === own ? -1 : 0))),
      // As the second of a pair it wins what the first does not: 1 - p. All wins but one are taken for granted.
      biases: classes.map((own) => own - (classCount - 2)),
      activations: new Array<ActivationName>(classCount).fill('relu'),
    },
    {
      kernel: [0, 1, 2].flatMap((channel) => colors.map((color) => weight(color[channel]!))),
      biases: [0, 0, 0],
      activations: identities(3),
    },
  ];
}

/** What the coloring 'rgb' makes `share` of. */
const logit = (share: number) => log(share / (1 - share));

/** Small: a copied picture shall still be known for what it is while it moves. */
const amplitude = 0.06;

const drawLoop = (random: Random, units: number): Loop => ({
  u: Array.from({ length: units }, () => Math.fround(random.normal()) + 0),
  v: Array.from({ length: units }, () => Math.fround(random.normal()) + 0),
  amplitude,
  seconds: 8,
});
