// One neuron alone: the genome that paints what it gives, in two neutral tones.
import { hash32, hashName } from '#core/math/random.ts';
import { noFinish } from './coloring.ts';
import { fanIn, type NeuronPlace, weightsInto } from './edit-genome.ts';
import type { Genome, LayerGenes } from './genome.ts';
import type { Palette } from './palette.ts';

/** Colour stays with the painting. */
const neutral: Palette = {
  name: 'Two tones',
  stops: [
    { position: 0, lightness: 0.2, chroma: 0.008, hue: 60 },
    { position: 1, lightness: 0.92, chroma: 0.018, hue: 80 },
  ],
};

/** The network up to a neuron; layer -1 is the inputs. Dark where it gives less than 0, light where more. */
export function buildNeuronGenome(genome: Genome, place: NeuronPlace): Genome {
  const { layer, neuron } = place;
  const before = genome.layers.slice(0, Math.max(0, layer));
  const inputCount = layer <= 0 ? genome.coordinates.inputs.length : genome.layers[layer - 1]!.biases.length;
  const weights =
    layer < 0 ? genome.coordinates.inputs.map((_, i) => (i === neuron ? 1 : 0)) : weightsInto(genome, place);
  const own = layer < 0 ? null : genome.layers[layer]!;
  const last: LayerGenes = {
    neurons: [
      own?.neurons[neuron] ?? hashName(0, neuron),
      hashName(1, layer + 1, neuron),
      hashName(2, layer + 1, neuron),
    ],
    kernel: [...weights, ...new Array<number>(inputCount * 2).fill(0)],
    biases: [own?.biases[neuron] ?? 0, 0, 0],
    activations: [own?.activations[neuron] ?? 'identity', 'identity', 'identity'],
  };
  const isFirst = layer <= 0;
  const loopOf = (numbers: readonly number[]) =>
    isFirst ? [layer < 0 ? 0 : (numbers[neuron] ?? 0), 0, 0] : numbers;
  return {
    ...genome,
    layers: [...before, last],
    coloring: {
      kind: 'palette',
      palette: neutral,
      position: 'tanh',
      gain: 1.4,
      shade: 0,
      chroma: 0,
      finish: noFinish,
    },
    loop: { ...genome.loop, u: loopOf(genome.loop.u), v: loopOf(genome.loop.v) },
  };
}

/**
 * A key for each neuron's picture, [layer + 1][neuron], inputs first: two neurons with the same key look alike. An edit changes
 * the keys of what it reaches, and no others before it.
 */
export function neuronKeys({ coordinates, layers }: Genome): readonly (readonly string[])[] {
  let reached = hashText(JSON.stringify({ ...coordinates, inputs: [] }));
  const inputKeys = coordinates.inputs.map((name) => keyOf(reached, hashText(name)));
  reached = hashText(JSON.stringify(coordinates));
  return [
    inputKeys,
    ...layers.map((genes) => {
      const count = fanIn(genes);
      const own = genes.neurons.map((_, neuron) => {
        let h = hash32(hashText(genes.activations[neuron]!), bitsOf(genes.biases[neuron]!), count);
        for (let i = 0; i < count; i++) h = hash32(h, bitsOf(genes.kernel[neuron * count + i]!), i);
        return h;
      });
      const keys = own.map((h) => keyOf(reached, h));
      for (const h of own) reached = hash32(reached, h, 0xbeef);
      return keys;
    }),
  ];
}

const keyOf = (before: number, own: number) => `${before.toString(36)}-${own.toString(36)}`;

const float = new Float32Array(1);
const bits = new Uint32Array(float.buffer);
function bitsOf(value: number): number {
  float[0] = value;
  return bits[0]!;
}

function hashText(text: string): number {
  let h = text.length;
  for (let i = 0; i < text.length; i++) h = hash32(h, text.charCodeAt(i), i);
  return h;
}
