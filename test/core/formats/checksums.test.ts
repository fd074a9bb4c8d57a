import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adler32, crc32 } from '#core/formats/checksums.ts';
import { ascii } from './palate-png.ts';

describe('crc32', () => {
  test('gives the check values of its catalogue', () => {
    expect(crc32(ascii('123456789'))).toBe(0xcbf43926);
    expect(crc32(ascii('IEND'))).toBe(0xae426082);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });

  test('continues: two pieces come to the same as the whole', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(crc32(b, crc32(a))).toBe(crc32(Uint8Array.from([...a, ...b])));
      }),
    );
  });
});

describe('adler32', () => {
  test("ends every stream of Node's zlib, also far beyond one reduction", () => {
    for (const bytes of [ascii(''), ascii('Wikipedia'), new Uint8Array(100_000).fill(255)]) {
      const packed = deflateSync(bytes);
      expect(adler32(bytes)).toBe(packed.readUInt32BE(packed.length - 4));
    }
    expect(adler32(ascii('Wikipedia'))).toBe(0x11e60398);
  });

  test('continues: two pieces come to the same as the whole', () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_, i) => (i * 31) & 255);
    expect(adler32(bytes.subarray(7000), adler32(bytes.subarray(0, 7000)))).toBe(adler32(bytes));
  });
});
