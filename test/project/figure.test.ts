import { describe, expect, test } from 'vitest';
import { median } from '../bench/figure.ts';

describe('median', () => {
  test('is the middle value of an odd count, whatever the order', () => {
    expect(median([9, 1, 100, 2, 3])).toBe(3);
  });

  test('is the mean of the middle two of an even count', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  test('refuses an empty list', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});
