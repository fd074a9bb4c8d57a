import { describe, expect, test } from 'vitest';
import { measureLightAndCool, placePictures } from '#core/cppn/place-pictures.ts';

const plain = (r: number, g: number, b: number) => ({
  widthPx: 2,
  heightPx: 1,
  data: Uint8ClampedArray.of(r, g, b, 255, r, g, b, 255),
});

describe('measureLightAndCool', () => {
  test('knows light from dark and cool from warm', () => {
    const [white] = measureLightAndCool(plain(255, 255, 255));
    const [black] = measureLightAndCool(plain(0, 0, 0));
    expect(white).toBeCloseTo(1, 5);
    expect(black).toBeCloseTo(0, 5);
    expect(measureLightAndCool(plain(40, 60, 220))[1]).toBeGreaterThan(0.1);
    expect(measureLightAndCool(plain(230, 150, 30))[1]).toBeLessThan(-0.1);
  });
});

describe('placePictures', () => {
  test('spreads each axis over the plane and lets none out of it', () => {
    const places = placePictures([
      [0.1, 0],
      [0.2, 0],
      [0.3, 0],
      [0.4, 0.5],
    ]);
    expect(places[0]).toBeCloseTo(-places[6]!, 5);
    expect(places[0]).toBeLessThan(places[2]!);
    expect(places.every((place) => Math.abs(place) <= 1)).toBe(true);
    expect(places[1]).toBe(places[3]);
  });

  test('gives finite places for pictures that are all alike, and none for none', () => {
    expect([
      ...placePictures([
        [0.5, 0.1],
        [0.5, 0.1],
      ]),
    ]).toEqual([0, 0, 0, 0]);
    expect(placePictures([])).toHaveLength(0);
  });
});
