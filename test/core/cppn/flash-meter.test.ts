import { describe, expect, test } from 'vitest';
import { FLASH_HZ, flashingShare, isFlashing, luminanceOf } from '#core/cppn/flash-meter.ts';

/** One pixel in four follows `value`, the rest stay dark. */
const quarter = (value: number) => Float32Array.of(value, 0.1, 0.1, 0.1);
const whole = (value: number) => new Float32Array(4).fill(value);
const frames = (count: number, make: (index: number) => Float32Array) =>
  Array.from({ length: count }, (_, index) => make(index));

describe('luminanceOf', () => {
  test('weighs linear light', () => {
    const data = Uint8ClampedArray.of(255, 255, 255, 255, 0, 0, 0, 255, 255, 0, 0, 255, 188, 188, 188, 255);
    const [white, black, red, grey] = luminanceOf({ data });
    expect(white).toBeCloseTo(1, 6);
    expect(black).toBe(0);
    expect(red).toBeCloseTo(0.2126, 6);
    expect(grey).toBeCloseTo(0.5, 2);
  });
});

describe('flashingShare', () => {
  // Two seconds; bright every tenth frame for five: six changes a second.
  const blinking = (low: number, high: number) => (i: number) => whole(i % 10 < 5 ? low : high);

  test('counts four or more opposing changes a second over the whole area', () => {
    expect(flashingShare(frames(60, blinking(0.1, 0.5)), FLASH_HZ)).toBe(1);
    expect(isFlashing(1)).toBe(true);
  });

  test('lets three changes a second pass', () => {
    // 1.5 turns a second: three changes.
    const slow = (i: number) => whole(i % 20 < 10 ? 0.1 : 0.5);
    expect(flashingShare(frames(60, slow), FLASH_HZ)).toBe(0);
  });

  test('overlooks changes of less than 10 %, also where many add up to a slow one', () => {
    expect(flashingShare(frames(60, blinking(0.3, 0.39)), FLASH_HZ)).toBe(0);
    expect(
      flashingShare(
        frames(300, (i) => whole(i < 150 ? i / 150 : 2 - i / 150)),
        FLASH_HZ,
      ),
    ).toBe(0);
    // A slow rise with a flicker of 8 % on it.
    expect(
      flashingShare(
        frames(300, (i) => whole(0.3 + Math.abs(150 - i) / 500 + (i % 2) * 0.08)),
        FLASH_HZ,
      ),
    ).toBe(0);
  });

  test('finds flashes that rise by small steps', () => {
    const steps = [0.1, 0.16, 0.22, 0.28, 0.22, 0.16];
    expect(
      flashingShare(
        frames(60, (i) => whole(steps[i % 6]!)),
        FLASH_HZ,
      ),
    ).toBe(1);
  });

  test('gives the share of the area, of which a quarter is too much', () => {
    const share = flashingShare(
      frames(60, (i) => quarter(i % 10 < 5 ? 0.1 : 0.9)),
      FLASH_HZ,
    );
    expect(share).toBe(0.25);
    expect(isFlashing(share)).toBe(true);
    expect(isFlashing(0.24)).toBe(false);
  });

  test('counts within one second: pixels that flash one after another do not add up', () => {
    // Each pixel blinks in a second of its own, of eight.
    const turns = frames(240, (i) =>
      Float32Array.from({ length: 4 }, (_, p) =>
        Math.floor(i / 60) === p && i % 60 < 30 && i % 10 < 5 ? 0.9 : 0.1,
      ),
    );
    expect(flashingShare(turns, FLASH_HZ)).toBe(0.25);
  });

  test('looks over the seam of the loop', () => {
    // Two changes at the end and two at the beginning, close together only when it repeats.
    const seam = (i: number) => whole([0, 1, 2, 6, 7, 8, 112, 113, 114].includes(i) ? 0.9 : 0.1);
    expect(flashingShare(frames(120, seam), FLASH_HZ)).toBe(1);
  });

  test('of a loop played slowly is less', () => {
    const loop = frames(60, blinking(0.1, 0.5));
    expect(flashingShare(loop, FLASH_HZ / 2)).toBe(0);
  });
});
