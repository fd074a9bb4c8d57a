import type { Coloring, Finish } from '#core/cppn/coloring.ts';
import type { Genome, LayerGenes } from '#core/cppn/genome.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import { blendPalettes } from './blend-palettes.ts';
import type { Changed } from './step.ts';

export interface Crossing {
  readonly seed: Seed;
  /** How much comes from the other, [0, 1]. Less of the same seed is part of more. */
  readonly share: number;
  readonly changed: Changed;
}

/**
 * Puts a share of another genome into `base`. Of networks of one shape: neurons, each with its incoming weights, bias,
 * activation, name and part in the loop, at random places; the palette is blended by the share. Of strangers: only palette and
 * finish are blended. Places where either has a 'pass' neuron are left alone.
 */
export function crossGenomes(base: Genome, other: Genome, { seed, share, changed }: Crossing): Genome {
  const isKin = haveOneShape(base, other);
  const crossed = isKin && changed !== 'color' ? crossNeurons(base, other, seed, share) : base;
  if (changed === 'form') return crossed;
  return { ...crossed, coloring: blendColorings(base.coloring, other.coloring, share, isKin) };
}

/** Whether crossing would change anything at all. */
export function canCross(base: Genome, other: Genome, changed: Changed): boolean {
  const havePalettes = base.coloring.kind === 'palette' && other.coloring.kind === 'palette';
  return (havePalettes && changed !== 'form') || (haveOneShape(base, other) && changed !== 'color');
}

/** The same layer sizes, inputs and kind of coloring. */
export function haveOneShape(a: Genome, b: Genome): boolean {
  const inputsA = a.coordinates.inputs;
  const inputsB = b.coordinates.inputs;
  return (
    a.coloring.kind === b.coloring.kind &&
    inputsA.length === inputsB.length &&
    inputsA.every((name, i) => name === inputsB[i]) &&
    a.layers.length === b.layers.length &&
    a.layers.every(({ biases }, i) => biases.length === b.layers[i]!.biases.length)
  );
}

function crossNeurons(base: Genome, other: Genome, seed: Seed, share: number): Genome {
  const places = base.layers.flatMap((genes, layer) =>
    genes.neurons.flatMap((_, neuron) => {
      const isFixed =
        genes.activations[neuron] === 'pass' || other.layers[layer]!.activations[neuron] === 'pass';
      return isFixed ? [] : [{ layer, neuron }];
    }),
  );
  const taken = createRandom(seed)
    .shuffle(places)
    .slice(0, Math.round(share * places.length));
  const u = [...base.loop.u];
  const v = [...base.loop.v];
  const layers = base.layers.map((genes, layer): LayerGenes => {
    const from = other.layers[layer]!;
    const fanIn = genes.kernel.length / genes.biases.length;
    const neurons = [...genes.neurons];
    const kernel = [...genes.kernel];
    const biases = [...genes.biases];
    const activations = [...genes.activations];
    for (const place of taken) {
      if (place.layer !== layer) continue;
      const { neuron } = place;
      const name = from.neurons[neuron]!;
      // A relative may carry the same neuron elsewhere in the layer; two of one name would be no descent.
      if (neurons.some((known, i) => known === name && i !== neuron)) continue;
      neurons[neuron] = name;
      biases[neuron] = from.biases[neuron]!;
      activations[neuron] = from.activations[neuron]!;
      for (let i = neuron * fanIn; i < (neuron + 1) * fanIn; i++) kernel[i] = from.kernel[i]!;
      if (layer === 0) {
        u[neuron] = other.loop.u[neuron]!;
        v[neuron] = other.loop.v[neuron]!;
      }
    }
    return { neurons, kernel, biases, activations };
  });
  return { ...base, layers, loop: { ...base.loop, u, v } };
}

function blendColorings(base: Coloring, other: Coloring, share: number, isKin: boolean): Coloring {
  if (base.kind !== 'palette' || other.kind !== 'palette') return base;
  return {
    ...base,
    palette: blendPalettes(base.palette, other.palette, share),
    finish: isKin ? base.finish : blendFinishes(base.finish, other.finish, share),
  };
}

/** Steps and lines are counted, not weighed: only where both have them is there something between. */
function blendFinishes(base: Finish, other: Finish, share: number): Finish {
  const mixed = (a: number, b: number) => Math.round((a + (b - a) * share) * 1e4) / 1e4;
  const counted = (a: number, b: number) => (a > 0 && b > 0 ? Math.round(a + (b - a) * share) : a);
  return {
    relief: mixed(base.relief, other.relief),
    grain: mixed(base.grain, other.grain),
    steps: counted(base.steps, other.steps),
    edge: base.steps > 0 && other.steps > 0 ? mixed(base.edge, other.edge) : base.edge,
    lines: counted(base.lines, other.lines),
  };
}
