// Chance, in one place. A seed is part of the file format, so nothing here may ever change its stream.

/** An integer in [0, 2^53). */
export type Seed = number;

export const SEED_LIMIT = 2 ** 53;

export interface Random {
  /** An integer in [0, 2^32). */
  readonly uint32: () => number;
  /** Uniform in [0, 1), 32 bits of it. */
  readonly uniform: () => number;
  /** An integer in [0, count). */
  readonly below: (count: number) => number;
  /** Normal with mean 0 and standard deviation 1, from + - * / and sqrt alone, so that every engine agrees to the bit. */
  readonly normal: () => number;
  readonly pick: <T>(from: readonly T[]) => T;
  /** A seed for something that shall not share this stream. */
  readonly seed: () => Seed;
  /** A new array in random order. */
  readonly shuffle: <T>(items: readonly T[]) => T[];
}

/** sfc32 by Chris Doty-Humphrey (PractRand), keyed with the seed's 53 bits and run for 12 rounds as its author does. */
export function createRandom(seed: Seed): Random {
  let a = 0;
  let b = seed >>> 0;
  let c = Math.floor(seed / 2 ** 32) >>> 0;
  let counter = 1;

  const uint32 = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round++) uint32();

  const uniform = () => uint32() / 2 ** 32;
  const below = (count: number) => Math.floor(uniform() * count);

  // Marsaglia's polar method; the second value of each pair is dropped to keep one call, one value.
  const normal = () => {
    for (;;) {
      const u = 2 * uniform() - 1;
      const v = 2 * uniform() - 1;
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * naturalLog(s)) / s);
    }
  };

  return {
    uint32,
    uniform,
    below,
    normal,
    pick: (from) => from[below(from.length)]!,
    seed: () => (uint32() & 0x1fffff) * 2 ** 32 + uint32(),
    shuffle: (items) => {
      const result = [...items];
      for (let i = result.length - 1; i > 0; i--) {
        const j = below(i + 1);
        [result[i], result[j]] = [result[j]!, result[i]!];
      }
      return result;
    },
  };
}

/** ln(x) for x in (0, 1], by halving into [1/2, 1] and the area-tangent series. */
function naturalLog(x: number): number {
  let m = x;
  let halvings = 0;
  while (m < 0.5) {
    m *= 2;
    halvings++;
  }
  const s = (m - 1) / (m + 1);
  const s2 = s * s;
  let sum = 0;
  for (let k = 33; k >= 1; k -= 2) sum = sum * s2 + 1 / k;
  return 2 * s * sum - halvings * Math.LN2;
}

/** 32 bits that depend on every bit of three integers: noise that needs no running generator. */
export function hash32(x: number, y: number, z: number): number {
  let h = Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca77) ^ Math.imul(z, 0xc2b2ae3d);
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  h = Math.imul(h ^ (h >>> 16), 0x2c1b3c6d);
  h = Math.imul(h ^ (h >>> 15), 0x297a2d39);
  return (h ^ (h >>> 16)) >>> 0;
}

/** 64 bits of a seed and a place, as 16 hexadecimal digits: names that two children never share. */
export function hashName(seed: Seed, ...place: readonly number[]): string {
  let low = hash32(seed >>> 0, Math.floor(seed / 2 ** 32), 0x5eed);
  let high = hash32(low, seed >>> 0, 0xa11ce);
  for (const part of place) {
    low = hash32(low, part, 1);
    high = hash32(high, part, low);
  }
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}
