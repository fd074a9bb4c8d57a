import { describe, expect, test } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { buildCard, parentsOf } from '#core/gallery/card.ts';
import { smallArtwork } from '../formats/small-artwork.ts';

describe('buildCard', () => {
  test('says what is needed to find, frame and order an artwork, and nothing of its network', () => {
    const card = buildCard(smallArtwork);
    expect(card).toMatchObject({
      id: smallArtwork.id,
      title: 'Plum, lit',
      note: 'For the hall.',
      palette: 'Persimmon',
      finishes: ['relief'],
      made: 'seed',
      parents: [],
      hungSequence: 3,
    });
    expect(JSON.stringify(card).length).toBeLessThan(600);
  });

  test('names every finish that can be seen, and smooth where there is none', () => {
    const finishesOf = (recipe: Parameters<typeof sampleGenome>[0]) =>
      buildCard({ ...smallArtwork, genome: sampleGenome(recipe, 1) }).finishes;
    expect(finishesOf('contour')).toEqual(['lines', 'relief']);
    expect(finishesOf('cut-paper')).toEqual(['cut paper']);
    expect(finishesOf('pastel')).toEqual(['grain']);
    const { coloring, ...rest } = smallArtwork.genome;
    expect(buildCard({ ...smallArtwork, genome: { ...rest, coloring: { kind: 'ink' } } })).toMatchObject({
      finishes: ['smooth'],
      palette: '',
      tints: null,
    });
    expect(coloring.kind).toBe('palette');
  });
});

describe('parentsOf', () => {
  test('names each parent once, and the artwork an edit was made from', () => {
    expect(parentsOf({ kind: 'bred', parents: ['a', 'b', 'a'], seed: 1, how: [] })).toEqual(['a', 'b']);
    expect(parentsOf({ kind: 'edited', from: 'a' })).toEqual(['a']);
    expect(parentsOf({ kind: 'imported', from: 'holiday.png' })).toEqual([]);
    expect(parentsOf({ kind: 'trained', from: null })).toEqual([]);
  });
});
