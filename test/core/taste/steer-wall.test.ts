import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { guessStars } from '#core/taste/critic.ts';
import { steerWall } from '#core/taste/steer-wall.ts';
import { trainCritic } from '#core/taste/train-critic.ts';
import { plain } from '../../plain.ts';
import { statisticsOfSeed } from './pictures.ts';

const critic = runToEnd(
  trainCritic({
    examples: {
      ratings: Array.from({ length: 9 }, (_, i) => ({
        statistics: statisticsOfSeed(i),
        stars: 1 + (i % 5),
        weight: 1,
      })),
      picks: [],
    },
    seed: 1,
  }),
);
const request = {
  critic,
  seed: 3,
  parents: [sampleGenome('porcelain', 5)],
  count: 4,
  wildCount: 1,
  unsureCount: 1,
  distances: [0.1],
  changed: 'everything',
  seen: [],
} as const;

describe('steerWall', () => {
  it('gives children by the critic, one it is unsure of and a wild card, measured, the same for the same seed', () => {
    const work = steerWall(plain, request);
    const seen: number[] = [];
    let wall = work.next();
    for (; !wall.done; wall = work.next()) seen.push(wall.value);
    const { tiles } = wall.value;
    expect(tiles.map(({ tile }) => tile).toSorted()).toEqual(['ranked', 'ranked', 'unsure', 'wild']);
    for (const { tile, origin, statistics, guess } of tiles) {
      expect(origin.kind).toBe(tile === 'wild' ? 'seed' : 'bred');
      expect(guessStars(critic, statistics)).toEqual(guess);
    }
    expect(seen.every((value, i) => value >= (seen[i - 1] ?? 0) && value <= 1)).toBe(true);
    expect(runToEnd(steerWall(plain, request))).toEqual(wall.value);
  }, 60_000);
});
