// Groups of statistics about where light and color stand.
import { meanOf, type PicturePlanes, SIDE_PX, varianceOf } from './picture-planes.ts';

const COUNT = SIDE_PX * SIDE_PX;
const RINGS = 8;
const last = SIDE_PX - 1;

/** 8: correlation with itself mirrored, upside down, rotated and transposed (lightness), the first three (chroma), the better mirror. */
export function measureSymmetry({ l, c }: PicturePlanes): number[] {
  const ofL = symmetries(l);
  const ofC = symmetries(c);
  return [...ofL, ...ofC.slice(0, 3), Math.max(ofL[0]!, ofL[1]!)];
}

/** 1: the same; about 0: nothing in common. A plane with next to no variance counts as the same. */
function symmetries(plane: Float64Array): number[] {
  const spread = 2 * varianceOf(plane) + 1e-4;
  const turns = [
    (row: number, column: number) => row * SIDE_PX + last - column,
    (row: number, column: number) => (last - row) * SIDE_PX + column,
    (row: number, column: number) => (last - row) * SIDE_PX + last - column,
    (row: number, column: number) => column * SIDE_PX + row,
  ];
  return turns.map((turn) => {
    let squares = 0;
    for (let row = 0; row < SIDE_PX; row++) {
      for (let column = 0; column < SIDE_PX; column++) {
        const difference = plane[row * SIDE_PX + column]! - plane[turn(row, column)]!;
        squares += difference * difference;
      }
    }
    return 1 - squares / COUNT / spread;
  });
}

/** 8: how much is arranged in rings, center minus rim (lightness, chroma), contrast of neighbouring rings, four slopes. */
export function measureLayout({ l, c }: PicturePlanes): number[] {
  const rings = ringMeans(l);
  const meanL = meanOf(l);
  const byRing = rings.reduce((sum, { mean, share }) => sum + share * (mean - meanL) ** 2, 0);
  let contrast = 0;
  for (let ring = 1; ring < RINGS; ring++)
    contrast += Math.abs(rings[ring]!.mean - rings[ring - 1]!.mean) / (RINGS - 1);
  return [
    byRing / (varianceOf(l) + 1e-4),
    centerMinusRim(l),
    centerMinusRim(c),
    contrast,
    ...slopes(l),
    ...slopes(c),
  ];
}

/** In half sides from the center: at most sqrt(2). */
function radiusAt(i: number): number {
  const x = ((i % SIDE_PX) + 0.5) / (SIDE_PX / 2) - 1;
  const y = (Math.floor(i / SIDE_PX) + 0.5) / (SIDE_PX / 2) - 1;
  return Math.sqrt(x * x + y * y);
}

function ringMeans(plane: Float64Array): { mean: number; share: number }[] {
  const sums = new Array<number>(RINGS).fill(0);
  const counts = new Array<number>(RINGS).fill(0);
  for (let i = 0; i < COUNT; i++) {
    const ring = Math.min(RINGS - 1, Math.floor((radiusAt(i) / Math.SQRT2) * RINGS));
    sums[ring]! += plane[i]!;
    counts[ring]!++;
  }
  return sums.map((sum, ring) => ({ mean: sum / counts[ring]!, share: counts[ring]! / COUNT }));
}

function centerMinusRim(plane: Float64Array): number {
  const inside = { sum: 0, count: 0 };
  const outside = { sum: 0, count: 0 };
  for (let i = 0; i < COUNT; i++) {
    const radius = radiusAt(i);
    const part = radius < 0.5 ? inside : radius > 0.9 ? outside : null;
    if (part === null) continue;
    part.sum += plane[i]!;
    part.count++;
  }
  return inside.sum / inside.count - outside.sum / outside.count;
}

/** Left to right and top to bottom, by least squares over [-1, 1]. */
function slopes(plane: Float64Array): [across: number, down: number] {
  let across = 0;
  let down = 0;
  for (let i = 0; i < COUNT; i++) {
    across += plane[i]! * (((i % SIDE_PX) + 0.5) / (SIDE_PX / 2) - 1);
    down += plane[i]! * ((Math.floor(i / SIDE_PX) + 0.5) / (SIDE_PX / 2) - 1);
  }
  return [(3 * across) / COUNT, (3 * down) / COUNT];
}
