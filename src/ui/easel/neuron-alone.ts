// Which neuron's picture is in the place of the whole, if any: the network says it, the canvas paints it.
import { signal } from '@preact/signals';
import type { NeuronPlace } from '#core/cppn/edit-genome.ts';

export const neuronAlone = signal<NeuronPlace | null>(null);

const restMs = 250;
let timer: ReturnType<typeof setTimeout> | undefined;

export function showAlone(place: NeuronPlace | null): void {
  clearTimeout(timer);
  neuronAlone.value = place;
}

/** Once the pointer has rested on it. */
export function showAloneSoon(place: NeuronPlace): void {
  clearTimeout(timer);
  const { layer, neuron } = neuronAlone.peek() ?? {};
  if (layer === place.layer && neuron === place.neuron) return;
  timer = setTimeout(() => showAlone(place), restMs);
}
