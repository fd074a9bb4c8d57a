// A muted neuron is one that nothing listens to: its links onwards are absent. What they were comes from an older genome.
import { editLayer, fanIn, type NeuronPlace } from './edit-genome.ts';
import type { Genome } from './genome.ts';

/** Whether nothing of a neuron reaches the picture: no link leaves it, or, for an output, nothing comes into it. */
export function isMuted({ layers }: Genome, { layer, neuron }: NeuronPlace): boolean {
  const next = layers[layer + 1];
  if (next === undefined) {
    const { kernel, biases } = layers[layer]!;
    const count = kernel.length / biases.length;
    return biases[neuron] === 0 && kernel.slice(neuron * count, (neuron + 1) * count).every((w) => w === 0);
  }
  const count = fanIn(next);
  return next.biases.every((_, unit) => next.kernel[unit * count + neuron] === 0);
}

/** Takes away the links from a neuron onwards. An output, which has none, gives 0: its own weights and bias do. */
export function muteNeuron(genome: Genome, place: NeuronPlace): Genome {
  return withLinksOf(genome, place, () => 0);
}

/**
 * Gives a muted neuron the links it has in `older`, found by the neurons' names; null when it has none there either, or when
 * the neuron is not muted.
 */
export function unmuteNeuron(genome: Genome, place: NeuronPlace, older: Genome): Genome | null {
  if (!isMuted(genome, place)) return null;
  const genes = older.layers[place.layer];
  const neuron = genes?.neurons.indexOf(genome.layers[place.layer]!.neurons[place.neuron]!) ?? -1;
  if (neuron < 0 || isMuted(older, { layer: place.layer, neuron })) return null;
  const next = older.layers[place.layer + 1];
  if (next === undefined) {
    const count = fanIn(genes!);
    // Inputs that came or went since: there is nothing to give back by place.
    if (count !== fanIn(genome.layers[place.layer]!)) return null;
    return withLinksOf(genome, place, (input) =>
      input === 'bias' ? genes!.biases[neuron]! : genes!.kernel[neuron * count + input]!,
    );
  }
  const names = genome.layers[place.layer + 1]!.neurons;
  const count = fanIn(next);
  return withLinksOf(genome, place, (unit) => {
    const old = unit === 'bias' ? -1 : next.neurons.indexOf(names[unit]!);
    return old < 0 ? 0 : next.kernel[old * count + neuron]!;
  });
}

/** Rewrites the links onwards, by unit of the next layer; of an output its own weights, by input, and its bias. */
function withLinksOf(genome: Genome, place: NeuronPlace, weightOf: (at: number | 'bias') => number): Genome {
  const { layer, neuron } = place;
  if (layer === genome.layers.length - 1) {
    return editLayer(genome, place, (genes) => {
      const count = fanIn(genes);
      const isOwn = (at: number) => Math.floor(at / count) === neuron;
      return {
        ...genes,
        kernel: genes.kernel.map((w, at) => (isOwn(at) ? weightOf(at % count) : w)),
        biases: genes.biases.map((b, unit) => (unit === neuron ? weightOf('bias') : b)),
      };
    });
  }
  return editLayer(genome, { layer: layer + 1, neuron: 0 }, (genes) => {
    const count = fanIn(genes);
    return {
      ...genes,
      kernel: genes.kernel.map((w, at) => (at % count === neuron ? weightOf(Math.floor(at / count)) : w)),
    };
  });
}
