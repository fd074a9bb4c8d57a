// Edits of a network by hand. Each gives a new genome, leaves everything else alone, and stays within what a file may hold.
import type { ActivationName } from '#core/nn/activations.ts';
import { type Genome, genomeLimits, type LayerGenes } from './genome.ts';

/** Which neuron: its layer, from 0 for the first after the inputs, and its place there. */
export interface NeuronPlace {
  readonly layer: number;
  readonly neuron: number;
}

/** A weight as genomes hold it: float32 within ±1000, never -0; NaN becomes 0. */
export const settleWeight = (value: number) =>
  Number.isNaN(value)
    ? 0
    : Math.fround(Math.max(-genomeLimits.weight, Math.min(genomeLimits.weight, value))) + 0;

/** The weight from `input`, a place in the layer before. An exact 0 takes the link away; any other value on an absent one adds it. */
export const setWeight = (genome: Genome, place: NeuronPlace, input: number, value: number): Genome =>
  editLayer(genome, place, (genes) => ({
    ...genes,
    kernel: replaced(genes.kernel, place.neuron * fanIn(genes) + input, settleWeight(value)),
  }));

export const setBias = (genome: Genome, place: NeuronPlace, value: number): Genome =>
  editLayer(genome, place, (genes) => ({
    ...genes,
    biases: replaced(genes.biases, place.neuron, settleWeight(value)),
  }));

export const setActivation = (genome: Genome, place: NeuronPlace, activation: ActivationName): Genome =>
  editLayer(genome, place, (genes) => ({
    ...genes,
    activations: replaced(genes.activations, place.neuron, activation),
  }));

/** The weights into a neuron, in the order of the layer before. */
export function weightsInto({ layers }: Genome, { layer, neuron }: NeuronPlace): readonly number[] {
  const genes = layerAt(layers, layer);
  const count = fanIn(genes);
  return genes.kernel.slice(neuron * count, (neuron + 1) * count);
}

/** How many values a layer takes. */
export const fanIn = ({ kernel, biases }: LayerGenes) => kernel.length / biases.length;

export function editLayer(
  genome: Genome,
  { layer, neuron }: NeuronPlace,
  edit: (genes: LayerGenes) => LayerGenes,
): Genome {
  const genes = layerAt(genome.layers, layer);
  if (!(neuron >= 0 && neuron < genes.biases.length)) {
    throw new RangeError(`Layer ${layer} has ${genes.biases.length} neurons, asked for number ${neuron}.`);
  }
  return { ...genome, layers: replaced(genome.layers, layer, edit(genes)) };
}

function layerAt(layers: readonly LayerGenes[], layer: number): LayerGenes {
  const genes = layers[layer];
  if (genes === undefined)
    throw new RangeError(`The network has ${layers.length} layers, asked for ${layer}.`);
  return genes;
}

/** Throws RangeError outside the list. */
function replaced<T>(items: readonly T[], index: number, item: T): T[] {
  if (!(index >= 0 && index < items.length)) {
    throw new RangeError(`The list has ${items.length} entries, asked for ${index}.`);
  }
  const copy = [...items];
  copy[index] = item;
  return copy;
}
