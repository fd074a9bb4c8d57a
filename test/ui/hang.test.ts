import { describe, expect, test } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import { hangInColumns, hangInRows } from '#ui/gallery/hang.ts';
import { moveAmongHung } from '#ui/gallery/move-among-hung.ts';

const random = createRandom(7);
const aspects = Array.from({ length: 200 }, () => 0.8 + random.uniform() * 0.6);
const rowOptions = { widthPx: 806, gapPx: 12, captionPx: 43, targetPx: 200 };

describe('hangInRows', () => {
  const { places, heightPx } = hangInRows(aspects, rowOptions);
  const rows = [...new Set(places.map(({ yPx }) => yPx))].map((yPx) =>
    places.filter((place) => place.yPx === yPx),
  );

  test('fills every row but the last from side to side, on whole pixels', () => {
    for (const row of rows.slice(0, -1)) {
      expect(row[0]!.xPx).toBe(0);
      const last = row.at(-1)!;
      expect(Math.abs(last.xPx + last.widthPx - 806)).toBeLessThanOrEqual(1);
      for (const place of row) expect(Number.isInteger(place.xPx + place.widthPx)).toBe(true);
    }
  });

  test('keeps heights near the target, order, and about the frames asked for', () => {
    expect(places.map(({ index }) => index)).toEqual(aspects.map((_, index) => index));
    for (const { index, widthPx, heightPx } of places) {
      expect(heightPx).toBeGreaterThanOrEqual(165);
      expect(heightPx).toBeLessThanOrEqual(240);
      expect(Math.abs(widthPx / heightPx - aspects[index]!)).toBeLessThan(0.02);
    }
    const last = places.at(-1)!;
    expect(heightPx).toBe(last.yPx + last.heightPx + 43);
  });

  test('hangs nothing in nothing', () => {
    expect(hangInRows([], rowOptions)).toEqual({ places: [], rows: [], rowOf: [], heightPx: 0 });
  });
});

describe('hangInColumns', () => {
  test('hangs each picture in the shorter column', () => {
    const { places } = hangInColumns([0.5, 2, 1], { widthPx: 208, gapPx: 8, captionPx: 40, columnCount: 2 });
    expect(places.map(({ xPx, yPx, widthPx, heightPx }) => [xPx, yPx, widthPx, heightPx])).toEqual([
      [0, 0, 100, 200],
      [108, 0, 100, 50],
      [108, 90, 100, 100],
    ]);
  });
});

describe('moveAmongHung', () => {
  const hanging = hangInRows(aspects, rowOptions);
  const { places } = hanging;

  test('goes down and up by one row, to the nearest', () => {
    for (const { index, yPx } of places) {
      const down = places[moveAmongHung('ArrowDown', index, hanging)!]!;
      const up = places[moveAmongHung('ArrowUp', index, hanging)!]!;
      const rowAfter = places.find((place) => place.yPx > yPx)?.yPx ?? yPx;
      const rowBefore = places.findLast((place) => place.yPx < yPx)?.yPx ?? yPx;
      expect([index, down.yPx, up.yPx]).toEqual([index, rowAfter, rowBefore]);
    }
  });

  test('goes left and right in order, stays inside, and leaves other keys alone', () => {
    expect(moveAmongHung('ArrowRight', 5, hanging)).toBe(6);
    expect(moveAmongHung('ArrowLeft', 0, hanging)).toBe(0);
    expect(moveAmongHung('ArrowRight', 199, hanging)).toBe(199);
    expect(moveAmongHung('Home', 80, hanging)).toBe(0);
    expect(moveAmongHung('End', 80, hanging)).toBe(199);
    expect(moveAmongHung('a', 80, hanging)).toBe(null);
  });
});
