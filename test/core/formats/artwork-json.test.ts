import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { artworkFromJson, artworkToJson } from '#core/formats/artwork-json.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { anyGenome, anyView } from './any-genome.ts';
import { anyText } from './any-text.ts';
import { smallArtwork, withField } from './small-artwork.ts';

const facts = { createdAtMs: 12, fileName: 'plum.json' };
const smallJson = artworkToJson(smallArtwork, smallArtwork.view);
const document: unknown = JSON.parse(smallJson);

const fieldNames = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, item]) => [
        ...(Array.isArray(value) ? [] : [key]),
        ...fieldNames(item),
      ])
    : [];

describe('artworkToJson', () => {
  test('writes these fields and no others: no file names, times, ids of artworks, judgements', () => {
    expect(Object.keys(document as object)).toEqual([
      'format',
      'schema',
      'title',
      'altText',
      'genome',
      'view',
    ]);
    expect([...new Set(fieldNames(document))].sort()).toEqual(
      [
        ...['format', 'schema', 'title', 'altText', 'genome', 'view'],
        ...['coordinates', 'inputs', 'scale', 'rotation', 'center', 'tiling', 'tilePeriod', 'sampling'],
        ...['layers', 'neurons', 'kernel', 'biases', 'activations'],
        ...[
          'coloring',
          'kind',
          'palette',
          'name',
          'stops',
          'position',
          'lightness',
          'chroma',
          'hue',
          'gain',
          'shade',
        ],
        ...['finish', 'relief', 'grain', 'steps', 'edge', 'lines'],
        ...['loop', 'u', 'v', 'amplitude', 'seconds'],
        ...['zoom', 'phase'],
      ].sort(),
    );
  });

  test('holds nothing of where the artwork came from', () => {
    const artwork: Artwork = {
      ...smallArtwork,
      origin: { kind: 'imported', from: '/home/someone/secret.png' },
    };
    const json = artworkToJson(artwork, smallArtwork.view);
    expect(json).toBe(smallJson);
    for (const private_ of [smallArtwork.id, String(smallArtwork.createdAtMs), 'secret', 'orchard']) {
      expect(json).not.toContain(private_);
    }
  });

  test('writes texts as they will be read: cut to their limits, halves of characters replaced', () => {
    const text = `a\ud800${'b'.repeat(2000)}`;
    const json = artworkToJson({ ...smallArtwork, title: text, altText: text }, smallArtwork.view);
    const { artwork, warnings } = artworkFromJson(json, facts);
    expect(artwork.title).toBe(`a\ufffd${'b'.repeat(198)}`);
    expect(artwork.altText).toBe(`a\ufffd${'b'.repeat(998)}`);
    expect(warnings).toEqual([]);
    expect(artworkToJson(artwork, artwork.view)).toBe(json);
  });

  test('throws for an artwork that could not be read back', () => {
    const genome = { ...smallArtwork.genome, layers: [] };
    expect(() => artworkToJson({ ...smallArtwork, genome }, smallArtwork.view)).toThrow(ForeignDataError);
  });
});

describe('artworkFromJson', () => {
  test('gives back what was written, with the facts that were not', () => {
    const { artwork, warnings } = artworkFromJson(smallJson, facts);
    expect(warnings).toEqual([]);
    expect(artwork).toEqual({
      ...smallArtwork,
      id: artwork.id,
      origin: { kind: 'imported', from: 'plum.json' },
      note: '',
      isHung: false,
      hungSequence: 0,
      createdAtMs: 12,
      sequence: 0,
    });
    expect(artwork.id).toMatch(/^[0-9a-f]{16}$/);
  });

  test('the same document is the same artwork, another is another', () => {
    const idOf = (json: string) => artworkFromJson(json, facts).artwork.id;
    expect(idOf(JSON.stringify(document, null, 2))).toBe(idOf(smallJson));
    expect(idOf(smallJson.replace('1.5', '1.25'))).not.toBe(idOf(smallJson));
    expect(idOf(smallJson.replace('"zoom":2', '"zoom":3'))).not.toBe(idOf(smallJson));
  });

  test('written and read again, 1, 10 and 100 times, the document stays the same byte for byte', () => {
    fc.assert(
      fc.property(anyGenome, anyView, anyText(250), (genome, view, title) => {
        const first = artworkToJson({ title, altText: title, genome }, view);
        let json = first;
        for (let round = 1; round <= 100; round++) {
          const { artwork } = artworkFromJson(json, facts);
          json = artworkToJson(artwork, artwork.view);
          if (round === 1 || round === 10 || round === 100) expect(json).toBe(first);
          if (round === 1) {
            expect(artwork.genome).toEqual(genome);
            expect(artwork.view).toEqual(view);
          }
        }
      }),
      { numRuns: 8 },
    );
  });

  test('needs only format, schema and genome', () => {
    const { format, schema, genome } = JSON.parse(smallJson);
    const { artwork } = artworkFromJson(JSON.stringify({ format, schema, genome }), facts);
    expect([artwork.title, artwork.altText]).toEqual(['', '']);
    expect(artwork.view).toEqual({ center: [0, 0], zoom: 1, rotation: 0, phase: 0 });
  });

  test('warns of limited weights and of texts that were cut', () => {
    const wild = withField(withField(document, 'genome.layers[0].kernel[0]', 5000), 'title', 'x'.repeat(201));
    const one = artworkFromJson(JSON.stringify(wild), facts);
    expect(one.warnings).toEqual([
      '1 weight was beyond 1000 and limited to it.',
      'The title was too long and has been cut.',
    ]);
    expect(one.artwork.title).toHaveLength(200);
    const two = withField(withField(wild, 'genome.layers[0].kernel[1]', -5000), 'altText', 'y'.repeat(1001));
    expect(artworkFromJson(JSON.stringify(two), facts).warnings).toEqual([
      '2 weights were beyond 1000 and limited to it.',
      'The title was too long and has been cut.',
      'The description was too long and has been cut.',
    ]);
  });

  test.each([
    ['genome.layers[0].kernel[3]', 'x', 'genome.layers[0].kernel[3] is not a number.'],
    ['genome.loop.seconds', 90, 'genome.loop.seconds must lie from 2 to 20.'],
    ['genome', undefined, 'genome is missing.'],
    ['genome.schema', 2, 'Made by a newer version of Palate.'],
    ['schema', 2, 'Made by a newer version of Palate.'],
    ['schema', undefined, 'schema is missing.'],
    ['view.zoom', 0, 'view.zoom must lie from 0.05 to 10000.'],
    ['title', 5, 'title is not text.'],
    ['format', 'other', 'This JSON is not an artwork of Palate.'],
    ['format', undefined, 'This JSON is not an artwork of Palate.'],
  ])('refuses %s = %j: %s', (where, field, sentence) => {
    const json = JSON.stringify(withField(document, where, field));
    expect(() => artworkFromJson(json, facts)).toThrow(sentence);
  });

  test('bounds the name of the file it came from', () => {
    const { artwork } = artworkFromJson(smallJson, { createdAtMs: 0, fileName: `${'n'.repeat(1000)}\ud800` });
    expect(artwork.origin).toEqual({ kind: 'imported', from: 'n'.repeat(300) });
  });

  test('the document of schema 1 still opens as it was, and is written as it was', () => {
    const json = readFileSync(new URL('../../fixtures/document-1.json', import.meta.url), 'utf8').trim();
    const { artwork, warnings } = artworkFromJson(json, facts);
    expect(warnings).toEqual([]);
    expect(artwork.genome).toEqual(smallArtwork.genome);
    expect(artworkToJson(artwork, artwork.view)).toBe(json);
  });
});
