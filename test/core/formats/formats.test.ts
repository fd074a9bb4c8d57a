import { describe, expect, test } from 'vitest';
import { createArtworkReader, readArtwork } from '#core/formats/artwork-reader.ts';
import { formatOf } from '#core/formats/formats.ts';
import { ascii, join, smallJson, smallPng } from './palate-png.ts';
import { smallArtwork } from './small-artwork.ts';

const facts = { createdAtMs: 0, fileName: 'a.bin' };

describe('formatOf', () => {
  test.each([
    ['nothing', '', 'This file is empty.'],
    ['GIF', 'GIF89a\x01\0', 'This is a GIF picture; only a PNG from Palate carries its network.'],
    ['JPEG', '\xff\xd8\xff\xe0', 'This is a JPEG picture; only a PNG from Palate carries its network.'],
    ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'This is a WebP picture; only a PNG from Palate carries its network.'],
    ['video or photo', '\0\0\0\x18ftypmp42', 'This is a video or photo, not an artwork.'],
    ['ZIP archive', 'PK\x03\x04\x14', 'This is a ZIP archive, not an artwork.'],
    ['gzip archive', '\x1f\x8b\x08', 'This is a gzip archive, not an artwork.'],
    ['PDF', '%PDF-1.7', 'This is a PDF, not an artwork.'],
    [
      'SVG',
      '<?xml version="1.0"?><svg xmlns="x">',
      'This is an SVG picture; only a PNG from Palate carries its network.',
    ],
    ['web page or XML file', ' <!doctype html><p>', 'This is a web page or XML file, not an artwork.'],
    ['text', 'Dear all,\r\n\tgood morning', 'This is text, not an artwork.'],
    ['text', '   \n', 'This is text, not an artwork.'],
    ['unknown', '\0\0\0\0', 'This is not a kind of file that Palate reads.'],
  ])('knows %s by its bytes and refuses it: %j', (name, bytes, sentence) => {
    expect(formatOf(ascii(bytes)).name).toBe(name);
    expect(() => readArtwork(ascii(bytes), facts)).toThrow(sentence);
  });

  test('knows ours, after spaces and a byte order mark too', () => {
    expect(formatOf(smallPng.slice(0, 1024)).name).toBe('PNG');
    expect(formatOf(ascii('\xef\xbb\xbf \r\n\t{"format"')).name).toBe('JSON');
    expect(formatOf(ascii('[')).name).toBe('JSON');
  });
});

describe('createArtworkReader', () => {
  test('reads JSON and PNG, however their bytes are cut', () => {
    for (const file of [ascii(smallJson), smallPng]) {
      for (const size of [1, 7, 1023, 1024, 1025, file.length]) {
        const reader = createArtworkReader();
        for (let at = 0; at < file.length; at += size) reader.push(file.slice(at, at + size));
        expect(reader.finish(facts).artwork.genome).toEqual(smallArtwork.genome);
      }
    }
  });

  test('says when it has enough', () => {
    const reader = createArtworkReader();
    expect(reader.push(smallPng.slice(0, -1))).toBe(false);
    expect(reader.push(smallPng.slice(-1))).toBe(true);
    const whole = createArtworkReader();
    expect(whole.push(join(smallPng, ascii('x')))).toBe(true);
    expect(whole.finish(facts).warnings).toHaveLength(1);
  });

  test('refuses JSON beyond 4 MB while it is still arriving', () => {
    const reader = createArtworkReader();
    const piece = ascii(`{"a":"${'x'.repeat(1024 * 1024)}`);
    expect(() => {
      for (let i = 0; i < 5; i++) reader.push(piece);
    }).toThrow('This JSON is larger than 4 MB.');
  });
});
