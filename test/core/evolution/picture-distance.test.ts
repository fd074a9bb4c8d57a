import { describe, expect, it } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { isCloser, pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { oklabOfPixels } from '#core/math/color.ts';
import { inkGenome } from './genomes.ts';

describe('printOf', () => {
  it('is OKLab of the reference painter at 24 x 24, one sample a pixel, no dither', () => {
    const genome: Genome = { ...sampleGenome('silk', 4) };
    const size = { widthPx: 24, heightPx: 24 };
    const request = {
      size,
      region: wholeRegion(size),
      view: wholeView,
      samples: 1,
      grain: 'pixel',
      dither: false,
    } as const;
    expect(printOf(paintTiles, genome)).toEqual(oklabOfPixels(paintRegion(genome, request).data));
  });

  it('does not see grain, steps and lines', () => {
    for (const [recipe, finish] of [
      ['cut-paper', {}],
      ['pastel', {}],
      ['contour', { relief: 0.25 }],
    ] as const) {
      const genome = sampleGenome(recipe, 2);
      if (genome.coloring.kind !== 'palette') throw new Error('expected a palette');
      const bare = { relief: 0, grain: 0, steps: 0, edge: 0, lines: 0, ...finish };
      const plain: Genome = { ...genome, coloring: { ...genome.coloring, finish: bare } };
      expect(printOf(paintTiles, genome)).toEqual(printOf(paintTiles, plain));
    }
  });
});

describe('pictureDistance', () => {
  it('is 1 between black and white and 0 between equals', () => {
    const black = printOf(paintTiles, inkGenome([0, 0, 0], 0));
    const white = printOf(paintTiles, inkGenome([0, 0, 0], 1));
    expect(pictureDistance(black, white)).toBeCloseTo(1, 3);
    expect(pictureDistance(white, white)).toBe(0);
  });

  it('is the root mean square over pixels of the Euclidean difference', () => {
    const a = new Float32Array(576 * 3);
    const b = new Float32Array(576 * 3);
    for (let i = 0; i < 144; i++) b.set([0.3, 0, 0.4], i * 3);
    expect(pictureDistance(a, b)).toBeCloseTo(0.25, 6);
  });
});

describe('isCloser', () => {
  it('agrees with the distance on both sides of the limit', () => {
    const a = printOf(paintTiles, sampleGenome('fold', 1));
    const b = printOf(paintTiles, sampleGenome('fold', 2));
    const distance = pictureDistance(a, b);
    expect(isCloser(a, b, distance * 1.001)).toBe(true);
    expect(isCloser(a, b, distance * 0.999)).toBe(false);
    expect(isCloser(a, a, 0.0001)).toBe(true);
  });
});
