import type { NeuronPlace } from '#core/cppn/edit-genome.ts';

/** Where a key leads in the diagram: up and down within a layer, left and right across them; null for other keys and at the edge. */
export function moveInNetwork(
  { layer, neuron }: NeuronPlace,
  key: string,
  counts: readonly number[],
): NeuronPlace | null {
  const here = counts[layer + 1]!;
  switch (key) {
    case 'ArrowUp':
      return neuron > 0 ? { layer, neuron: neuron - 1 } : null;
    case 'ArrowDown':
      return neuron < here - 1 ? { layer, neuron: neuron + 1 } : null;
    case 'Home':
      return { layer, neuron: 0 };
    case 'End':
      return { layer, neuron: here - 1 };
    case 'ArrowLeft':
    case 'ArrowRight': {
      const next = key === 'ArrowLeft' ? layer - 1 : layer + 1;
      const there = counts[next + 1];
      if (there === undefined) return null;
      // As far down as here.
      const share = here > 1 ? neuron / (here - 1) : 0.5;
      return { layer: next, neuron: Math.round(share * (there - 1)) };
    }
    default:
      return null;
  }
}
