import { describe, expect, it } from 'vitest';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { createRandom } from '#core/math/random.ts';
import { type Critic, chancePreferred, explainGuess, guessStars, scorePicture } from '#core/taste/critic.ts';
import type { Examples } from '#core/taste/examples.ts';
import { chanceWithinOneStar, normalShare } from '#core/taste/guess.ts';
import { statisticGroups } from '#core/taste/statistic-groups.ts';
import { trainCritic } from '#core/taste/train-critic.ts';
import { statisticsOfSeed } from './pictures.ts';

const none: Examples = { ratings: [], picks: [] };
const pictures = Array.from({ length: 160 }, (_, seed) => statisticsOfSeed(seed));

/** A person who likes light pictures, and is not always sure. */
const likes = (statistics: Float32Array) => statistics[0]!;
const starsFor = (statistics: Float32Array, noise: number) =>
  Math.max(1, Math.min(5, Math.round(3 + 1.3 * likes(statistics) + noise)));

function rated(count: number): Examples {
  const random = createRandom(9);
  return {
    ...none,
    ratings: pictures.slice(0, count).map((statistics) => ({
      statistics,
      stars: starsFor(statistics, random.normal() * 0.5),
      weight: 1,
    })),
  };
}

const train = (examples: Examples, seed = 1): Critic => runToEnd(trainCritic({ examples, seed }));

/** Share of pairs of unseen pictures that it orders as the person does. */
function pairsInOrder(critic: Critic): number {
  const unseen = pictures.slice(80);
  const scores = unseen.map((statistics) => scorePicture(critic, statistics));
  let right = 0;
  let all = 0;
  unseen.forEach((a, i) => {
    unseen.slice(0, i).forEach((b, j) => {
      all++;
      if (scores[i]! > scores[j]! === likes(a) > likes(b)) right++;
    });
  });
  return right / all;
}

describe('trainCritic', () => {
  it('learns what a person likes from ratings, the better the more of them', () => {
    const [few, many] = [pairsInOrder(train(rated(10))), pairsInOrder(train(rated(80)))];
    expect(few).toBeGreaterThan(0.6);
    expect(many).toBeGreaterThan(0.75);
    expect(many).toBeGreaterThan(few);
  });

  it('learns from picks alone, before the first rating', () => {
    const picks = Array.from({ length: 8 }, (_, wall) => {
      const shown = pictures.slice(wall * 9, wall * 9 + 9);
      const best = shown.reduce((a, b) => (likes(b) > likes(a) ? b : a));
      return {
        rows: shown.map((statistics) => ({ statistics, share: statistics === best ? 1 : 0 })),
        weight: 1,
      };
    });
    expect(pairsInOrder(train({ ratings: [], picks }))).toBeGreaterThan(0.65);
  });

  it('gives the same critic for the same examples and seed; another seed changes only its doubt', () => {
    const [a, b, other] = [train(rated(12)), train(rated(12)), train(rated(12), 2)];
    expect(a).toEqual(b);
    expect(other.output).toEqual(a.output);
    expect(other.members).not.toEqual(a.members);
  });

  it('expects 3 of everything, doubtfully, when it knows nothing', () => {
    const critic = train(none);
    expect(guessStars(critic, pictures[0]!).stars).toBe(3);
    expect(guessStars(critic, pictures[0]!).doubt).toBeGreaterThan(1.3);
  });

  it('doubts less where it has seen much', () => {
    const [few, many] = [train(rated(8)), train(rated(80))];
    const doubt = (critic: Critic) =>
      pictures.slice(80).reduce((sum, statistics) => sum + guessStars(critic, statistics).doubt, 0);
    expect(doubt(many)).toBeLessThan(0.9 * doubt(few));
  });

  it('takes half a judgement as half', () => {
    const examples = rated(20);
    const halved = { ...examples, ratings: examples.ratings.map((rating) => ({ ...rating, weight: 0.5 })) };
    expect(train(halved).evidence).toBe(10);
    const reach = (critic: Critic) => Math.abs(scorePicture(critic, pictures[0]!) - critic.mean);
    expect(reach(train(halved))).toBeLessThan(reach(train(examples)));
  });

  it('yields a progress that rises to 1', () => {
    const seen = [...trainCritic({ examples: rated(5), seed: 1 })];
    expect(seen.length).toBeGreaterThan(500);
    expect(seen.every((value, i) => value >= (seen[i - 1] ?? 0) && value < 1)).toBe(true);
  });
});

describe('guessStars', () => {
  it('stays within one and five', () => {
    const extreme = rated(40);
    const critic = train({
      ...none,
      ratings: extreme.ratings.map((r) => ({ ...r, stars: r.stars > 2 ? 5 : 1 })),
    });
    for (const statistics of pictures) {
      const { stars } = guessStars(critic, statistics);
      expect(stars).toBeGreaterThanOrEqual(1);
      expect(stars).toBeLessThanOrEqual(5);
    }
  });
});

describe('explainGuess', () => {
  it('splits the score into the seven groups and the whole, which add up to it', () => {
    const critic = train(rated(60));
    for (const statistics of pictures.slice(100, 110)) {
      const { average, parts, score } = explainGuess(critic, statistics);
      expect(Object.keys(parts)).toEqual([...statisticGroups.map(({ name }) => name), 'the whole']);
      const sum = Object.values(parts).reduce((total, part) => total + part, average);
      expect(sum).toBeCloseTo(score, 10);
      expect(score).toBeCloseTo(scorePicture(critic, statistics), 10);
    }
  });

  it('finds the group that a taste is about', () => {
    const critic = train(rated(80));
    const reach = (name: 'tone and chroma' | 'symmetry') =>
      pictures.slice(80).reduce((sum, s) => sum + Math.abs(explainGuess(critic, s).parts[name]), 0);
    expect(reach('tone and chroma')).toBeGreaterThan(1.5 * reach('symmetry'));
  });
});

describe('chancePreferred', () => {
  it('is the other way round when the pictures are, and a half for one and the same', () => {
    const critic = train(rated(60));
    const [a, b] = [pictures[100]!, pictures[101]!];
    expect(chancePreferred(critic, a, b) + chancePreferred(critic, b, a)).toBeCloseTo(1, 6);
    expect(chancePreferred(critic, a, a)).toBeCloseTo(0.5, 6);
  });
});

describe('chanceWithinOneStar', () => {
  it('grows as doubt shrinks, and is certain of all that lies beyond the ends', () => {
    expect(chanceWithinOneStar({ stars: 3, doubt: 0.2 })).toBeCloseTo(1, 6);
    expect(chanceWithinOneStar({ stars: 3, doubt: 2 })).toBeLessThan(0.6);
    expect(chanceWithinOneStar({ stars: 5, doubt: 1.5 })).toBeCloseTo(1 - normalShare(-1), 6);
  });
});

describe('normalShare', () => {
  it('knows the usual places', () => {
    expect(normalShare(0)).toBeCloseTo(0.5, 6);
    expect(normalShare(1.6448536)).toBeCloseTo(0.95, 6);
    expect(normalShare(-1)).toBeCloseTo(0.1586553, 6);
  });
});
