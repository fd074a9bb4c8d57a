import { describe, expect, test } from 'vitest';
import { printSize } from '#core/formats/print-sizes.ts';
import { goesStraightToDisk, refuseSize } from '#platform/export/reach.ts';

const square = (sidePx: number) => ({ widthPx: sidePx, heightPx: sidePx });
const GB = 1024 ** 3;

describe('refuseSize', () => {
  test('nothing is refused where files go straight to disk', () => {
    const reach = { isStraightToDisk: true, memoryBytes: GB };
    for (const sidePx of [1080, 4096, 8192, 16_384, 32_768])
      expect(refuseSize(square(sidePx), reach)).toBeNull();
  });

  test('what a browser would have to hold is weighed against the memory', () => {
    const largest = (memoryBytes: number) =>
      [1080, 2160, 4096, 8192, 16_384, 32_768].findLast(
        (sidePx) => refuseSize(square(sidePx), { isStraightToDisk: false, memoryBytes }) === null,
      );
    expect(largest(GB)).toBe(8192);
    expect(largest(4 * GB)).toBe(16_384);
    expect(largest(16 * GB)).toBe(32_768);
    expect(refuseSize(square(32_768), { isStraightToDisk: false, memoryBytes: GB })).toMatch(/^[A-Z].+\.$/);
    expect(refuseSize(printSize('50x70', false), { isStraightToDisk: false, memoryBytes: GB })).toBeNull();
  });
});

describe('goesStraightToDisk', () => {
  test('only what is larger than a download should be', () => {
    const reach = { isStraightToDisk: true, memoryBytes: GB };
    expect(goesStraightToDisk(square(4096), reach)).toBe(false);
    expect(goesStraightToDisk(square(8192), reach)).toBe(true);
    expect(goesStraightToDisk(printSize('a4', true), reach)).toBe(false);
    expect(goesStraightToDisk(square(8192), { ...reach, isStraightToDisk: false })).toBe(false);
  });
});
