import { describe, expect, it } from 'vitest';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Palette } from '#core/cppn/palette.ts';
import { paletteTable } from '#core/cppn/palette-table.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { blendPalettes, hueDegrees, stopsAt } from '#core/evolution/blend-palettes.ts';
import { createPaletteDirection, movePalette } from '#core/evolution/move-palette.ts';
import { createDirection } from '#core/evolution/mutate-genome.ts';
import { oklchToOklab } from '#core/math/color.ts';
import { createRandom } from '#core/math/random.ts';

const named = (name: string) => housePalettes.find((palette) => palette.name === name)!;
const tableDistance = (a: Palette, b: Palette) => {
  const other = paletteTable(b);
  return Math.sqrt(paletteTable(a).reduce((sum, value, i) => sum + (value - other[i]!) ** 2, 0) / 1024);
};

describe('hueDegrees', () => {
  it('turns back what oklchToOklab turned', () => {
    for (let hue = 0; hue < 360; hue += 3.7) {
      const [, a, b] = oklchToOklab(0.5, 0.13, hue);
      expect(hueDegrees(a, b)).toBeCloseTo(hue, 7);
    }
    expect(hueDegrees(0, 0)).toBe(0);
  });
});

describe('blendPalettes', () => {
  it('is the base at 0 and the other, at the base positions, at 1', () => {
    const base = named('Saffron');
    const other = named('Fig');
    expect(blendPalettes(base, other, 0)).toEqual(base);
    const whole = blendPalettes(base, other, 1);
    expect(whole.name).toBe('Fig');
    expect(tableDistance(whole, other)).toBeLessThan(0.01);
  });

  it('keeps number and positions of the base stops', () => {
    const blended = blendPalettes(named('Smoke'), named('Rhubarb'), 0.4);
    expect(blended.stops.map(({ position }) => position)).toEqual([0, 0.3, 0.55, 0.74, 0.86, 1]);
    expect(blended.name).toBe('Smoke');
  });

  it('mixes in OKLab: half way between the two colors', () => {
    const stop = (lightness: number, chroma: number, hue: number) => [
      { position: 0, lightness, chroma, hue },
      { position: 1, lightness, chroma, hue },
    ];
    const blended = blendPalettes(
      { name: 'A', stops: stop(0.4, 0.06, 0) },
      { name: 'B', stops: stop(0.8, 0.06, 90) },
      0.5,
    );
    expect(blended.stops[0]!.lightness).toBeCloseTo(0.6, 3);
    expect(blended.stops[0]!.hue).toBeCloseTo(45, 0);
    expect(blended.stops[0]!.chroma).toBeCloseTo(0.03 * Math.SQRT2, 3);
  });
});

describe('stopsAt', () => {
  it('reads a palette at its own positions as it is', () => {
    const palette = named('Oyster');
    stopsAt(palette, palette.stops).forEach((stop, i) => {
      expect(stop.lightness).toBeCloseTo(palette.stops[i]!.lightness, 2);
      expect(stop.chroma).toBeCloseTo(palette.stops[i]!.chroma, 2);
    });
  });
});

describe('movePalette', () => {
  const directions = Array.from({ length: 120 }, (_, seed) => {
    const genome = sampleGenome((['silk', 'fold', 'strata'] as const)[seed % 3]!, seed);
    if (genome.coloring.kind !== 'palette') throw new Error('expected a palette');
    const { palette } = genome.coloring;
    return { palette, direction: createPaletteDirection(palette, createRandom(seed), null) };
  });

  it('goes a little way for a small length and farther for a larger one', () => {
    const mean = (length: number) =>
      directions.reduce((sum, { palette, direction }) => {
        return sum + tableDistance(palette, movePalette(palette, direction, length));
      }, 0) / directions.length;
    expect(mean(0.065)).toBeGreaterThan(0.005);
    expect(mean(0.065)).toBeLessThan(0.06);
    expect(mean(0.3)).toBeGreaterThan(2 * mean(0.065));
  });

  it('keeps to the house rules: near-neutral ends, calm violets and leaf greens, unless the parents broke them', () => {
    for (const { palette, direction } of directions) {
      for (const length of [0.05, 0.2, 0.6, 4]) {
        movePalette(palette, direction, length).stops.forEach(({ lightness, chroma, hue }, i) => {
          const known = Math.max(palette.stops[i]!.chroma, direction.towards.stops[i]!.chroma);
          if (lightness < 0.2499) expect(chroma).toBeLessThanOrEqual(Math.max(0.06, known) + 1e-4);
          if (lightness > 0.9301) expect(chroma).toBeLessThanOrEqual(Math.max(0.05, known) + 1e-4);
          if (hue > 285.1 && hue < 324.9) expect(chroma).toBeLessThanOrEqual(Math.max(0.12, known) + 1e-4);
        });
      }
    }
  });

  it('keeps the order of lightness of its ends', () => {
    for (const { palette, direction } of directions) {
      const rise = ({ stops }: Palette) => Math.sign(stops.at(-1)!.lightness - stops[0]!.lightness);
      for (const length of [0.05, 0.3, 4]) {
        expect(rise(movePalette(palette, direction, length))).toBe(rise(palette));
      }
    }
  });

  it('takes the name of the house palette once it is nearer to that', () => {
    const { palette, direction } = directions[0]!;
    expect(movePalette(palette, direction, 0.001).name).toBe(palette.name);
    expect(movePalette(palette, direction, 16).name).toBe(direction.towards.name);
    expect(direction.towards.name).not.toBe(palette.name);
  });

  it('moves mirrored forms only among the palettes of their recipe', () => {
    const cool = ['Verbena', 'Celadon', 'Blueberry milk', 'Oyster', 'Smoke', 'Squid ink'];
    for (let seed = 0; seed < 40; seed++) {
      expect(cool).toContain(
        createDirection(sampleGenome('petal', seed), seed, 'everything').palette!.towards.name,
      );
    }
  });
});
