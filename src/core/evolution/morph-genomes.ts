import type { Coloring } from '#core/cppn/coloring.ts';
import type { Coordinates } from '#core/cppn/coordinates.ts';
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import { blendPalettes } from './blend-palettes.ts';
import { haveOneShape } from './cross-genomes.ts';

/** Of strangers nothing lies between. */
export const canMorph = haveOneShape;

/**
 * What lies between two networks of one shape: `share` 0 is `from`, 1 is `to`, each to the byte. Numbers go straight there. What
 * cannot be divided goes over at once, in the middle; a neuron that gets another activation is silent at that moment, and they do
 * it one after the other, so that nothing jumps.
 */
export function morphGenomes(from: Genome, to: Genome, share: number): Genome {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const mixed = (a: number, b: number) => a + (b - a) * share;
  const weight = (a: number, b: number, loud = 1) => Math.fround(mixed(a, b) * loud) + 0;
  const nearer = share < 0.5 ? from : to;

  const turns = listTurns(from, to);
  const layers = from.layers.map((genes, layer): LayerGenes => {
    const other = to.layers[layer]!;
    const sources = turns[layer - 1] ?? [];
    const inputCount = genes.kernel.length / genes.neurons.length;
    return {
      neurons: nearer.layers[layer]!.neurons,
      kernel: genes.kernel.map((value, i) =>
        weight(value, other.kernel[i]!, loudness(sources[i % inputCount] ?? null, share)),
      ),
      biases: genes.biases.map((value, i) => weight(value, other.biases[i]!)),
      activations: genes.activations.map((name, i) =>
        share < (turns[layer]![i] ?? 0.5) ? name : other.activations[i]!,
      ),
    };
  });
  const pairs = (a: readonly number[], b: readonly number[]) => a.map((value, i) => mixed(value, b[i]!));
  return {
    schema: 1,
    coordinates: mixCoordinates(from.coordinates, to.coordinates, share),
    layers,
    coloring: mixColorings(from.coloring, to.coloring, share),
    loop: {
      u: pairs(from.loop.u, to.loop.u),
      v: pairs(from.loop.v, to.loop.v),
      amplitude: mixed(from.loop.amplitude, to.loop.amplitude),
      seconds: mixed(from.loop.seconds, to.loop.seconds),
    },
  };
}

/** How long before and after it turns a neuron grows silent. */
const fade = 0.2;

/** When each neuron turns, by layer; null for one that does not. */
function listTurns(from: Genome, to: Genome): readonly (readonly (number | null)[])[] {
  const isTurning = from.layers.map(({ activations }, layer) =>
    activations.map((name, i) => name !== to.layers[layer]!.activations[i]),
  );
  const count = isTurning.flat().filter(Boolean).length;
  let place = 0;
  return isTurning.map((layer) =>
    layer.map((turns) => (turns ? fade + (1 - 2 * fade) * ((place++ + 0.5) / count) : null)),
  );
}

const loudness = (turn: number | null, share: number) =>
  turn === null ? 1 : Math.min(1, Math.abs(share - turn) / fade);

function mixCoordinates(from: Coordinates, to: Coordinates, share: number): Coordinates {
  const mixed = (a: number, b: number) => a + (b - a) * share;
  return {
    ...(share < 0.5 ? from : to),
    scale: mixed(from.scale, to.scale),
    rotation: mixed(from.rotation, to.rotation),
    center: [mixed(from.center[0], to.center[0]), mixed(from.center[1], to.center[1])],
    tilePeriod: mixed(from.tilePeriod, to.tilePeriod),
  };
}

function mixColorings(from: Coloring, to: Coloring, share: number): Coloring {
  if (from.kind !== 'palette' || to.kind !== 'palette') return share < 0.5 ? from : to;
  const mixed = (a: number, b: number) => a + (b - a) * share;
  const nearer = share < 0.5 ? from : to;
  /** Between none and some there is no half of it. */
  const counted = (a: number, b: number, least: number) =>
    a > 0 && b > 0 ? Math.max(least, Math.round(mixed(a, b))) : share < 0.5 ? a : b;
  return {
    kind: 'palette',
    palette: blendPalettes(from.palette, to.palette, share),
    position: nearer.position,
    gain: mixed(from.gain, to.gain),
    shade: mixed(from.shade, to.shade),
    chroma: mixed(from.chroma, to.chroma),
    finish: {
      relief: mixed(from.finish.relief, to.finish.relief),
      grain: mixed(from.finish.grain, to.finish.grain),
      steps: counted(from.finish.steps, to.finish.steps, 2),
      edge: mixed(from.finish.edge, to.finish.edge),
      lines: counted(from.finish.lines, to.finish.lines, 1),
    },
  };
}
