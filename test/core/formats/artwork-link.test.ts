import fc from 'fast-check';
import { zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { artworkFromJson, artworkToJson } from '#core/formats/artwork-json.ts';
import { jsonFromLink, LINK_LIMIT, linkFromJson } from '#core/formats/artwork-link.ts';
import { encodeBase64url } from '#core/formats/base64url.ts';
import { encodeUtf8 } from '#core/formats/utf8.ts';
import { anyGenome, anyView } from './any-genome.ts';
import { anyText } from './any-text.ts';
import { smallArtwork } from './small-artwork.ts';

const json = artworkToJson(smallArtwork, smallArtwork.view);
const link = linkFromJson(json);

describe('linkFromJson', () => {
  test('holds all of an artwork: the document comes back to the byte', () => {
    fc.assert(
      fc.property(anyGenome, anyView, anyText(), (genome, view, title) => {
        const whole = artworkToJson({ title, altText: title, genome }, view);
        const packed = linkFromJson(whole);
        expect(packed).toMatch(/^1[\w-]+$/);
        expect(jsonFromLink(packed)).toBe(whole);
      }),
      { numRuns: 60 },
    );
  });

  test('stays well below the limit for every recipe', () => {
    for (const recipe of recipeNames) {
      const genome = sampleGenome(recipe, 3);
      const whole = artworkToJson({ ...smallArtwork, genome }, smallArtwork.view);
      expect(linkFromJson(whole).length).toBeLessThan(LINK_LIMIT / 2);
    }
  });
});

describe('jsonFromLink', () => {
  test('refuses a link that was cut anywhere', () => {
    for (let end = 0; end < link.length; end++)
      expect(() => jsonFromLink(link.slice(0, end))).toThrow(ForeignDataError);
    expect(() => jsonFromLink(link.slice(0, -40))).toThrow('packed in this link is damaged');
  });

  test('refuses a link in which a character was changed', () => {
    for (let at = 1; at < link.length - 1; at += 3) {
      const other = link[at] === 'x' ? 'y' : 'x';
      expect(() => jsonFromLink(link.slice(0, at) + other + link.slice(at + 1))).toThrow(ForeignDataError);
    }
    expect(() => jsonFromLink(`${link}%20`)).toThrow('characters of no link');
  });

  test('says of one from a later version that it is that', () => {
    expect(() => jsonFromLink(`2${link.slice(1)}`)).toThrow('a newer version');
    for (const bare of ['', '%00', '__proto__', '0eJx', '-eJx'])
      expect(() => jsonFromLink(bare)).toThrow('This link is not whole.');
  });

  test('takes no word of a packer for granted', () => {
    const pack = (document: unknown, numbers = new Uint8Array(0)) => {
      const words = encodeUtf8(JSON.stringify(document));
      const head = Uint8Array.of(words.length & 255, words.length >> 8, 0);
      return `1${encodeBase64url(zlibSync(Uint8Array.of(...head, ...words, ...numbers)))}`;
    };
    const hostile = [
      null,
      {},
      { genome: { layers: 4 } },
      { genome: { layers: [null] } },
      { genome: { layers: [{ units: -1, links: 0 }] } },
      { genome: { layers: [{ units: 1e9, links: 1e9 }] } },
      { genome: { layers: [{ units: 1, links: 1 }] } },
    ];
    for (const document of hostile) expect(() => jsonFromLink(pack(document))).toThrow(ForeignDataError);
    const bomb = `1${encodeBase64url(zlibSync(new Uint8Array(20_000_000)))}`;
    expect(() => jsonFromLink(bomb)).toThrow('packed in this link is too large');
  });

  test('gives what is then read as a file would be', () => {
    const facts = { createdAtMs: 1, fileName: null };
    expect(artworkFromJson(jsonFromLink(link), facts)).toEqual(artworkFromJson(json, facts));
  });
});
