import { describe, expect, it } from 'vitest';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { createCoreJobs } from '#platform/workers/core-jobs.ts';
import { plain } from '../../plain.ts';

describe('houseSeeds', () => {
  it('are sixty pictures that pass every gate and are no twins of one another', () => {
    const genomes = houseSeeds.map(({ recipe, seed }) => sampleGenome(recipe, seed));
    expect(genomes).toHaveLength(60);
    for (const [i, genome] of genomes.entries()) {
      expect(judgePicture(plain, genome).reasons, JSON.stringify(houseSeeds[i])).toEqual([]);
    }
    for (const [i, { coloring }] of genomes.entries()) {
      expect(coloring.kind === 'palette' && coloring.palette.name).toBe(houseSeeds[i]!.palette);
    }
    const prints = genomes.map((genome) => printOf(plain, genome));
    for (const [i, print] of prints.entries()) {
      for (const other of prints.slice(0, i)) expect(pictureDistance(print, other)).toBeGreaterThan(0.05);
    }
  });

  it('are told of in the words that a look at their pictures gives', () => {
    const { describe: look } = createCoreJobs(plain);
    for (const { recipe, seed, title, altText } of houseSeeds) {
      const words = runToEnd(look(sampleGenome(recipe, seed), new AbortController().signal));
      expect(words).toMatchObject({ title, altText });
    }
  });
});
