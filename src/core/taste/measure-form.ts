// Groups of statistics about how fine and how sharp a picture is.
import { log } from '#core/math/elementary.ts';
import { type PicturePlanes, SIDE_PX } from './picture-planes.ts';

const LEVELS = 4;
/** A lightness difference over two pixels that is seen as an edge. */
const STRONG = 0.12;

/** 12: log energy lost by each of four halvings, of lightness and of chroma, and how it falls from level to level. */
export function measureScale({ l, a, b }: PicturePlanes): number[] {
  const inL = lostEnergies(l);
  const inB = lostEnergies(b);
  const inC = lostEnergies(a).map((energy, level) => energy + inB[level]!);
  const logL = inL.map((energy) => log(energy + 1e-5));
  const logC = inC.map((energy) => log(energy + 1e-5));
  return [
    ...logL,
    ...logC,
    logL[0]! - logL[2]!,
    logL[1]! - logL[3]!,
    logC[0]! - logC[2]!,
    logC[1]! - logC[3]!,
  ];
}

/** Mean square that each halving of the side loses. */
function lostEnergies(plane: Float64Array): number[] {
  const energies: number[] = [];
  let values = plane;
  let side = SIDE_PX;
  for (let level = 0; level < LEVELS; level++) {
    const half = side / 2;
    const smaller = new Float64Array(half * half);
    let lost = 0;
    for (let row = 0; row < half; row++) {
      for (let column = 0; column < half; column++) {
        const at = 2 * row * side + 2 * column;
        const [p, q, r, s] = [values[at]!, values[at + 1]!, values[at + side]!, values[at + side + 1]!];
        const mean = (p + q + r + s) / 4;
        smaller[row * half + column] = mean;
        lost += (p - mean) ** 2 + (q - mean) ** 2 + (r - mean) ** 2 + (s - mean) ** 2;
      }
    }
    energies.push(lost / (side * side));
    values = smaller;
    side = half;
  }
  return energies;
}

/** 8: mean gradient, share of strong edges, their direction (three numbers), and where they stand (three). */
export function measureEdges({ l }: PicturePlanes): number[] {
  const inner = SIDE_PX - 2;
  const sums = { length: 0, strong: 0, xx: 0, yy: 0, xy: 0, rising: 0, falling: 0, central: 0, x: 0, y: 0 };
  for (let row = 1; row <= inner; row++) {
    for (let column = 1; column <= inner; column++) {
      const at = row * SIDE_PX + column;
      const dx = l[at + 1]! - l[at - 1]!;
      const dy = l[at + SIDE_PX]! - l[at - SIDE_PX]!;
      const length = Math.sqrt(dx * dx + dy * dy);
      const x = (column + 0.5) / (SIDE_PX / 2) - 1;
      const y = (row + 0.5) / (SIDE_PX / 2) - 1;
      sums.length += length;
      if (length > STRONG) sums.strong++;
      sums.xx += dx * dx;
      sums.yy += dy * dy;
      sums.xy += dx * dy;
      sums.falling += Math.abs(l[at + SIDE_PX + 1]! - l[at - SIDE_PX - 1]!);
      sums.rising += Math.abs(l[at + SIDE_PX - 1]! - l[at - SIDE_PX + 1]!);
      if (x * x + y * y < 0.25) sums.central += length;
      sums.x += length * x;
      sums.y += length * y;
    }
  }
  const count = inner * inner;
  const total = sums.length + 1e-3 * count;
  const floor = 1e-4 * count;
  return [
    log(sums.length / count + 1e-3),
    Math.sqrt(sums.strong / count),
    log((sums.xx + floor) / (sums.yy + floor)),
    (2 * sums.xy) / (sums.xx + sums.yy + floor),
    log((sums.rising + 0.01 * count) / (sums.falling + 0.01 * count)),
    sums.central / total,
    sums.x / total,
    sums.y / total,
  ];
}
