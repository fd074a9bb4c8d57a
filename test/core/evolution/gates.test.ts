import { describe, expect, it } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { judgeInSlices, judgePicture } from '#core/evolution/gates.ts';
import { inkGenome, paletteColoring } from './genomes.ts';

describe('judgePicture', () => {
  it('measures a gray ramp as one works it out by hand', () => {
    // Y rises from 0 to 1 in 48 columns: deviation 1 / sqrt(12), 2 / 48 between neighbours' neighbours, eight gray bins.
    const { measures, reasons } = judgePicture(paintTiles, inkGenome([0.5, 0, 0], 0.5));
    expect(measures.mean).toBeCloseTo(0.5, 2);
    expect(measures.deviation).toBeCloseTo(1 / Math.sqrt(12), 2);
    expect(measures.roughness).toBeLessThan(0.005);
    expect(measures.edgeShare).toBe(0);
    expect(measures.colorBits).toBeCloseTo(3, 1);
    expect(reasons).toEqual(['blank']);
  });

  it('counts edges that are steeper than .12 over two pixels, not halved', () => {
    // |x| x 48 px: a slope of s a picture unit is s x 4 / 48 over two pixels; .12 is reached at s = 1.44.
    expect(judgePicture(paintTiles, inkGenome([1.35, 0, 0], 0)).measures.edgeShare).toBeLessThan(0.1);
    expect(judgePicture(paintTiles, inkGenome([1.55, 0, 0], 0)).measures.edgeShare).toBeGreaterThan(0.6);
  });

  it('measures roughness as the undivided difference from four neighbours', () => {
    // min(1, |4 x|) bends at 0 and at ±.25: by .1667 in two columns and by .0833 in four, of 46 inner ones.
    const { roughness } = judgePicture(paintTiles, inkGenome([4, 0, 0], 0)).measures;
    expect(roughness).toBeGreaterThan(0.013);
    expect(roughness).toBeLessThan(0.017);
    expect(judgePicture(paintTiles, inkGenome([24, 0, 0], 0, 'sin')).reasons).toContain('noise');
  });

  it.each([
    ['flat', inkGenome([0.05, 0, 0], 0.5)],
    ['blots', inkGenome([1000, 0, 0], 0, 'step')],
    ['noise', inkGenome([60, 47, 0], 0, 'sin')],
    ['blank', inkGenome([0.4, 0, 0], 0.5)],
    ['tangle', inkGenome([9, 6, 0], 0, 'sin')],
    ['too-dark', inkGenome([0.01, 0, 0], 0.02)],
    ['too-light', inkGenome([0.01, 0, 0], 0.97)],
    ['few-colors', inkGenome([1000, 0, 0], 0, 'step')],
  ] as const)('names %s', (reason, genome) => {
    expect(judgePicture(paintTiles, genome).reasons).toContain(reason);
  });

  it('passes a good picture with no reason', () => {
    const passed = [1, 2, 3, 4].map((seed) => judgePicture(paintTiles, sampleGenome('porcelain', seed)));
    expect(passed.filter(({ reasons }) => reasons.length === 0).length).toBeGreaterThanOrEqual(2);
  });

  it('judges the form: grain, steps, edge and lines change nothing, relief does', () => {
    const genome = sampleGenome('porcelain', 1);
    const withFinish = (amounts: object): Genome => ({
      ...genome,
      coloring: {
        ...paletteColoring(),
        finish: { relief: 1, grain: 0, steps: 0, edge: 0, lines: 0, ...amounts },
      },
    });
    const plain = judgePicture(paintTiles, withFinish({}));
    expect(judgePicture(paintTiles, withFinish({ grain: 0.4, steps: 5, edge: 0.3, lines: 30 }))).toEqual(
      plain,
    );
    expect(judgePicture(paintTiles, withFinish({ relief: 0 })).measures).not.toEqual(plain.measures);
  });
});

describe('judgeInSlices', () => {
  it('yields several times on the way to the same verdict', () => {
    const genome = sampleGenome('orchard', 1);
    const work = judgeInSlices(paintTiles, genome);
    let count = 0;
    let step = work.next();
    for (; !step.done; step = work.next()) count++;
    expect(count).toBeGreaterThanOrEqual(3);
    expect(step.value).toEqual(judgePicture(paintTiles, genome));
  });
});
