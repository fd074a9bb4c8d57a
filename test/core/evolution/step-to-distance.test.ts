import { describe, expect, it } from 'vitest';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { createDirection, moveGenome } from '#core/evolution/mutate-genome.ts';
import { pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import type { Changed } from '#core/evolution/step.ts';
import { type Landing, stepToDistance } from '#core/evolution/step-to-distance.ts';
import { plain } from '../../plain.ts';
import { inkGenome } from './genomes.ts';

const land = (genome: ReturnType<typeof sampleGenome>, target: number, changed: Changed, seed = 1): Landing =>
  runToEnd(stepToDistance(plain, { genome, from: printOf(plain, genome), target, seed, changed }));

/** Share of landings within x1.25 of the target, over all recipes. */
const landed = (target: number, changed: Changed, count: number) => {
  const ratios = recipeNames.flatMap((recipe) =>
    Array.from(
      { length: count },
      (_, i) => land(sampleGenome(recipe, i), target, changed, i).distance / target,
    ),
  );
  return ratios.filter((ratio) => ratio >= 0.8 && ratio <= 1.25).length / ratios.length;
};

describe('stepToDistance', () => {
  it.each([
    [0.04, 'everything', 0.9],
    [0.1, 'everything', 0.9],
    [0.1, 'form', 0.9],
    [0.1, 'color', 0.75],
  ] as const)('lands within x1.25 of %f nearly always when it changes %s', (target, changed, least) => {
    expect(landed(target, changed, 2)).toBeGreaterThanOrEqual(least);
  });

  it('tells the length, distance and print of the child it gives', () => {
    const genome = sampleGenome('strata', 9);
    const landing = land(genome, 0.1, 'everything', 77);
    const again = moveGenome(genome, createDirection(genome, 77, 'everything'), landing.length);
    expect(landing.genome).toEqual(again);
    expect(landing.print).toEqual(printOf(plain, again));
    expect(landing.distance).toBe(pictureDistance(printOf(plain, genome), landing.print));
    expect(landing.length).toBe(Number(landing.length.toPrecision(3)));
  });

  it('renders six times at most, twice as a rule', () => {
    const counts = recipeNames.map((recipe) => land(sampleGenome(recipe, 5), 0.1, 'everything').probeCount);
    expect(Math.max(...counts)).toBeLessThanOrEqual(6);
    expect(counts.reduce((a, b) => a + b) / counts.length).toBeLessThan(3);
  });

  it('measures from another print when asked: what is already far needs less', () => {
    const base = sampleGenome('porcelain', 3);
    const from = printOf(plain, base);
    const near = land(base, 0.08, 'form', 2);
    const on = runToEnd(
      stepToDistance(plain, { genome: near.genome, from, target: 0.1, seed: 3, changed: 'form' }),
    );
    expect(on.distance).toBe(pictureDistance(from, on.print));
    expect(on.distance / 0.1).toBeGreaterThan(0.75);
    expect(on.distance / 0.1).toBeLessThan(1.35);
  });

  it('gives its best when the target cannot be reached, and ends', () => {
    const gray = { ...inkGenome([0, 0, 0], 0.5, 'sigmoid'), coloring: { kind: 'ink' } as const };
    const landing = land(gray, 5, 'everything');
    expect(landing.probeCount).toBeLessThanOrEqual(6);
    expect(landing.distance).toBeGreaterThan(0);
  });

  it('gives the same landing for the same request', () => {
    const genome = sampleGenome('linocut', 1);
    expect(land(genome, 0.04, 'everything', 5)).toEqual(land(genome, 0.04, 'everything', 5));
  });
});
