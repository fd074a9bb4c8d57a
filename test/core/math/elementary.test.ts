import { describe, expect, it } from 'vitest';
import { atan2, cbrt, cos, exp, log, pow, sin, tanh } from '#core/math/elementary.ts';
import { createRandom } from '#core/math/random.ts';

const ULP = 2 ** -52;

/** The largest error over 20,000 arguments, in units of 2^-52, absolute or relative. */
function worst(
  own: (x: number) => number,
  exact: (x: number) => number,
  argument: (uniform: () => number) => number,
  isRelative: boolean,
): number {
  const random = createRandom(11);
  let most = 0;
  for (let i = 0; i < 20_000; i++) {
    const x = argument(random.uniform);
    const error = Math.abs(own(x) - exact(x)) / ULP;
    most = Math.max(most, isRelative ? error / Math.max(Math.abs(exact(x)), Number.MIN_VALUE) : error);
  }
  return most;
}

const wide = (uniform: () => number) => (2 * uniform() - 1) * 10 ** (uniform() * 10 - 4);

describe('elementary functions', () => {
  it('agree with Math within a few units in the last place', () => {
    expect(worst(sin, Math.sin, wide, false)).toBeLessThan(2);
    expect(worst(cos, Math.cos, wide, false)).toBeLessThan(2);
    expect(worst(tanh, Math.tanh, wide, true)).toBeLessThan(6);
    expect(worst(exp, Math.exp, (uniform) => 1400 * uniform() - 700, true)).toBeLessThan(4);
    expect(worst(log, Math.log, (uniform) => 10 ** (600 * uniform() - 300), true)).toBeLessThan(4);
    expect(worst(cbrt, Math.cbrt, wide, true)).toBeLessThan(3);
    expect(
      worst(
        (x) => pow(x, 2.4),
        (x) => x ** 2.4,
        (uniform) => uniform(),
        true,
      ),
    ).toBeLessThan(64);
  });

  it('behave at their ends', () => {
    expect([exp(-800), exp(-745.2), exp(0), exp(800)]).toEqual([0, 0, 1, Number.POSITIVE_INFINITY]);
    expect(exp(-720)).toBeCloseTo(Math.exp(-720), 320);
    expect([tanh(0), tanh(40), tanh(-40)]).toEqual([0, 1, -1]);
    expect([log(0), log(1), log(Number.POSITIVE_INFINITY)]).toEqual([
      Number.NEGATIVE_INFINITY,
      0,
      Number.POSITIVE_INFINITY,
    ]);
    expect(log(-1)).toBeNaN();
    expect([cbrt(0), cbrt(-27)]).toEqual([0, -3]);
    expect(pow(0, 2.4)).toBe(0);
    expect(sin(0)).toBe(0);
    expect(cos(0)).toBe(1);
  });

  it('give the same bits for ever, in every engine', () => {
    const bytes = new DataView(new ArrayBuffer(8));
    let sum = 0;
    for (let i = -2000; i <= 2000; i++) {
      for (const value of [
        sin(i / 7),
        cos(i / 7),
        tanh(i / 300),
        exp(i / 50),
        log(i + 2001.5),
        cbrt(i / 3),
      ]) {
        bytes.setFloat64(0, value);
        sum = (Math.imul(sum ^ bytes.getUint32(0), 0x01000193) ^ bytes.getUint32(4)) >>> 0;
      }
    }
    expect(sum).toBe(1658042457);
  });

  it('atan2 agrees with Math.atan2 all the way round, on the axes and at the origin', () => {
    const random = createRandom(12);
    for (let i = 0; i < 20_000; i++) {
      const [y, x] = [random.normal(), random.normal()];
      expect(Math.abs(atan2(y, x) - Math.atan2(y, x))).toBeLessThan(4 * ULP * Math.PI);
    }
    for (const [y, x] of [
      [0, 1],
      [1, 0],
      [0, -1],
      [-1, 0],
      [1e-200, -1],
      [0, 0],
    ] as const)
      expect(atan2(y, x)).toBeCloseTo(Math.atan2(y, x), 14);
  });
});
