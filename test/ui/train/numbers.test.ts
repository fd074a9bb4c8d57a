import { describe, expect, test } from 'vitest';
import { count, percent, short } from '#ui/train/numbers.ts';

describe('short', () => {
  test('says two digits and no power of ten', () => {
    expect([0.0013, 0.00071, 0.65, 0.004, 12, 1, 0.1, 0].map(short)).toEqual([
      '0.0013',
      '0.00071',
      '0.65',
      '0.004',
      '12',
      '1',
      '0.1',
      '0',
    ]);
    expect(short(0.00001)).toBe('0.00001');
    expect(short(-0.2)).toBe('-0.2');
    expect(short(1234)).toBe('1,200');
    expect(short(1e-9)).toBe('less than 0.000001');
    expect(short(Number.NaN)).toBe('none');
  });
});

describe('count', () => {
  test('knows one from many', () => {
    expect([count(1, 'weight', 'weights'), count(2339, 'weight', 'weights')]).toEqual([
      '1 weight',
      '2,339 weights',
    ]);
  });
});

describe('percent', () => {
  test('is whole', () => {
    expect(percent(0.937)).toBe('94 %');
  });
});
