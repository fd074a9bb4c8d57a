import { describe, expect, it } from 'vitest';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { arrangeTiles, countClashes, type Traits } from '#core/evolution/arrange-tiles.ts';

/** A tile of the n-th house palette, with relief or without. */
const tile = (palette: number, relief: number): Traits => ({
  palette: housePalettes[palette]!.name,
  finish: relief === 1 ? 'relief' : 'smooth',
});

describe('arrangeTiles', () => {
  // Eight of one finish among fifteen leave a single pattern: the checkerboard.
  const tiles = Array.from({ length: 15 }, (_, i) => tile(i % 6, i < 8 ? 1 : 0));
  const laidOut = (seed: number) => arrangeTiles(tiles, seed);

  it('finds the order in which no two neighbours share palette or finish', () => {
    for (let seed = 0; seed < 5; seed++) {
      expect(countClashes(laidOut(seed).map((place) => tiles[place]!))).toBe(0);
    }
  });

  it('uses every tile once', () => {
    expect(laidOut(1).sort((a, b) => a - b)).toEqual(tiles.map((_, i) => i));
  });

  it('is drawn by the seed', () => {
    expect(laidOut(1)).toEqual(laidOut(1));
    expect(laidOut(1)).not.toEqual(laidOut(2));
  });

  it('does what can be done where all are alike, and with none or one', () => {
    expect(
      arrangeTiles(
        Array.from({ length: 15 }, () => tile(0, 0)),
        1,
      ),
    ).toHaveLength(15);
    expect(arrangeTiles([], 1)).toEqual([]);
    expect(arrangeTiles([tile(0, 0)], 1)).toEqual([0]);
  });
});

describe('countClashes', () => {
  it('counts neighbours in rows and columns, not across a row end', () => {
    // A row of five and one below: 0-1 share the palette, 0-5 the finish; 4 and 5 are no neighbours.
    const wall = [tile(0, 1), tile(0, 0), tile(1, 1), tile(2, 0), tile(3, 1), tile(3, 1)];
    expect(countClashes(wall)).toBe(2);
  });
});
