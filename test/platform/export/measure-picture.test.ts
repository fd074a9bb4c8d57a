import { describe, expect, test } from 'vitest';
import { measurePicture } from '#platform/export/measure-picture.ts';

const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
const join = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

const png = join([0x89], latin('PNG\r\n\x1a\n'), [0, 0, 0, 13], latin('IHDR'), [0, 0, 16, 0, 0, 1, 0, 2]);
const gif = join(latin('GIF89a'), [0x40, 0x01, 0xc8, 0x00]);
const webp = (kind: string, ...body: readonly number[]) =>
  join(latin('RIFF'), [0, 0, 0, 0], latin('WEBP'), latin(kind), [0, 0, 0, 0], body);
const jpeg = join(
  [0xff, 0xd8],
  [0xff, 0xe1, 0, 8, 1, 2, 3, 4, 5, 6], // what a camera adds
  [0xff, 0xc4, 0, 4, 9, 9],
  [0xff, 0xff, 0xc2, 0, 17, 8, 0x04, 0x00, 0x06, 0x00],
);

describe('measurePicture', () => {
  test.each([
    ['PNG', png, { widthPx: 4096, heightPx: 65538 }],
    ['GIF', gif, { widthPx: 320, heightPx: 200 }],
    [
      'WebP, extended',
      webp('VP8X', 0, 0, 0, 0, 0xff, 0x03, 0, 0xff, 0x01, 0),
      { widthPx: 1024, heightPx: 512 },
    ],
    ['WebP, lossless', webp('VP8L', 0x2f, 0x3f, 0xc0, 0x07, 0), { widthPx: 64, heightPx: 32 }],
    [
      'WebP, lossy',
      webp('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01),
      { widthPx: 640, heightPx: 480 },
    ],
    ['JPEG, past other segments', jpeg, { widthPx: 1536, heightPx: 1024 }],
  ])('reads the size of a %s', (_, head, size) => {
    expect(measurePicture(head)).toEqual(size);
  });

  test('is null for what ends too early, at any byte', () => {
    for (const head of [png, gif, jpeg]) {
      for (let length = 0; length < head.length - 1; length++) {
        expect(measurePicture(head.subarray(0, length))).toBeNull();
      }
    }
  });

  test('is null for anything else', () => {
    for (const text of ['', '{"schema":1}', '<svg width="9" height="9">', 'BM', '\x00'.repeat(100)]) {
      expect(measurePicture(latin(text))).toBeNull();
    }
  });
});
