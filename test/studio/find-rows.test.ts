import { describe, expect, test } from 'vitest';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { buildCard } from '#core/gallery/card.ts';
import {
  askedWords,
  type FindRow,
  rankAnswers,
  rankPalettes,
  rankRows,
  scoreMatch,
} from '#studio/find-rows.ts';
import { smallArtwork } from '../core/formats/small-artwork.ts';

const row = (id: string, words: string, kind: FindRow['kind'] = 'act', also = ''): FindRow => ({
  id,
  words,
  kind,
  detail: '',
  key: '',
  also,
  run: () => {},
});

const rows = [
  row('breed', 'Breed 15 more'),
  row('seeds', 'New seeds'),
  row('export', 'Export'),
  row('moon', 'Beetroot Moon', 'artwork'),
  row('lens', 'Blood Orange Lens', 'artwork', 'A round form, red on dark plum.'),
  row('gallery', 'Gallery', 'place'),
];

const ids = (text: string, recent: readonly string[] = []) =>
  rankRows(rows, text, { recent, limit: 8 }).map(({ id }) => id);

describe('rankRows', () => {
  test('finds what cannot be done yet by typing only, after what can', () => {
    const blocked = { ...row('compare', 'Compare'), needs: 'Compare needs two pictures.' };
    const all = [blocked, row('comma', 'Comma', 'artwork')];
    const found = (text: string) =>
      rankRows(all, text, { recent: ['compare'], limit: 8 }).map(({ id }) => id);
    expect(found('')).toEqual([]);
    expect(found('compare')).toEqual(['compare']);
    expect(found('com')).toEqual(['comma', 'compare']);
  });

  test('puts the beginning of a word before its middle', () => {
    expect(ids('ex')).toEqual(['export']);
    expect(ids('see')).toEqual(['seeds']);
    expect(ids('b')[0]).toBe('breed');
    expect(ids('moon')).toEqual(['moon']);
  });

  test('finds initials, a slip of letters and several words', () => {
    expect(ids('bol')[0]).toBe('lens');
    expect(ids('brd')[0]).toBe('breed');
    expect(ids('lens blood')).toEqual(['lens']);
    expect(ids('plum')).toEqual(['lens']);
    expect(ids('zzz')).toEqual([]);
  });

  test('with nothing typed lists the recent first, then acts and places', () => {
    expect(ids('')).toEqual(['breed', 'seeds', 'export', 'gallery']);
    expect(ids('', ['moon', 'export'])).toEqual(['moon', 'export', 'breed', 'seeds', 'gallery']);
  });

  test('prefers what was used before among things that fit alike', () => {
    const two = [row('a', 'Tone'), row('b', 'Tone')];
    expect(rankRows(two, 'tone', { recent: ['b'], limit: 8 }).map(({ id }) => id)).toEqual(['b', 'a']);
  });
});

describe('scoreMatch', () => {
  test('refuses letters that are only strewn about', () => {
    expect(scoreMatch('rmon', 'Breed from this one, or open')).toBe(0);
    expect(scoreMatch('xyz', 'Export')).toBe(0);
  });
});

describe('askedWords', () => {
  test('are those that name a color, a form or the light', () => {
    expect(askedWords('a dark, round red thing')).toEqual(['dark', 'round', 'red']);
  });
});

describe('rankPalettes', () => {
  const palettes = housePalettes.map((palette) => ({
    ...row(palette.name, palette.name, 'palette'),
    palette,
  }));
  const names = (text: string) => rankPalettes([...rows, ...palettes], text).map(({ id }) => id);

  test('finds palettes by the colors they hold, two at most', () => {
    expect(names('dark round red')).toContain('Blood orange');
    expect(names('turquoise')).toContain('Celadon');
    expect(names('grey').length).toBeLessThanOrEqual(2);
  });

  test('finds none where no color is named', () => {
    expect(names('round and calm')).toEqual([]);
    expect(names('')).toEqual([]);
  });
});

describe('rankAnswers', () => {
  const card = (id: string, palette: string, altText: string): FindRow => {
    return { ...row(id, id, 'artwork'), card: { ...buildCard(smallArtwork), id, palette, altText } };
  };
  const cards = [
    card('moon', 'Beetroot', 'A round form, in the centre, soft edges, red on dark plum.'),
    card('lens', 'Blood orange', 'A round form, at the left, clear edges, orange on near black.'),
    card('linen', 'Blood orange', 'Folds, all over, clear edges, pale orange on red.'),
    card('map', 'Celadon', 'Layers, all over, clear edges, pale green on white.'),
  ];
  const ids = (text: string) => rankAnswers([...rows, ...cards], text).map(({ id }) => id);

  test('finds artworks that look as the words say, the best first', () => {
    expect(ids('dark round red').slice(0, 2)).toEqual(['moon', 'lens']);
    expect(ids('folds')).toEqual(['linen']);
    expect(ids('green layers')).toEqual(['map']);
  });

  test('leaves names alone', () => {
    expect(ids('moon of jupiter')).toEqual([]);
    expect(ids('')).toEqual([]);
  });
});
