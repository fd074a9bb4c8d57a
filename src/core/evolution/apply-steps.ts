import type { Genome } from '#core/cppn/genome.ts';
import { crossGenomes } from './cross-genomes.ts';
import { createDirection, moveGenome } from './mutate-genome.ts';
import type { Step } from './step.ts';

/**
 * Breeds again from a record of how: the same parents, in order, and the same steps give the same genome.
 * Throws RangeError when a step names a parent that is not there.
 */
export function applySteps(parents: readonly Genome[], steps: readonly Step[]): Genome {
  const parentAt = (index: number): Genome => {
    const parent = parents[index];
    if (parent === undefined)
      throw new RangeError(`Steps name parent ${index}, got ${parents.length} parents.`);
    return parent;
  };
  let genome = parentAt(0);
  for (const step of steps) {
    switch (step.kind) {
      case 'moved':
        genome = moveGenome(genome, createDirection(genome, step.seed, step.changed), step.length);
        break;
      case 'crossed':
        genome = crossGenomes(genome, parentAt(step.withParent), step);
        break;
    }
  }
  return genome;
}
