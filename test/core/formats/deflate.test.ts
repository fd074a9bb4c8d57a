import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinAdler32 } from '#core/formats/checksums.ts';
import { deflatePart, zlibEnd, zlibHead } from '#core/formats/deflate.ts';
import { hash32 } from '#core/math/random.ts';

/** As a stream of these parts. */
function deflate(...parts: readonly Uint8Array[]): Buffer {
  const packed = parts.map(deflatePart);
  const sum = packed.reduce((sum, part, i) => joinAdler32(sum, part.sum, parts[i]!.length), 1);
  return Buffer.concat([zlibHead, ...packed.map(({ bytes }) => bytes), zlibEnd(sum)]);
}

const noise = (length: number, levels: number) =>
  Uint8Array.from({ length }, (_, i) => (hash32(i, 7, 1) >>> 8) % levels);

const comesBack = (bytes: Uint8Array) => Buffer.compare(inflateSync(deflate(bytes)), bytes) === 0;

describe('deflatePart', () => {
  test("Node's zlib unpacks whatever is packed", () => {
    for (const length of [0, 1, 2, 135_167, 135_168, 135_169, 400_000]) {
      for (const levels of [1, 2, 3, 17, 256]) expect(comesBack(noise(length, levels))).toBe(true);
    }
    fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), comesBack));
  });

  test('runs of 0 of any length, at any place', () => {
    for (const run of [1, 2, 257, 258, 259, 260, 516, 517, 518, 100_000, 300_000]) {
      for (const before of [0, 1, 135_000]) {
        const bytes = noise(before + run + 3, 200);
        bytes.fill(0, before, before + run);
        expect(comesBack(bytes)).toBe(true);
      }
    }
  });

  test('counts that would ask for a code of more than 12 bits', () => {
    // Fibonacci's numbers make the deepest tree there is.
    const counts = [1, 1];
    while (counts.length < 24) counts.push(counts.at(-1)! + counts.at(-2)!);
    expect(comesBack(Uint8Array.from(counts.flatMap((count, byte) => Array(count).fill(byte + 1))))).toBe(
      true,
    );
  });

  test('any parts make a stream, one that has nothing to say among them', () => {
    const bytes = noise(300_000, 9);
    const stream = deflate(
      bytes.subarray(0, 1),
      new Uint8Array(),
      bytes.subarray(1, 140_000),
      bytes.subarray(140_000),
    );
    expect(Buffer.compare(inflateSync(stream), bytes)).toBe(0);
  });

  test('packs nearly as small as the numbers are rare', () => {
    // 9 levels alike, and the end: six of 3 bits, three of 4.
    expect(deflate(noise(400_000, 9)).length / 400_000).toBeLessThan(3.36 / 8);
    expect(deflate(new Uint8Array(400_000)).length).toBeLessThan(2000);
  });

  test('(golden) gives these bytes in every engine', () => {
    expect(deflate(Uint8Array.of(1, 0, 0, 2, 1)).toString('hex')).toBe(
      '7801ece00104000000c230ec0100000000000000000000000000000000000000000000000000000000000080000000c0621d0000ffff0300000f0005',
    );
  });
});
