import type { Genome } from '#core/cppn/genome.ts';

/** Three tiles of a first wall may have one shape, and be painted four times as a window finds its size. */
const SELDOM = 12;
const KNOWN_LIMIT = 200;

/**
 * Tells what is painted again and again, as on the easel or in a loop, from what hangs still: a shader has to be compiled for
 * it. Genomes that differ in weights alone are one.
 */
export function createOften(): (genome: Genome) => boolean {
  const counts = new Map<string, number>();
  return (genome) => {
    const key = shapeOf(genome);
    const count = (counts.get(key) ?? 0) + 1;
    if (counts.size >= KNOWN_LIMIT) counts.clear();
    counts.set(key, count);
    return count > SELDOM;
  };
}

/** Alike for genomes that differ in weights alone. */
export const shapeOf = ({ layers, coloring, coordinates }: Genome): string =>
  [coloring.kind, coordinates.inputs, ...layers.map(({ activations }) => activations)].join('|');
