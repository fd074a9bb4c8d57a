import { describe, expect, it } from 'vitest';
import { describeLook, lookDistance } from '#core/evolution/describe-look.ts';
import { oklchToOklab } from '#core/math/color.ts';

const print = (colorAt: (x: number, y: number) => readonly [number, number, number]) => {
  const result = new Float32Array(576 * 3);
  for (let i = 0; i < 576; i++) result.set(oklchToOklab(...colorAt(i % 24, Math.floor(i / 24))), i * 3);
  return result;
};

describe('describeLook', () => {
  it('puts a color into the bin of its hue, and a gray into none', () => {
    const look = describeLook(print(() => [0.6, 0.15, 100]));
    expect(look[3]).toBeCloseTo(1, 5);
    expect([...look.slice(0, 12)].reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    expect(Math.max(...describeLook(print(() => [0.6, 0, 0])).slice(0, 12))).toBeLessThan(0.01);
  });

  it('counts forms', () => {
    const isIn = (x: number, from: number) => x >= from && x < from + 5;
    const two = print((x, y) => [isIn(y, 10) && (isIn(x, 3) || isIn(x, 15)) ? 0.9 : 0.2, 0, 0]);
    const one = print((x, y) => [isIn(y, 10) && isIn(x, 3) ? 0.9 : 0.2, 0, 0]);
    expect(describeLook(two)[16]! * 3).toBeCloseTo(2);
    expect(describeLook(one)[16]! * 3).toBeCloseTo(1);
  });

  it('sees mirrored forms as symmetric and lopsided ones as not', () => {
    const mirrored = describeLook(print((x) => [Math.abs(x - 11.5) / 12, 0, 0]))[15]!;
    const lopsided = describeLook(print((x, y) => [(x + y) / 46, 0, 0]))[15]!;
    expect(mirrored).toBeCloseTo(1, 4);
    expect(lopsided).toBeLessThan(0.1);
  });
});

describe('lookDistance', () => {
  it('is 0 for one picture and large between day and night', () => {
    const day = describeLook(print((x) => [0.6 + x / 80, 0.1, 90]));
    const night = describeLook(print((x) => [0.1 + x / 80, 0.1, 260]));
    expect(lookDistance(day, day)).toBe(0);
    expect(lookDistance(day, night)).toBeGreaterThan(2);
  });
});
