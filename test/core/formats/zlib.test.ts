import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { inflateCapped } from '#core/formats/zlib.ts';
import { processorMs } from './processor-time.ts';

const packed = (bytes: Uint8Array, level = 6) => new Uint8Array(deflateSync(bytes, { level }));
const noise = (length: number) => Uint8Array.from({ length }, (_, i) => Math.imul(i + 1, 0x9e3779b1) >>> 24);

describe('inflateCapped', () => {
  test("unpacks what Node's zlib packed, at every level and of any length", () => {
    for (const bytes of [
      new Uint8Array(0),
      noise(1),
      noise(5000),
      new Uint8Array(3_000_000),
      noise(200_000),
    ]) {
      for (const level of [0, 1, 9]) {
        expect(Buffer.compare(inflateCapped(packed(bytes, level), 4_000_000), bytes)).toBe(0);
      }
    }
  });

  test('takes exactly the limit, and refuses one byte more', () => {
    expect(inflateCapped(packed(new Uint8Array(1000)), 1000)).toHaveLength(1000);
    expect(() => inflateCapped(packed(new Uint8Array(1001)), 1000)).toThrow('too large');
  });

  test('stops at the limit, not at the end: 50 MB packed in 50 KB', () => {
    const bomb = packed(new Uint8Array(50_000_000), 9);
    const run = () => expect(() => inflateCapped(bomb, 4 * 1024 * 1024)).toThrow('too large');
    expect(processorMs(run, 100)).toBeLessThan(100);
  });

  test('refuses every prefix and every flipped bit of a stream', () => {
    const whole = packed(noise(300), 9);
    for (let length = 0; length < whole.length; length++) {
      expect(() => inflateCapped(whole.slice(0, length), 1e6)).toThrow(ForeignDataError);
    }
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const bent = whole.slice();
      bent[bit >> 3]! ^= 1 << (bit & 7);
      let unpacked: Uint8Array | null = null;
      try {
        unpacked = inflateCapped(bent, 1e6);
      } catch (error) {
        expect(error).toBeInstanceOf(ForeignDataError);
      }
      // A bit of the header that says how hard it was packed means nothing; all others are noticed.
      if (unpacked !== null) expect(Buffer.compare(unpacked, noise(300))).toBe(0);
    }
  });

  test('refuses anything that is no zlib stream with a typed error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => inflateCapped(bytes, 1e6)).toThrow(ForeignDataError);
      }),
    );
  });
});
