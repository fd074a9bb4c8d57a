import { describe, expect, test } from 'vitest';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { printOf } from '#core/evolution/picture-distance.ts';
import { createCoreJobs } from '#platform/workers/core-jobs.ts';
import type { JobName, Jobs } from '#platform/workers/jobs.ts';
import { plain } from '../../plain.ts';

const coreJobs = createCoreJobs(plain);

/** Runs a job to its end; its progress as it was told. */
async function runJob<N extends keyof typeof coreJobs & JobName>(name: N, input: Jobs[N]['input']) {
  const work = coreJobs[name](input, new AbortController().signal);
  const heard: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { output: await step.value, heard };
    heard.push(step.value);
  }
}

const genomes = recipeNames.map((recipe) => sampleGenome(recipe, 12));

function expectToRise(heard: readonly number[]) {
  expect(heard.length).toBeGreaterThan(0);
  for (const [index, progress] of heard.entries()) {
    expect(progress).toBeGreaterThanOrEqual(heard[index - 1] ?? 0);
    expect(progress).toBeLessThanOrEqual(1);
  }
}

describe('coreJobs', () => {
  test('readPixels gives the bytes of paintRegion', async () => {
    const request = {
      size: { widthPx: 40, heightPx: 30 },
      region: { ...wholeRegion({ widthPx: 20, heightPx: 10 }), xPx: 7, yPx: 11 },
      view: wholeView,
      samples: 2,
      grain: 'print',
      dither: true,
    } as const;
    const { output } = await runJob('readPixels', { genome: genomes[0]!, request });
    expect(output).toEqual(paintRegion(genomes[0]!, request));
  });

  test('prints gives a print a genome, in order', async () => {
    const { output, heard } = await runJob('prints', genomes.slice(0, 3));
    expect(output).toEqual(genomes.slice(0, 3).map((genome) => printOf(plain, genome)));
    expectToRise(heard);
  });

  test('prints of nothing are none', async () => {
    expect((await runJob('prints', [])).output).toEqual([]);
  });

  test('describe names every recipe in words, and the same genome always the same', async () => {
    for (const genome of genomes) {
      const { output } = await runJob('describe', genome);
      expect(output.title).toMatch(/^\p{Lu}.*\p{L}$/u);
      expect(output.altText).toMatch(/^\p{Lu}.+\.$/u);
      expect(output.print).toEqual(printOf(plain, genome));
    }
    const [first] = genomes;
    const { output } = await runJob('describe', first!);
    expect((await runJob('describe', structuredClone(first!))).output).toEqual(output);
  });

  test('describe looks at the form without its lines, and still tells of them', async () => {
    const contour = sampleGenome('contour', 12);
    if (contour.coloring.kind !== 'palette') throw new Error('contour has a palette');
    const { coloring } = contour;
    expect(coloring.finish.lines).toBeGreaterThan(0);
    const smooth = { ...contour, coloring: { ...coloring, finish: { ...coloring.finish, lines: 0 } } };
    const withLines = (await runJob('describe', contour)).output.altText;
    const without = (await runJob('describe', smooth)).output.altText;
    expect(withLines).toMatch(/lines/);
    expect(without).not.toMatch(/lines/);
  });

  test('propose gives each proposal of a wall its words, and progress that only rises', async () => {
    const parents = [sampleGenome('silk', 4)];
    const { output, heard } = await runJob('propose', {
      seed: 9,
      parents,
      count: 3,
      wildCount: 1,
      distance: 0.1,
      changed: 'everything',
      seen: [],
    });
    expect(output.proposals).toHaveLength(3);
    for (const { title, altText, print } of output.proposals) {
      expect(title).not.toBe('');
      expect(altText).not.toBe('');
      expect(print).toHaveLength(24 * 24 * 3);
    }
    expect(output.judgedCount).toBeGreaterThanOrEqual(3);
    expectToRise(heard);
  });
});
