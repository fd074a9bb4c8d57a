import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coloring } from '#core/cppn/coloring.ts';
import { plainCoordinates, type samplings } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { activationNames } from '#core/nn/activations.ts';
import { arbitraryGenome } from './arbitrary-genome.ts';
import { firstDifference, paint, request, square } from './paint.ts';

/** One linear layer from `inputs` to the coloring's outputs. */
function plainGenome(
  coloring: Coloring,
  changes: Partial<Genome> & { kernel: number[]; biases: number[] },
): Genome {
  const { kernel, biases, ...rest } = changes;
  const zeros = biases.map(() => 0);
  return {
    schema: 1,
    coordinates: plainCoordinates,
    layers: [
      {
        neurons: biases.map((_, i) => `${i}`.padStart(16, '0')),
        kernel,
        biases,
        activations: biases.map(() => 'identity' as const),
      },
    ],
    coloring,
    loop: { u: zeros, v: zeros, amplitude: 0, seconds: 8 },
    ...rest,
  };
}

const ink = (kernel: number[], bias: number, changes: Partial<Genome> = {}) =>
  plainGenome({ kind: 'ink' }, { kernel, biases: [bias], ...changes });

const grays = (genome: Genome, asked: ReturnType<typeof request>) =>
  [...paintRegion(genome, asked).data].filter((_, i) => i % 4 === 0);

describe('paintRegion', () => {
  it('spans the short side over [-1, 1] at pixel centers, y down', () => {
    const asked = request({ widthPx: 4, heightPx: 2 }, { samples: 1, dither: false });
    // |x| over x = -1.5, -0.5, 0.5, 1.5: limited to 1.
    expect(grays(ink([1, 0, 0], 0), asked)).toEqual([255, 127, 127, 255, 255, 127, 127, 255]);
    // (y + 1) / 4 over y = -0.5, 0.5
    expect(grays(ink([0, 0.25, 0], 0.25), asked)).toEqual([31, 31, 31, 31, 95, 95, 95, 95]);
  });

  it('paints any region with the bytes of the whole', () => {
    const genome = sampleGenome('pastel', 3);
    const size = { widthPx: 37, heightPx: 29 };
    const whole = paintRegion(genome, request(size));
    const part = paintRegion(
      genome,
      request(size, { region: { xPx: 11, yPx: 7, widthPx: 13, heightPx: 9 } }),
    );
    for (let row = 0; row < 9; row++) {
      const from = ((7 + row) * 37 + 11) * 4;
      expect([...part.data.slice(row * 52, row * 52 + 52)]).toEqual([...whole.data.slice(from, from + 52)]);
    }
  });

  it('turns the picture counter-clockwise by the rotation of the view', () => {
    // Bright on the right; a quarter turn counter-clockwise puts it on top.
    const genome = ink([0.25, 0, 0], 0.25);
    const turned = { ...wholeView, rotation: Math.PI / 2 };
    const rows = grays(genome, request(square(2), { samples: 1, dither: false, view: turned }));
    expect(rows[0]!).toBeGreaterThan(rows[2]!);
    expect(rows[0]).toBe(rows[1]);
  });

  it('zooms about the center of the view', () => {
    const genome = ink([0.5, 0, 0], 0.5);
    const at = (zoom: number, x: number) =>
      grays(
        genome,
        request(square(2), { samples: 1, dither: false, view: { ...wholeView, zoom, center: [x, 0] } }),
      );
    expect(at(1e4, 0).slice(0, 2)).toEqual([127, 127]);
    expect(at(1e4, 0.5)[0]).toBe(191);
    expect(at(0.5, 0).slice(0, 2)).toEqual([0, 255]);
  });

  it('repeats or mirrors the plane as the tiling says', () => {
    const asked = request({ widthPx: 8, heightPx: 2 }, { samples: 1, dither: false });
    const tiled = (tiling: 'repeat' | 'mirror') =>
      grays(
        ink([0.5, 0, 0], 0.5, { coordinates: { ...plainCoordinates, tiling, tilePeriod: 2 } }),
        asked,
      ).slice(0, 8);
    const repeated = tiled('repeat');
    expect(repeated.slice(0, 6)).toEqual(repeated.slice(2, 8));
    const mirrored = tiled('mirror');
    expect([mirrored[5], mirrored[6], mirrored[7]]).toEqual([mirrored[4], mirrored[3], mirrored[2]]);
    expect(mirrored[4]).toBe(191);
  });

  it('samples as foreign formats do', () => {
    const at = (sampling: (typeof samplings)[number], widthPx: number) =>
      grays(
        ink([0.5, 0, 0], 0.5, { coordinates: { ...plainCoordinates, sampling } }),
        request({ widthPx, heightPx: 2 }, { samples: 1, dither: false }),
      ).slice(0, widthPx);
    expect(at('both-sides', 4)).toEqual([31, 95, 159, 223]);
    expect(at('corners', 3)).toEqual([0, 127, 255]);
  });

  it('closes its loop and stands still at phase 0', () => {
    const genome = sampleGenome('orchard', 5);
    const size = square(24);
    const at = (phase: number) => paintRegion(genome, request(size, { view: { ...wholeView, phase } }));
    expect(
      firstDifference(
        at(0),
        paintRegion({ ...genome, loop: { ...genome.loop, amplitude: 0 } }, request(size)),
      ),
    ).toBeNull();
    expect(firstDifference(at(0), at(0.5))).not.toBeNull();
  });

  it('gives rgb, hsv, ink and oklch their formulas', () => {
    const asked = request(square(1), { samples: 1, dither: false });
    const paintOne = (kind: 'rgb' | 'hsv' | 'oklch', biases: number[]) =>
      [...paintRegion(plainGenome({ kind }, { kernel: new Array(9).fill(0), biases }), asked).data].slice(
        0,
        3,
      );
    expect(paintOne('rgb', [0, 100, -100])).toEqual([127, 255, 0]);
    expect(paintOne('hsv', [1 / 3, 1, -1])).toEqual([0, 255, 0]);
    expect(paintOne('hsv', [-1 / 3, 5, 0.5])).toEqual([0, 0, 127]);
    const gray = paintOne('oklch', [0, -100, 0]);
    expect(Math.max(...gray) - Math.min(...gray)).toBeLessThanOrEqual(1);
  });

  it('averages sub-samples in linear light', () => {
    // Left half of each pixel black, right half white: half the light is 188 in sRGB.
    const genome = ink([1e3, 0, 0], 0);
    const steps = { ...genome, layers: [{ ...genome.layers[0]!, activations: ['step' as const] }] };
    expect(grays(steps, request(square(1), { samples: 2, dither: false }))).toEqual([187]);
  });

  it('paints a genome within the limits whatever its weights, without a broken number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 31 }),
        fc.constantFrom(...activationNames),
        fc.constantFrom(-1000, 1000, 1e-30, 0),
        (seed, activation, weight) => {
          const base = sampleGenome('silk', seed);
          const genome: Genome = {
            ...base,
            layers: base.layers.map((layer, i) => ({
              ...layer,
              kernel: layer.kernel.map((w, k) => ((k + seed) % 3 === 0 ? weight : w)),
              activations:
                i === base.layers.length - 1 ? layer.activations : layer.activations.map(() => activation),
            })),
          };
          const { data } = paint(
            genome,
            request(square(6), { view: { ...wholeView, zoom: 0.05, center: [1e6, -1e6] } }),
          );
          for (let i = 3; i < data.length; i += 4) expect(data[i]).toBe(255);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('never changes the house look: a hash over every recipe', () => {
    const hash = createHash('sha256');
    for (const recipe of recipeNames)
      hash.update(paintRegion(sampleGenome(recipe, 1), request(square(20))).data);
    expect(hash.digest('hex')).toBe('c75428e1ec662992c10046ce11a3eb7f72fa612b660b23be3a3aa956833f2c6d');
  });
});

const arbitraryPainting = fc
  .record({
    genome: arbitraryGenome,
    widthPx: fc.integer({ min: 1, max: 9 }),
    heightPx: fc.integer({ min: 1, max: 9 }),
    samples: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    grain: fc.constantFrom('pixel' as const, 'print' as const),
    dither: fc.boolean(),
    view: fc.record({
      center: fc.tuple(
        fc.double({ min: -3, max: 3, noNaN: true }),
        fc.double({ min: -3, max: 3, noNaN: true }),
      ),
      zoom: fc.double({ min: 0.05, max: 1e4, noNaN: true }),
      rotation: fc.double({ min: -4, max: 4, noNaN: true }),
      phase: fc.double({ min: 0, max: 0.999, noNaN: true }),
    }),
  })
  .map(({ genome, widthPx, heightPx, ...rest }) => ({ genome, asked: request({ widthPx, heightPx }, rest) }));

describe('paintTiles', () => {
  it('gives the bytes of paintRegion for every recipe, sample count and kind of grain', () => {
    for (const recipe of recipeNames) {
      for (const samples of [1, 2, 3, 4] as const) {
        const asked = request(
          { widthPx: 17, heightPx: 9 },
          { samples, grain: samples === 4 ? 'print' : 'pixel', dither: samples !== 3 },
        );
        const genome = sampleGenome(recipe, samples);
        expect(
          firstDifference(paint(genome, asked), paintRegion(genome, asked)),
          `${recipe} ${samples}`,
        ).toBeNull();
      }
    }
  });

  it('gives the bytes of paintRegion for any coordinates, activations, coloring and view', () => {
    fc.assert(
      fc.property(arbitraryPainting, ({ genome, asked }) => {
        expect(firstDifference(paint(genome, asked), paintRegion(genome, asked))).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  it('gives way every few million multiply-adds, however wide the network', () => {
    const base = sampleGenome('silk', 1);
    const width = 200;
    const wide: Genome = {
      ...base,
      layers: [3, width, width, width].map((fanIn, index) => {
        const units = index === 3 ? 3 : width;
        return {
          neurons: Array.from({ length: units }, (_, unit) => `${index}${unit}`.padStart(16, '0')),
          kernel: new Array<number>(units * fanIn).fill(0.01),
          biases: new Array<number>(units).fill(0.1),
          activations: new Array(units).fill('tanh'),
        };
      }),
      loop: { ...base.loop, u: new Array(width).fill(0), v: new Array(width).fill(0) },
    };
    const weights = wide.layers.reduce((sum, { kernel }) => sum + kernel.length, 0);
    const shares = [...paintTiles(wide, request(square(16)))];
    const samples = 16 * 16 * 4;
    expect((samples * weights) / (shares.length + 1)).toBeLessThan(6e6);
  });

  it('yields often, with a share that rises', () => {
    const shares = [...paintTiles(sampleGenome('fold', 1), request(square(100)))];
    expect(shares.length).toBeGreaterThan(5);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
    expect(shares.at(-1)!).toBeLessThan(1);
  });
});
