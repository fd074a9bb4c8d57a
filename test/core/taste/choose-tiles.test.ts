import { describe, expect, it } from 'vitest';
import { chooseTiles, type TileCandidate } from '#core/taste/choose-tiles.ts';

/** A picture of one gray, so that distance is the difference of two numbers. */
const candidate = (
  score: number,
  changes: Partial<TileCandidate> & { gray?: number } = {},
): TileCandidate => ({
  print: new Float32Array(576 * 3).map((_, i) => (i % 3 === 0 ? (changes.gray ?? 0.5) : 0)),
  score,
  doubt: 1,
  isFresh: false,
  ...changes,
});

/** As different from one another as grays can be. */
const apart = (count: number, changes: (index: number) => Partial<TileCandidate> = () => ({})) =>
  Array.from({ length: count }, (_, i) => candidate(i / count, { gray: i, ...changes(i) }));

const mix = { count: 15, wildCount: 1, unsureCount: 1, seed: 1 };
const counts = (tiles: readonly { tile: string }[]) =>
  ['ranked', 'unsure', 'wild'].map((kind) => tiles.filter(({ tile }) => tile === kind).length);

describe('chooseTiles', () => {
  it('takes thirteen children by score, the most doubtful of the rest, and a wild card', () => {
    // Strangers that would be worth more stay out.
    const candidates = apart(60, (i) => ({
      isFresh: i < 12,
      doubt: i === 20 ? 2 : 1,
      ...(i < 12 && { score: 9, doubt: 9 }),
    }));
    const tiles = chooseTiles(candidates, mix);
    expect(counts(tiles)).toEqual([13, 1, 1]);
    expect(new Set(tiles.map(({ index }) => index)).size).toBe(15);
    const ranked = tiles.filter(({ tile }) => tile === 'ranked').map(({ index }) => index);
    expect(ranked.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 13 }, (_, i) => 47 + i));
    expect(tiles.find(({ tile }) => tile === 'unsure')!.index).toBe(20);
    expect(candidates[tiles.find(({ tile }) => tile === 'wild')!.index]!.isFresh).toBe(true);
  });

  it('passes over the likeness of one already chosen for something a little worse', () => {
    const twins = [candidate(1, { gray: 0 }), candidate(0.99, { gray: 0 })];
    const other = candidate(0.8, { gray: 0.9 });
    const rest = Array.from({ length: 6 }, (_, i) => candidate(-1 - i / 10, { gray: 5 + i }));
    const tiles = chooseTiles([...twins, other, ...rest], {
      count: 2,
      wildCount: 0,
      unsureCount: 0,
      seed: 1,
    });
    expect(tiles.map(({ index }) => index).toSorted()).toEqual([0, 2]);
  });

  it('leaves wild tiles out where nothing is fresh, and fills the wall by score', () => {
    expect(counts(chooseTiles(apart(60), { ...mix, wildCount: 3 }))).toEqual([14, 1, 0]);
  });

  it('lets strangers stand in as wild cards where children are too few', () => {
    const candidates = apart(22, (i) => ({ isFresh: i < 12 }));
    expect(counts(chooseTiles(candidates, mix))).toEqual([9, 1, 5]);
  });

  it('shuffles, by the seed alone', () => {
    const candidates = apart(60, (i) => ({ isFresh: i < 12 }));
    const orders = [1, 1, 2].map((seed) =>
      chooseTiles(candidates, { ...mix, seed }).map(({ index }) => index),
    );
    expect(orders[0]).toEqual(orders[1]);
    expect(orders[2]).not.toEqual(orders[0]);
    const scores = orders[0]!.map((index) => candidates[index]!.score);
    expect(scores).not.toEqual(scores.toSorted((a, b) => b - a));
  });

  it('gives what there is when there is too little', () => {
    expect(chooseTiles(apart(4), mix)).toHaveLength(4);
    expect(chooseTiles([], mix)).toEqual([]);
  });
});
