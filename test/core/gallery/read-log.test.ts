import { describe, expect, it } from 'vitest';
import { artworksOf, examplesOf, readLog } from '#core/gallery/read-log.ts';
import type { Judgement, Said, Stars } from '#core/gallery/records.ts';

let sequence = 0;
const judged = (said: Said, changes: Partial<Judgement> = {}): Judgement => {
  sequence++;
  return {
    id: `j${sequence}`,
    schema: 1,
    profile: 'mine',
    atMs: 0,
    sequence,
    said,
    guess: null,
    wasPeeked: false,
    tile: 'child',
    ...changes,
  };
};
const stars = (artwork: string, given: Stars, changes: Partial<Judgement> = {}) =>
  judged({ kind: 'stars', artwork, stars: given }, changes);
const guess = { stars: 3.5, doubt: 1 };

describe('readLog', () => {
  it('takes the last word on each artwork, in the order of last words', () => {
    const { ratings, judgementCount } = readLog(
      [stars('a', 2), stars('b', 3), stars('a', 5), stars('c', 1), judged({ kind: 'cleared', artwork: 'c' })],
      'mine',
    );
    expect(ratings).toEqual([
      { artwork: 'b', stars: 3, weight: 1 },
      { artwork: 'a', stars: 5, weight: 1 },
    ]);
    expect(judgementCount).toBe(2);
  });

  it('leaves out what was withdrawn: 3, then 5 withdrawn, is 3 again', () => {
    const five = stars('a', 5);
    const log = [stars('a', 3), five, judged({ kind: 'withdrawn', judgement: five.id })];
    expect(readLog(log, 'mine').ratings).toEqual([{ artwork: 'a', stars: 3, weight: 1 }]);
  });

  it('passes other profiles over', () => {
    expect(readLog([stars('a', 3, { profile: 'Ada' })], 'mine').ratings).toEqual([]);
  });

  it('weighs a rating half that was given after seeing the guess, and does not count the guess', () => {
    const { ratings, guesses } = readLog([stars('a', 3, { guess, wasPeeked: true })], 'mine');
    expect(ratings[0]!.weight).toBe(0.5);
    expect(guesses).toEqual([]);
  });

  it('counts a guess once, on the first rating, and knows which pictures the critic had chosen', () => {
    const { guesses } = readLog(
      [
        stars('a', 3),
        stars('b', 4, { guess, tile: 'wild' }),
        stars('c', 2, { guess, tile: 'ranked' }),
        stars('b', 5, { guess }),
      ],
      'mine',
    );
    expect(guesses).toEqual([
      { artwork: 'b', guess, stars: 4, isFair: true },
      { artwork: 'c', guess, stars: 2, isFair: false },
    ]);
  });

  it('pairs a picture asked again with what was said of it before', () => {
    const { secondRatings } = readLog([stars('a', 3), stars('a', 4, { tile: 'again' })], 'mine');
    expect(secondRatings).toEqual([{ artwork: 'a', first: 3, again: 4 }]);
  });

  it('puts picks above what was shown beside them and above what was sent away', () => {
    const { picks, judgementCount } = readLog(
      [
        judged({ kind: 'not-this', artwork: 'x' }),
        judged({ kind: 'picked', chosen: ['a', 'b'], shown: ['a', 'b', 'c'] }),
        judged({ kind: 'picked', chosen: ['d'], shown: ['d', 'e'] }),
        judged({ kind: 'picked', chosen: ['f'], shown: ['f'] }),
      ],
      'mine',
    );
    expect(picks.map(({ rows }) => rows.map(({ artwork, share }) => `${artwork} ${share}`))).toEqual([
      ['a 0.5', 'b 0.5', 'c 0', 'x 0'],
      ['d 1', 'e 0'],
    ]);
    expect(judgementCount).toBe(1);
  });
});

describe('examplesOf', () => {
  it('joins what was said with what was measured, and leaves out pictures that are gone', () => {
    const reading = readLog(
      [stars('a', 4), stars('gone', 1), judged({ kind: 'picked', chosen: ['b', 'gone'], shown: ['a', 'b'] })],
      'mine',
    );
    expect(artworksOf(reading)).toEqual(['a', 'gone', 'b']);
    const measured = new Map(['a', 'b'].map((id, i) => [id, Float32Array.of(i)]));
    const { ratings, picks } = examplesOf(reading, (id) => measured.get(id));
    expect(ratings.map(({ stars: given }) => given)).toEqual([4]);
    expect(picks[0]!.rows.map(({ share }) => share)).toEqual([1, 0]);
  });

  it('drops a pick of which nothing is left to compare', () => {
    const reading = readLog([judged({ kind: 'picked', chosen: ['a'], shown: ['a', 'gone'] })], 'mine');
    expect(examplesOf(reading, (id) => (id === 'a' ? Float32Array.of(1) : undefined)).picks).toEqual([]);
  });
});
