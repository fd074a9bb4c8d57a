import { type Genome, genomeLimits, type LayerGenes } from '#core/cppn/genome.ts';
import { recipes } from '#core/cppn/recipes.ts';
import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { createPaletteDirection, movePalette, type PaletteDirection } from './move-palette.ts';
import type { Changed } from './step.ts';

/** What one unit of length adds to a genome. */
export interface Direction {
  /** A layer's weights and biases, shaped as its genes; null where nothing moves. */
  readonly layers: readonly (LayerDirection | null)[];
  readonly palette: PaletteDirection | null;
}

interface LayerDirection {
  readonly kernel: Float64Array;
  readonly biases: Float64Array;
}

/** Each weight moves with this chance; biases all do. */
const WEIGHT_CHANCE = 0.35;

/**
 * Draws what a mutation would do: N(0, 1) x (|w| + .25) for one weight in three, N(0, 1) for each bias, a way for the palette.
 * 'form' leaves the palette, 'color' all but the palette; a picture without one has its colors in its last layer.
 * Absent links (exact zeros) and 'pass' neurons with their weights stay alone.
 */
export function createDirection(genome: Genome, seed: Seed, changed: Changed): Direction {
  const random = createRandom(seed);
  const { coloring, layers } = genome;
  const hasPalette = coloring.kind === 'palette';
  const moves = (index: number) => changed !== 'color' || (!hasPalette && index === layers.length - 1);
  // The palette first, so that it is the same for 'everything' and 'color'.
  const palette =
    hasPalette && changed !== 'form'
      ? createPaletteDirection(coloring.palette, createRandom(random.seed()), allowedPalettes(genome))
      : null;
  return {
    layers: layers.map((genes, index) => (moves(index) ? createLayerDirection(genes, random) : null)),
    palette,
  };
}

/**
 * Moves a genome along a direction drawn for it. Weights are rounded to float32 and limited to ±1000; a link never becomes an
 * absent one. Neurons, their activations and everything else stay as they are.
 */
export function moveGenome(genome: Genome, direction: Direction, length: number): Genome {
  const { coloring } = genome;
  return {
    ...genome,
    layers: genome.layers.map((genes, index) => {
      const by = direction.layers[index];
      return by == null ? genes : moveLayer(genes, by, length);
    }),
    coloring:
      coloring.kind === 'palette' && direction.palette !== null
        ? { ...coloring, palette: movePalette(coloring.palette, direction.palette, length) }
        : coloring,
  };
}

/** Three significant digits: what is stored is what was painted, on every machine. */
export const roundLength = (length: number) => Number(length.toPrecision(3));

/** Mirrored forms read as anatomy in pinks: they move among the palettes their recipe is drawn from. */
function allowedPalettes({ coordinates }: Genome): readonly string[] | null {
  const isMirrored = coordinates.inputs.some((name) => name === 'x-mirrored' || name === 'y-mirrored');
  return isMirrored ? (recipes.petal.palettes ?? null) : null;
}

function createLayerDirection({ kernel, biases, activations }: LayerGenes, random: Random): LayerDirection {
  const fanIn = kernel.length / biases.length;
  const isFixed = (neuron: number) => activations[neuron] === 'pass';
  return {
    kernel: Float64Array.from(kernel, (weight, i) => {
      if (weight === 0 || isFixed(Math.floor(i / fanIn))) return 0;
      return random.uniform() < WEIGHT_CHANCE ? random.normal() * (Math.abs(weight) + 0.25) : 0;
    }),
    biases: Float64Array.from(biases, (_, neuron) => (isFixed(neuron) ? 0 : random.normal())),
  };
}

function moveLayer(genes: LayerGenes, by: LayerDirection, length: number): LayerGenes {
  return {
    ...genes,
    kernel: genes.kernel.map((weight, i) => moved(weight, by.kernel[i]! * length) || weight),
    biases: genes.biases.map((bias, i) => moved(bias, by.biases[i]! * length)),
  };
}

// `+ 0` turns a rounded -0 into 0.
const moved = (value: number, by: number) =>
  by === 0
    ? value
    : Math.fround(Math.max(-genomeLimits.weight, Math.min(genomeLimits.weight, value + by))) + 0;
