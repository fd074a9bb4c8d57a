import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { pngChunk } from '#core/formats/png-chunks.ts';
import { createPngReader } from '#core/formats/png-reader.ts';
import { anyGenome, anyView } from './any-genome.ts';
import {
  ascii,
  end,
  header,
  join,
  network,
  packedChunk,
  picture,
  signature,
  smallJson,
  smallPng,
  textChunk,
} from './palate-png.ts';
import { processorMs } from './processor-time.ts';
import { smallArtwork } from './small-artwork.ts';

const facts = { createdAtMs: 0, fileName: null };

function read(...pieces: readonly Uint8Array[]): { text: string; warnings: readonly string[] } {
  const reader = createPngReader();
  for (const piece of pieces) reader.push(piece);
  return reader.finish();
}

describe('createPngReader', () => {
  test('takes the document out of a PNG, plain or packed', () => {
    expect(read(smallPng)).toEqual({ text: smallJson, warnings: [] });
    const packed = packedChunk(new Uint8Array(deflateSync(smallJson)));
    expect(read(join(signature, header(), packed, picture, end)).text).toBe(smallJson);
  });

  test('reads language and translated keyword past', () => {
    const chunk = pngChunk('iTXt', ascii(`palate\0\0\0en-GB\0Palette\0${smallJson}`));
    expect(read(join(signature, header(), chunk, picture, end)).text).toBe(smallJson);
  });

  test('takes the network after the picture too', () => {
    expect(read(join(signature, header(), picture, network, end)).text).toBe(smallJson);
  });

  test('does not care how the bytes are cut into pieces', () => {
    expect(read(...[...smallPng].map((byte) => Uint8Array.from([byte]))).text).toBe(smallJson);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: smallPng.length })), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), smallPng.length];
        const pieces = places.slice(1).map((place, i) => smallPng.slice(places[i], place));
        expect(read(...pieces).text).toBe(smallJson);
      }),
    );
  });

  test('round trip: any genome and view come back the same, plain or packed', () => {
    fc.assert(
      fc.property(anyGenome, anyView, fc.boolean(), (genome, view, isPacked) => {
        const json = artworkToJson({ ...smallArtwork, genome }, view);
        const chunk = isPacked
          ? packedChunk(new Uint8Array(deflateSync(Buffer.from(json))))
          : textChunk(json);
        const { artwork } = readArtwork(join(signature, header(), chunk, picture, end), facts);
        expect(artwork.genome).toEqual(genome);
        expect(artwork.view).toEqual(view);
        expect(artworkToJson(artwork, artwork.view)).toBe(json);
      }),
      { numRuns: 200 },
    );
  });

  test('no prefix gives a network', () => {
    for (let length = 0; length < smallPng.length; length++) {
      expect(() => readArtwork(smallPng.slice(0, length), facts)).toThrow(ForeignDataError);
      const reader = createPngReader();
      expect(() => {
        reader.push(smallPng.slice(0, length));
        reader.finish();
      }).toThrow(ForeignDataError);
    }
  });

  test('every change of one byte is noticed', () => {
    const packed = join(
      signature,
      header(),
      packedChunk(new Uint8Array(deflateSync(smallJson))),
      picture,
      end,
    );
    for (const file of [smallPng, packed]) {
      const bent = file.slice();
      for (let at = 0; at < file.length; at++) {
        for (const change of [1, 0x80, 0xff]) {
          bent[at] = file[at]! ^ change;
          expect(() => readArtwork(bent, facts)).toThrow(ForeignDataError);
        }
        bent[at] = file[at]!;
      }
    }
  });

  test('says what is wrong in one sentence', () => {
    const messages: [string, Uint8Array][] = [
      [
        'This PNG carries no network; many messengers strip it, so ask for the file or a link.',
        join(signature, header(), picture, end),
      ],
      ['This PNG is cut short: its end is missing.', smallPng.slice(0, -1)],
      ['This PNG is damaged.', join(signature, header(0, 5), network, picture, end)],
      [
        'This PNG carries two different networks, so neither was taken.',
        join(signature, header(), network, textChunk('{}'), picture, end),
      ],
    ];
    for (const [message, file] of messages) expect(() => read(file)).toThrow(message);
  });

  test('refuses what no PNG may be: picture data in two places, none at all, a second header', () => {
    for (const parts of [
      [header(), picture, network, picture, end],
      [header(), network, end],
      [header(), header(), network, picture, end],
      [network, header(), picture, end],
      [header(), network, picture, pngChunk('IEND', ascii('x'))],
    ]) {
      expect(() => read(join(signature, ...parts))).toThrow('This PNG is damaged.');
    }
  });

  test('refuses a network of more than 4 MB by its declared length, before it arrives', () => {
    const head = network.slice(0, 40);
    new DataView(head.buffer).setUint32(0, 4 * 1024 * 1024 + 2000);
    const reader = createPngReader();
    expect(() => reader.push(join(signature, header(), head))).toThrow('larger than 4 MB');
  });

  test('takes the same network twice as one, but not a hundred times', () => {
    expect(read(join(signature, header(), network, network, picture, end)).text).toBe(smallJson);
    const many = new Array<Uint8Array>(100).fill(network);
    expect(() => read(join(signature, header(), ...many, picture, end))).toThrow('too many networks');
  });

  test('refuses a declared length at once: nothing is allocated by it, nothing waited for', () => {
    for (const length of [0x7fffffff, 0x80000000, 0xffffffff, 4 * 1024 * 1024 + 2000]) {
      const head = network.slice(0, 40);
      new DataView(head.buffer).setUint32(0, length);
      const run = () => expect(() => read(join(signature, header(), head))).toThrow(ForeignDataError);
      expect(processorMs(run, 5)).toBeLessThan(5);
    }
  });

  test('lets other chunks of any length pass without keeping them', () => {
    const reader = createPngReader();
    reader.push(join(signature, header()));
    const piece = new Uint8Array(1024 * 1024);
    const big = pngChunk('IDAT', new Uint8Array(16 * piece.length));
    const before = process.memoryUsage().arrayBuffers;
    reader.push(big.subarray(0, 8));
    for (let i = 0; i < 16; i++) reader.push(piece);
    reader.push(big.subarray(big.length - 4));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(4 * piece.length);
    reader.push(join(network, end));
    expect(reader.finish().text).toBe(smallJson);
  });

  test('remarks on what follows the end and on sizes beyond any picture of ours', () => {
    expect(read(smallPng, ascii('PK')).warnings).toEqual([
      'Something follows the end of the picture; it was left alone.',
    ]);
    expect(read(join(signature, header(65_535, 65_535), network, picture, end)).warnings).toEqual([
      'The picture says it is 65535 by 65535 pixels; only the network was read.',
    ]);
  });

  test('whatever the bytes after a good start, it ends with a typed error or the same network', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(header(), network, picture, end, textChunk('x'), pngChunk('teSt', ascii('y'))),
          { maxLength: 6 },
        ),
        fc.uint8Array({ maxLength: 40 }),
        (chunks, junk) => {
          try {
            expect(read(join(signature, header(), ...chunks, junk)).text).toMatch(
              /^(x|\{"format":"palate".*)$/,
            );
          } catch (error) {
            if (!(error instanceof ForeignDataError)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the file of schema 1 still opens as it was', () => {
    const file = new Uint8Array(readFileSync(new URL('../../fixtures/carried-1.png', import.meta.url)));
    const { artwork, warnings } = readArtwork(file, facts);
    expect(warnings).toEqual([]);
    expect(artwork.genome).toEqual(smallArtwork.genome);
    expect(artwork.view).toEqual(smallArtwork.view);
  });
});
