import { afterEach, expect, test, vi } from 'vitest';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { paintFrame } from '#studio/paint-frame.ts';
import { smallGenome } from '../core/formats/small-artwork.ts';

afterEach(() => vi.unstubAllGlobals());

test('paintFrame reads the pixels as for every file, and covers each row once', async () => {
  vi.stubGlobal(
    'ImageData',
    class {
      readonly width: number;
      readonly height: number;
      constructor(_: Uint8ClampedArray, width: number, height: number) {
        this.width = width;
        this.height = height;
      }
    },
  );
  const asked: PaintRequest[] = [];
  const rows: number[] = [];
  const size = { widthPx: 30, heightPx: 31 };
  await paintFrame(
    {
      readPixels: async (_, request) => {
        asked.push(request);
        const { widthPx, heightPx } = request.region;
        return { widthPx, heightPx, data: new Uint8ClampedArray(widthPx * heightPx * 4) };
      },
    },
    smallGenome,
    {
      size,
      view: { ...wholeView, phase: 0.25 },
      canvas: {
        putImageData: ({ width, height }: ImageData, x: number, y: number) => {
          expect([width, x]).toEqual([30, 0]);
          for (let row = y; row < y + height; row++) rows.push(row);
        },
      },
      signal: new AbortController().signal,
    },
  );
  expect(rows.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 31 }, (_, row) => row));
  expect(asked.every(({ view, samples }) => view.phase === 0.25 && samples === 2)).toBe(true);
});
