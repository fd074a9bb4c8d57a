import { createRandom, type Seed } from '#core/math/random.ts';
import type { Data } from '#core/nn/evaluate.ts';

type Stroke = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** The seven strokes of a digit on a clock, in a box of 1 x 2. */
const strokes: readonly Stroke[] = [
  [0, 0, 1, 0],
  [1, 0, 1, 1],
  [1, 1, 1, 2],
  [0, 2, 1, 2],
  [0, 1, 0, 2],
  [0, 0, 0, 1],
  [0, 1, 1, 1],
];

/** Which of them each digit has. */
const digits = [
  [0, 1, 2, 3, 4, 5],
  [1, 2],
  [0, 1, 6, 4, 3],
  [0, 1, 6, 2, 3],
  [5, 6, 1, 2],
  [0, 5, 6, 2, 3],
  [0, 5, 6, 2, 3, 4],
  [0, 1, 2],
  [0, 1, 2, 3, 4, 5, 6],
  [0, 1, 2, 3, 5, 6],
] as const;

const SIDE = 28;

/** `count` digits of 28 x 28 pixels, each drawn in a hand of its own, with their classes one-hot. */
export function drawDigits(count: number, seed: Seed): Data {
  const random = createRandom(seed);
  const inputs = new Float32Array(count * SIDE * SIDE);
  const targets = new Float32Array(count * 10);
  for (let row = 0; row < count; row++) {
    const digit = row % 10;
    targets[row * 10 + digit] = 1;
    const x = 9 + 0.7 * random.normal();
    const y = 5 + 0.7 * random.normal();
    const size = 8.5 + 0.8 * random.normal();
    const slant = 0.15 * random.normal();
    const width = 1.1 + 0.25 * random.uniform();
    for (let pixel = 0; pixel < SIDE * SIDE; pixel++) {
      const v = (Math.floor(pixel / SIDE) - y) / size;
      const u = ((pixel % SIDE) - x) / size + slant * (v - 1);
      const near = digits[digit]!.reduce(
        (least, index) => Math.min(least, distance(strokes[index]!, u, v)),
        9,
      );
      const ink = Math.max(0, Math.min(1, width + 0.5 - near * size));
      inputs[row * SIDE * SIDE + pixel] = Math.max(0, Math.min(1, ink + 0.08 * random.normal()));
    }
  }
  return { inputs, targets };
}

/** Of a point to a level or upright stroke. */
function distance([fromX, fromY, toX, toY]: Stroke, x: number, y: number): number {
  const dx = x - Math.max(fromX, Math.min(toX, x));
  const dy = y - Math.max(fromY, Math.min(toY, y));
  return Math.hypot(dx, dy);
}
