import { describe, expect, it } from 'vitest';
import type { Pixels } from '#core/cppn/pixels.ts';
import { buildContactSheet, layOutSheet } from '../../src/cli/contact-sheet.ts';
import { drawNumberInto } from '../../src/cli/digits.ts';

const plain = (side: number, value: number): Pixels => ({
  widthPx: side,
  heightPx: side,
  data: new Uint8ClampedArray(side * side * 4).fill(value),
});

/** The picture as rows of # and ., a character a pixel. */
function dots({ widthPx, heightPx, data }: Pixels): string[] {
  return Array.from({ length: heightPx }, (_, y) =>
    Array.from({ length: widthPx }, (_, x) => (data[(y * widthPx + x) * 4]! > 0 ? '#' : '.')).join(''),
  );
}

describe('layOutSheet', () => {
  it('gives every picture a place of its own within the sheet', () => {
    for (const count of [1, 2, 5, 24, 101]) {
      const sheet = layOutSheet(count, 40);
      expect(sheet.columnCount * sheet.rowCount).toBeGreaterThanOrEqual(count);
      expect(sheet.columnCount * (sheet.rowCount - 1)).toBeLessThan(count);
      const places = new Set(Array.from({ length: count }, (_, i) => JSON.stringify(sheet.place(i))));
      expect(places.size).toBe(count);
      const last = sheet.place(count - 1);
      expect(last.yPx + 40).toBeLessThan(sheet.heightPx);
      expect(sheet.place(sheet.columnCount - 1).xPx + 40).toBeLessThan(sheet.widthPx);
    }
  });
});

describe('buildContactSheet', () => {
  it('shows each picture in its place, unchanged', () => {
    const pictures = [50, 100, 150, 200, 250].map((value) => plain(20, value));
    const sheet = buildContactSheet(pictures, 20);
    const layout = layOutSheet(5, 20);
    for (const [index, picture] of pictures.entries()) {
      const { xPx, yPx } = layout.place(index);
      for (const [x, y] of [
        [0, 0],
        [19, 19],
      ] as const) {
        expect(sheet.data[((yPx + y) * sheet.widthPx + xPx + x) * 4]).toBe(picture.data[0]);
      }
      expect(sheet.data[((yPx + 20) * sheet.widthPx + xPx) * 4]).not.toBe(picture.data[0]);
    }
  });

  it('refuses no pictures, and pictures of another size', () => {
    expect(() => buildContactSheet([], 20)).toThrow('got none');
    expect(() => buildContactSheet([plain(20, 1), plain(21, 1)], 20)).toThrow('got 21 x 21.');
  });
});

describe('drawNumberInto', () => {
  it('writes digits from left to right, a dot apart', () => {
    const picture = plain(12, 0);
    drawNumberInto(picture, 47, { xPx: 1, yPx: 2, scale: 1, color: [255, 255, 255] });
    expect(dots(picture).slice(2, 7)).toEqual([
      '.#.#.###....',
      '.#.#...#....',
      '.###..#.....',
      '...#..#.....',
      '...#..#.....',
    ]);
  });

  it('draws every digit differently', () => {
    const drawn = Array.from({ length: 10 }, (_, digit) => {
      const picture = plain(5, 0);
      drawNumberInto(picture, digit, { xPx: 0, yPx: 0, scale: 1, color: [255, 255, 255] });
      return dots(picture).join('\n');
    });
    expect(new Set(drawn).size).toBe(10);
  });

  it('leaves out what does not fit', () => {
    const picture = plain(6, 0);
    drawNumberInto(picture, 88, { xPx: 4, yPx: -2, scale: 2, color: [255, 255, 255] });
    expect(dots(picture).every((row) => row.length === 6 && row.startsWith('....'))).toBe(true);
  });
});
