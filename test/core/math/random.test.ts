import { describe, expect, it } from 'vitest';
import { createRandom, hash32, hashName } from '#core/math/random.ts';

describe('createRandom', () => {
  it('gives the published stream of sfc32', () => {
    expect(Array.from({ length: 10 }, createRandom(12345).uint32)).toEqual([
      235160590, 2967261163, 116171463, 2882324903, 362604721, 4227106926, 1933307004, 1608300071, 2256615412,
      2701957640,
    ]);
  });

  it('gives the same stream for the same seed, and another for another', () => {
    const take = (seed: number) => {
      const random = createRandom(seed);
      return Array.from({ length: 5 }, () => random.uint32());
    };
    expect(take(4217)).toEqual(take(4217));
    expect(take(4217)).not.toEqual(take(4218));
    expect(take(1)).not.toEqual(take(1 + 2 ** 32));
  });

  it('never changes its normal numbers: they are in stored files', () => {
    const random = createRandom(20261124);
    expect(Array.from({ length: 4 }, () => random.normal())).toEqual(frozenNormals);
  });

  it('draws normal numbers of mean 0, deviation 1 and the right tails', () => {
    const random = createRandom(5);
    const values = Array.from({ length: 100_000 }, () => random.normal());
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + value * value, 0) / values.length;
    const beyondTwo = values.filter((value) => Math.abs(value) > 2).length / values.length;
    expect(Math.abs(mean)).toBeLessThan(0.015);
    expect(Math.abs(variance - 1)).toBeLessThan(0.02);
    expect(Math.abs(beyondTwo - 0.0455)).toBeLessThan(0.004);
  });

  it('shuffles without losing anything and leaves its argument alone', () => {
    const items = [1, 2, 3, 4, 5, 6, 7, 8];
    const shuffled = createRandom(3).shuffle(items);
    expect(shuffled).not.toEqual(items);
    expect([...shuffled].sort()).toEqual(items);
    expect(items).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('gives seeds that are integers below 2^53', () => {
    const random = createRandom(9);
    for (let i = 0; i < 1000; i++) {
      const seed = random.seed();
      expect(Number.isSafeInteger(seed) && seed >= 0).toBe(true);
    }
  });
});

describe('hash32', () => {
  it('spreads neighbours evenly over the range', () => {
    const buckets = new Array<number>(16).fill(0);
    for (let y = 0; y < 100; y++) for (let x = 0; x < 100; x++) buckets[hash32(x, y, 0) >>> 28]! += 1;
    for (const count of buckets) expect(Math.abs(count - 625)).toBeLessThan(130);
  });
});

describe('hashName', () => {
  it('gives 16 hexadecimal digits that differ by seed and by place', () => {
    const names = new Set<string>();
    for (let seed = 0; seed < 50; seed++) {
      for (let layer = 0; layer < 8; layer++) {
        for (let unit = 0; unit < 12; unit++) names.add(hashName(seed, layer, unit));
      }
    }
    expect(names.size).toBe(50 * 8 * 12);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{16}$/);
  });
});

const frozenNormals = [-0.2018053790666304, -0.6845455879495062, -0.25885813547101133, -1.4064559817043654];
