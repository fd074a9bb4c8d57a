import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, encodeUtf8 } from '#core/formats/utf8.ts';
import { anyWellFormedText } from './any-text.ts';

const strict = new TextDecoder('utf-8', { fatal: true });

describe('encodeUtf8', () => {
  test('writes what TextEncoder writes, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
      }),
    );
    expect([...encodeUtf8('a\u00e9\u20ac😀\ud800')]).toEqual([
      ...new TextEncoder().encode('a\u00e9\u20ac😀\ufffd'),
    ]);
  });
});

describe('decodeUtf8', () => {
  test('reads what encodeUtf8 wrote', () => {
    fc.assert(
      fc.property(anyWellFormedText(), (text) => {
        expect(decodeUtf8(encodeUtf8(`.${text}`))).toBe(`.${text}`);
      }),
    );
  });

  test('accepts and refuses exactly the bytes that a strict TextDecoder does', () => {
    const alike = (bytes: Uint8Array) => {
      let expected: string | null;
      try {
        expected = strict.decode(bytes);
      } catch {
        expected = null;
      }
      if (expected === null) expect(() => decodeUtf8(bytes)).toThrow('not text in UTF-8');
      else expect(decodeUtf8(bytes)).toBe(expected);
    };
    fc.assert(fc.property(fc.uint8Array({ maxLength: 6 }), alike), { numRuns: 2000 });
    const edges = [
      0x00, 0x7f, 0x80, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xed, 0xef, 0xf0, 0xf4, 0xf5, 0x90, 0x9f, 0xa0,
    ];
    for (const a of edges) {
      for (const b of edges) {
        alike(Uint8Array.from([a, b]));
        for (const c of [0x80, 0xbf, 0x41]) {
          alike(Uint8Array.from([a, b, c]));
          alike(Uint8Array.from([a, b, c, 0x80]));
        }
      }
    }
  });

  test('drops a byte order mark at the start only', () => {
    expect(decodeUtf8(Uint8Array.from([0xef, 0xbb, 0xbf, 0x61]))).toBe('a');
    expect(decodeUtf8(Uint8Array.from([0x61, 0xef, 0xbb, 0xbf]))).toBe('a\ufeff');
  });

  test('reads 4 MB whose characters cross its pieces', () => {
    const text = `x${'😀'.repeat(1_000_000)}`;
    expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text);
  });
});
