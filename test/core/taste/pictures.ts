// Small pictures, drawn pixel by pixel: what a statistic says of them can be worked out by hand.
import type { Pixels } from '#core/cppn/pixels.ts';
import { createRandom } from '#core/math/random.ts';
import { measurePicture, type Statistics } from '#core/taste/measure-picture.ts';

type Rgb = readonly [r: number, g: number, b: number];

export function drawPicture(
  colorAt: (column: number, row: number) => Rgb,
  widthPx = 32,
  heightPx = 32,
): Pixels {
  const data = new Uint8ClampedArray(widthPx * heightPx * 4);
  for (let row = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      data.set([...colorAt(column, row), 255], (row * widthPx + column) * 4);
    }
  }
  return { widthPx, heightPx, data };
}

/** Soft blobs of two colors, different for each seed. */
export function blobs(seed: number): Pixels {
  const random = createRandom(seed);
  const color = (): Rgb => [random.below(256), random.below(256), random.below(256)];
  const [from, to] = [color(), color()];
  const [x, y, size] = [random.uniform() * 32, random.uniform() * 32, 4 + random.uniform() * 16];
  const fine = random.uniform();
  return drawPicture((column, row) => {
    const distance = Math.hypot(column - x, row - y) / size;
    const share = 1 / (1 + distance ** 4) + fine * 0.4 * (((column * 7 + row * 13) % 5) / 5);
    const mixed = (c: 0 | 1 | 2) => from[c] + (to[c] - from[c]) * Math.min(1, share);
    return [mixed(0), mixed(1), mixed(2)];
  });
}

export const statisticsOfSeed = (seed: number): Statistics => measurePicture(blobs(seed));
