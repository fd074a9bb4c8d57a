import { describe, expect, test } from 'vitest';
import { chooseAgain, chooseFirst } from '#studio/first-to-rate.ts';
import type { Measurements } from '#studio/measurements.ts';
import { smallArtwork } from '../core/formats/small-artwork.ts';

const { signal } = new AbortController();
const artwork = (id: string) => ({ ...smallArtwork, id });
const wall = ['a', 'b', 'c', 'd', 'e'].map(artwork);
const places: Readonly<Record<string, number>> = { a: 0, b: 1, c: 10, d: 11, e: 30 };

/** One statistic each: where it lies on a line. */
const measurements: Measurements = {
  of: async (ids) => new Map(ids.map((id) => [id, Float32Array.of(places[id]!)])),
  forget: () => {},
};
const rated = (...ids: readonly string[]) => ({
  ratings: ids.map((artwork) => ({ artwork, stars: 3 as const, weight: 1 })),
});
const choose = async (ratings: ReturnType<typeof rated>, before: readonly string[] = []) =>
  (await chooseFirst(ratings, wall, before.map(artwork), measurements, signal)).map(({ id }) => id);

describe('chooseFirst', () => {
  test('chooses what is least like the rated, and like one another', async () => {
    expect(await choose(rated('a'))).toEqual(['e', 'd', 'b']);
  });

  test('lets only what was rated make way, and fills its place', async () => {
    expect(await choose(rated('a', 'd'), ['e', 'd', 'b'])).toEqual(['e', 'c', 'b']);
  });

  test('has fewer where fewer are left, and none at the end', async () => {
    expect(await choose(rated('a', 'b', 'c'), ['b', 'd', 'e'])).toEqual(['d', 'e']);
    expect(await choose(rated('a', 'b', 'c', 'd', 'e'), ['d', 'e'])).toEqual([]);
  });
});

describe('chooseAgain', () => {
  const many = rated(...Array.from({ length: 31 }, (_, i) => `${i}`));
  const second = { artwork: '0', first: 3, again: 4 };

  test('asks for what was rated longest ago, once thirty others were', () => {
    expect(chooseAgain({ ...many, secondRatings: [] })).toBe('0');
    expect(chooseAgain({ ratings: many.ratings.slice(1), secondRatings: [] })).toBeNull();
  });

  test('asks for one in twelve', () => {
    expect(chooseAgain({ ...many, secondRatings: [second] })).toBe('0');
    expect(chooseAgain({ ...many, secondRatings: [second, second] })).toBeNull();
  });
});
