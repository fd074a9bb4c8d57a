import { describe, expect, test } from 'vitest';
import { easedShare } from '#core/nn/run.ts';

describe('easedShare', () => {
  test('is whole until the last part, and sinks to a fiftieth without a leap', () => {
    const shares = Array.from({ length: 101 }, (_, i) => easedShare(i / 100, 0.6));
    expect(shares.slice(0, 41)).toEqual(new Array(41).fill(1));
    expect(shares[70]).toBeCloseTo(0.5, 6);
    expect(shares[100]).toBe(0.02);
    for (const [i, share] of shares.slice(1).entries()) {
      expect(share).toBeLessThanOrEqual(shares[i]!);
      expect(shares[i]! - share).toBeLessThan(0.03);
    }
  });

  test('is whole throughout where nothing shall sink', () => {
    for (const done of [0, 0.5, 1, 1.5]) expect(easedShare(done, 0)).toBe(1);
  });

  test('stays small for who trains on beyond the end', () => {
    expect(easedShare(1.5, 0.6)).toBe(0.02);
  });
});
