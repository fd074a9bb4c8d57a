import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDeflater } from '#core/formats/deflate.ts';
import { hash32 } from '#core/math/random.ts';

/** All at once, or in pieces of these lengths and the rest. */
function deflate(bytes: Uint8Array, pieces: readonly number[] = []): Buffer {
  const { push, finish } = createDeflater();
  const packed: Uint8Array[] = [];
  let at = 0;
  for (const length of pieces) {
    packed.push(push(bytes.subarray(at, at + length)));
    at += length;
  }
  return Buffer.concat([...packed, push(bytes.subarray(at)), finish()]);
}

const noise = (length: number, levels: number) =>
  Uint8Array.from({ length }, (_, i) => (hash32(i, 7, 1) >>> 8) % levels);

const comesBack = (bytes: Uint8Array) => Buffer.compare(inflateSync(deflate(bytes)), bytes) === 0;

describe('createDeflater', () => {
  test("Node's zlib unpacks whatever is packed", () => {
    for (const length of [0, 1, 2, 131_071, 131_072, 131_073, 400_000]) {
      for (const levels of [1, 2, 3, 17, 256]) expect(comesBack(noise(length, levels))).toBe(true);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), comesBack));
  });

  test('runs of 0 of any length, at any place', () => {
    for (const run of [1, 2, 257, 258, 259, 260, 516, 517, 518, 100_000, 300_000]) {
      for (const before of [0, 1, 131_000]) {
        const bytes = noise(before + run + 3, 200);
        bytes.fill(0, before, before + run);
        expect(comesBack(bytes)).toBe(true);
      }
    }
  });

  test('counts that would ask for a code of more than 15 bits', () => {
    // Fibonacci's numbers make the deepest tree there is.
    const counts = [1, 1];
    while (counts.length < 24) counts.push(counts.at(-1)! + counts.at(-2)!);
    expect(comesBack(Uint8Array.from(counts.flatMap((count, byte) => Array(count).fill(byte + 1))))).toBe(
      true,
    );
  });

  test('gives the same bytes however they come, and gives them away block by block', () => {
    const bytes = noise(500_000, 9);
    const whole = deflate(bytes);
    expect(Buffer.compare(whole, deflate(bytes, [1, 0, 131_071, 1, 200_000]))).toBe(0);
    const { push } = createDeflater();
    const early = push(bytes.subarray(0, 400_000)).length;
    expect(early).toBeGreaterThan(whole.length * 0.7);
  });

  test('packs nearly as small as the numbers are rare', () => {
    // 9 levels alike, and the end: six of 3 bits, three of 4.
    expect(deflate(noise(400_000, 9)).length / 400_000).toBeLessThan(3.36 / 8);
    expect(deflate(new Uint8Array(400_000)).length).toBeLessThan(2000);
  });

  test('(golden) gives these bytes in every engine', () => {
    expect(deflate(Uint8Array.of(1, 0, 0, 2, 1)).toString('hex')).toBe(
      '7801ede00104000000c230ec0100000000000000000000000000000000000000000000000000000000000080000000c0621d000f0005',
    );
  });
});
