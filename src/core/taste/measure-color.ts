// Groups of statistics about which colors there are, wherever they stand.
import { hueDegrees } from '#core/evolution/blend-palettes.ts';
import { log, tanh } from '#core/math/elementary.ts';
import { meanOf, type PicturePlanes, SIDE_PX, varianceOf } from './picture-planes.ts';

const COUNT = SIDE_PX * SIDE_PX;
const HUE_BINS = 8;
/** Steps of the color table: 8 of lightness, and of a and b 16 from -.4 to .4. */
const TABLE = { lightness: 8, chroma: 16 } as const;
/** Neighbours further apart than this, in OKLab, are a change of color. */
const CHANGE = 0.06;

/** 19: means, roots of deviations, quantiles of lightness and chroma, skew and kurtosis of lightness. */
export function measureTone({ l, a, b, c }: PicturePlanes): number[] {
  const [varL, varA, varB, varC] = [varianceOf(l), varianceOf(a), varianceOf(b), varianceOf(c)];
  const root = (variance: number) => Math.sqrt(Math.sqrt(variance));
  const meanL = meanOf(l);
  let third = 0;
  let fourth = 0;
  for (const value of l) {
    const away = value - meanL;
    third += away * away * away;
    fourth += away * away * away * away;
  }
  const spread = varL + 1e-5;
  return [
    meanL,
    meanOf(a),
    meanOf(b),
    meanOf(c),
    root(varL),
    root(varA),
    root(varB),
    root(varC),
    root(varA + varB),
    ...quantiles(l, [0.05, 0.25, 0.5, 0.75, 0.95]),
    ...quantiles(c, [0.1, 0.5, 0.9]),
    tanh(third / COUNT / (spread * Math.sqrt(spread))),
    log(0.5 + fourth / COUNT / (spread * spread)),
  ];
}

function quantiles(values: Float64Array, shares: readonly number[]): number[] {
  const sorted = values.slice().sort();
  return shares.map((share) => sorted[Math.round(share * (sorted.length - 1))]!);
}

/** 11: roots of the shares of 8 hues, weighted by chroma; their entropy; how much they pull one way; root of the largest opposed pair. */
export function measureHue({ a, b, c }: PicturePlanes): number[] {
  const shares = new Array<number>(HUE_BINS).fill(0);
  let sumA = 0;
  let sumB = 0;
  let sumC = 1e-6;
  for (let i = 0; i < COUNT; i++) {
    shares[Math.floor(hueDegrees(a[i]!, b[i]!) / (360 / HUE_BINS)) % HUE_BINS]! += c[i]!;
    sumA += a[i]!;
    sumB += b[i]!;
    sumC += c[i]!;
  }
  for (let bin = 0; bin < HUE_BINS; bin++) shares[bin]! /= sumC;
  const opposed = shares.map((share, bin) => Math.min(share, shares[(bin + HUE_BINS / 2) % HUE_BINS]!));
  return [
    ...shares.map(Math.sqrt),
    entropy(shares),
    Math.sqrt(sumA * sumA + sumB * sumB) / sumC,
    Math.sqrt(Math.max(...opposed)),
  ];
}

/** 4: distance from the border's color, entropy and largest share of a table of colors, how often neighbours differ. */
export function measurePalette({ l, a, b }: PicturePlanes): number[] {
  const border = { l: 0, a: 0, b: 0, count: 0 };
  const table = new Map<number, number>();
  let changes = 0;
  for (let i = 0; i < COUNT; i++) {
    const [column, row] = [i % SIDE_PX, Math.floor(i / SIDE_PX)];
    if (column === 0 || row === 0 || column === SIDE_PX - 1 || row === SIDE_PX - 1) {
      border.l += l[i]!;
      border.a += a[i]!;
      border.b += b[i]!;
      border.count++;
    }
    const cell = cellOf(l[i]!, a[i]!, b[i]!);
    table.set(cell, (table.get(cell) ?? 0) + 1 / COUNT);
    if (column < SIDE_PX - 1 && apart(l, a, b, i, i + 1) > CHANGE) changes++;
    if (row < SIDE_PX - 1 && apart(l, a, b, i, i + SIDE_PX) > CHANGE) changes++;
  }
  let away = 0;
  for (let i = 0; i < COUNT; i++) {
    const dl = l[i]! - border.l / border.count;
    const da = a[i]! - border.a / border.count;
    const db = b[i]! - border.b / border.count;
    away += Math.sqrt(dl * dl + da * da + db * db);
  }
  const shares = [...table.values()];
  return [
    away / COUNT,
    entropy(shares),
    Math.max(...shares),
    Math.sqrt(changes / (2 * SIDE_PX * (SIDE_PX - 1))),
  ];
}

function cellOf(l: number, a: number, b: number): number {
  const step = (value: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor(value * count)));
  const { lightness, chroma } = TABLE;
  return (step(l, lightness) * chroma + step(a / 0.8 + 0.5, chroma)) * chroma + step(b / 0.8 + 0.5, chroma);
}

function apart(l: Float64Array, a: Float64Array, b: Float64Array, i: number, j: number): number {
  const [dl, da, db] = [l[i]! - l[j]!, a[i]! - a[j]!, b[i]! - b[j]!];
  return Math.sqrt(dl * dl + da * da + db * db);
}

/** In nats; shares sum to at most 1. */
function entropy(shares: readonly number[]): number {
  let sum = 0;
  for (const share of shares) if (share > 0) sum -= share * log(share);
  return sum;
}
