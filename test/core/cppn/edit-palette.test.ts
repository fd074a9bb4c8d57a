import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { setPalette } from '#core/cppn/edit-coloring.ts';
import {
  addStop,
  colorAt,
  hasSameStops,
  removeStop,
  setStop,
  stopLimits,
  widestGap,
} from '#core/cppn/edit-palette.ts';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import type { Palette } from '#core/cppn/palette.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';

const saffron = housePalettes.find(({ name }) => name === 'Saffron')!;
const positions = ({ stops }: Palette) => stops.map(({ position }) => position);

describe('hasSameStops', () => {
  test('until a stop is moved, coloured or added', () => {
    expect(hasSameStops(saffron, JSON.parse(JSON.stringify(saffron)))).toBe(true);
    expect(hasSameStops(saffron, setStop(saffron, 1, { position: 0.31 }))).toBe(false);
    expect(hasSameStops(saffron, setStop(saffron, 4, { hue: 96 }))).toBe(false);
    expect(hasSameStops(saffron, addStop(saffron, 0.1)!.palette)).toBe(false);
  });
});

describe('setStop', () => {
  test('moves a stop up to its neighbours, and the ends not at all', () => {
    expect(positions(setStop(saffron, 1, { position: 0.4 }))).toEqual([0, 0.4, 0.58, 0.8, 1]);
    const pushed = setStop(saffron, 1, { position: 0.9 });
    expect(pushed.stops[1]!.position).toBeLessThan(0.58);
    expect(pushed.stops[1]!.position).toBeGreaterThan(0.57);
    expect(positions(setStop(saffron, 0, { position: 0.2 }))).toEqual(positions(saffron));
    expect(positions(setStop(saffron, 4, { position: 0.2 }))).toEqual(positions(saffron));
  });

  test('colors a stop within OKLCH; hue turns round', () => {
    expect(setStop(saffron, 2, { hue: 370, chroma: 0.9, lightness: -1 }).stops[2]).toMatchObject({
      hue: 10,
      chroma: 0.4,
      lightness: 0,
    });
    expect(setStop(saffron, 2, { hue: -1 }).stops[2]!.hue).toBe(359);
  });
});

describe('addStop', () => {
  test('puts a stop where the palette stays almost as it was', () => {
    const added = addStop(saffron, 0.7)!;
    expect(added.index).toBe(3);
    expect(positions(added.palette)).toEqual([0, 0.3, 0.58, 0.7, 0.8, 1]);
    const [before, after] = [colorAt(saffron, 0.7), colorAt(added.palette, 0.7)];
    expect(after.lightness).toBeCloseTo(before.lightness, 2);
    expect(after.hue).toBeCloseTo(before.hue, 0);
  });

  test('finds no room beside a stop, at the ends, or beyond twelve', () => {
    expect(addStop(saffron, 0.3)).toBeNull();
    expect(addStop(saffron, 1)).toBeNull();
    let palette: Palette = saffron;
    for (let i = 0; i < 20; i++) palette = addStop(palette, widestGap(palette))?.palette ?? palette;
    expect(palette.stops).toHaveLength(stopLimits.most);
  });
});

describe('removeStop', () => {
  test('lets a neighbour take the place of an end, and leaves two', () => {
    expect(positions(removeStop(saffron, 0)!)).toEqual([0, 0.58, 0.8, 1]);
    expect(positions(removeStop(saffron, 4)!)).toEqual([0, 0.3, 0.58, 1]);
    expect(removeStop({ ...saffron, stops: [saffron.stops[0]!, saffron.stops[4]!] }, 0)).toBeNull();
  });
});

describe('palette edits', () => {
  test('in any order give a palette that the border lets in', () => {
    const wild = fc.double({ min: -2, max: 3 });
    const step = fc.record({
      kind: fc.constantFrom('set', 'add', 'remove'),
      index: fc.nat({ max: 11 }),
      position: wild,
      lightness: wild,
      chroma: wild,
      hue: fc.double({ min: -800, max: 800 }),
    });
    const genome = sampleGenome('silk', 3);
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let palette = saffron;
        for (const { kind, index, ...stop } of steps) {
          const at = index % palette.stops.length;
          if (kind === 'set') palette = setStop(palette, at, stop);
          else if (kind === 'add') palette = addStop(palette, stop.position)?.palette ?? palette;
          else palette = removeStop(palette, at) ?? palette;
          const whole = setPalette(genome, palette);
          expect(parseGenome(whole).genome).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });
});
