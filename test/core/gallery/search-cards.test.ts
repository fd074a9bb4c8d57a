import { describe, expect, test } from 'vitest';
import { buildCard, type Card } from '#core/gallery/card.ts';
import { nearestTitles } from '#core/gallery/nearest-titles.ts';
import { parseSearch } from '#core/gallery/parse-search.ts';
import { buildSearchRow, searchCards } from '#core/gallery/search-cards.ts';
import { createRandom } from '#core/math/random.ts';
import { processorMs } from '../formats/processor-time.ts';
import { smallArtwork } from '../formats/small-artwork.ts';

const plain = buildCard(smallArtwork);
const cards: readonly Card[] = [
  { ...plain, id: 'plum', title: 'Plum, Lit', note: 'For the hall.', palette: 'Beetroot', altText: 'Folds.' },
  {
    ...plain,
    id: 'moon',
    title: 'Beetroot Moon',
    note: '',
    palette: 'Beetroot',
    altText: 'A round form, pink on dark plum.',
    finishes: ['cut paper'],
    parents: ['plum'],
  },
  {
    ...plain,
    id: 'lens',
    title: 'Crème Lens',
    note: 'Half open, like the door',
    palette: 'Fig',
    altText: 'A band.',
    finishes: ['lines', 'relief'],
    parents: ['wall'],
  },
  { ...plain, id: 'map', title: 'Fig Map', note: '', palette: 'Fig', altText: 'Layers.', parents: ['lens'] },
];
const rows = cards.map(buildSearchRow);
const context = {
  starsOf: (id: string) => ({ plum: 5, moon: 3 })[id] ?? 0,
  kinOf: (id: string) =>
    id === 'wall' ? { title: 'Half Moon', parents: [] } : cards.find((card) => card.id === id),
};
const find = (text: string) => searchCards(rows, text, context).map(({ card }) => card.id);

describe('searchCards', () => {
  test('looks in titles, notes, palettes, finishes and alternative texts, by the beginnings of words', () => {
    expect(find('plum')).toEqual(['plum', 'moon']);
    expect(find('hall')).toEqual(['plum']);
    expect(find('beet')).toEqual(['plum', 'moon']);
    expect(find('eet')).toEqual([]);
    expect(find('fig band')).toEqual(['lens']);
    expect(find('cut')).toEqual(['moon']);
  });

  test('knows neither case nor accents', () => {
    expect(find('CREME')).toEqual(['lens']);
    expect(find('crème')).toEqual(['lens']);
  });

  test('finds all when nothing is asked', () => {
    expect(find('   ')).toHaveLength(4);
    expect(find('rating:')).toHaveLength(4);
  });

  test('takes what stands in quotes as it is', () => {
    expect(find('"half open"')).toEqual(['lens']);
    expect(find('"open half"')).toEqual([]);
  });

  test('asks for ratings, none among them', () => {
    expect(find('rating:5')).toEqual(['plum']);
    expect(find('rating:0')).toEqual(['lens', 'map']);
    expect(find('rating:3 pink')).toEqual(['moon']);
  });

  test('asks for finishes and palettes', () => {
    expect(find('finish:lines')).toEqual(['lens']);
    expect(find('finish:cut moon')).toEqual(['moon']);
    expect(find('finish:"cut paper"')).toEqual(['moon']);
    expect(find('palette:fig')).toEqual(['lens', 'map']);
  });

  test('asks for descent, however far back, through ancestors that do not hang', () => {
    expect(find('from:plum, lit')).toEqual(['moon']);
    expect(find('from:half moon')).toEqual(['lens', 'map']);
    expect(find('from:half moon finish:lines')).toEqual(['lens']);
    expect(find('from:nobody')).toEqual([]);
  });

  test('a family that bites its own tail ends', () => {
    const ring = { ...context, kinOf: (id: string) => ({ title: id, parents: ['a', 'b'] }) };
    expect(searchCards(rows, 'from:zzz', ring)).toEqual([]);
  });

  test('is quick among 10,000', () => {
    const random = createRandom(7);
    const many = Array.from({ length: 10_000 }, (_, index) =>
      buildSearchRow({
        ...plain,
        id: `${index}`,
        title: `Moon ${index}`,
        altText: 'A round form, a little left of centre, soft edges, pink on dark plum.',
        parents: index === 0 ? [] : [`${random.seed() % index}`],
      }),
    );
    const known = new Map(many.map(({ card }) => [card.id, card]));
    const kinOf = (id: string) => known.get(id);
    const search = () => {
      expect(searchCards(many, 'round dark 77', context).length).toBeGreaterThan(5);
      expect(searchCards(many, 'from:9999', { ...context, kinOf })).toEqual([]);
    };
    // Some milliseconds: the bounds only catch what grew slow by its nature.
    expect(processorMs(search, 100)).toBeLessThan(100);
    expect(processorMs(() => expect(nearestTitles(many, 'mooon')).toHaveLength(3), 150)).toBeLessThan(150);
  });
});

describe('parseSearch', () => {
  test('takes fields, phrases and words apart', () => {
    expect(parseSearch('Dark "soft edges" rating:4 from:Beetroot Moon finish:lines')).toEqual({
      words: ['dark'],
      phrases: ['soft edges'],
      rating: 4,
      from: ['beetroot', 'moon'],
      finish: 'lines',
      palette: '',
    });
    expect(parseSearch('from:"half open" dark')).toMatchObject({ from: ['half', 'open'], words: ['dark'] });
    expect(parseSearch('rating:9 "')).toMatchObject({ rating: null, words: [] });
  });
});

describe('nearestTitles', () => {
  const near = (text: string) => nearestTitles(rows, text).map(({ card }) => card.title);

  test('names at most three, the closest first', () => {
    expect(near('plam')[0]).toBe('Plum, Lit');
    expect(near('moom')[0]).toBe('Beetroot Moon');
    expect(near('lnes')[0]).toBe('Crème Lens');
    expect(near('bcdfg')).toEqual([]);
    expect(near('rating:5')).toEqual([]);
    expect(near('fig').length).toBeLessThanOrEqual(3);
  });
});
