import { fanIn } from './edit-genome.ts';
import type { LayerGenes } from './genome.ts';

/** A weight that is not absent. */
export interface Link {
  /** Place in the layer before. */
  readonly input: number;
  readonly weight: number;
}

/** The links into a neuron, the strongest first; among equals, the one from the first neuron. */
export function linksInto(genes: LayerGenes, neuron: number): readonly Link[] {
  const count = fanIn(genes);
  const links: Link[] = [];
  for (let input = 0; input < count; input++) {
    const weight = genes.kernel[neuron * count + input]!;
    if (weight !== 0) links.push({ input, weight });
  }
  return links.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.input - b.input);
}

/** The largest |weight| of a layer; 0 for one without links. */
export const strongestWeight = ({ kernel }: LayerGenes) =>
  kernel.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
