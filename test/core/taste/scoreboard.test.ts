import { describe, expect, it } from 'vitest';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { createRandom } from '#core/math/random.ts';
import type { CountedGuess } from '#core/taste/counted-guess.ts';
import { measureHitRate } from '#core/taste/hit-rate.ts';
import { buildScoreboard, type ScoreboardRequest, traceHitRate } from '#core/taste/scoreboard.ts';

/** Ratings of chance, guessed with this much noise; Infinity guesses by dice. */
function guessed(count: number, noise: number, seed = 1, isFair = true): CountedGuess[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const stars = 1 + random.below(5);
    const truth = noise === Number.POSITIVE_INFINITY ? 0 : stars + noise * random.normal();
    const guess = noise === Number.POSITIVE_INFINITY ? 1 + 4 * random.uniform() : truth;
    return { artwork: `${seed}-${i}`, stars, guess: { stars: guess, doubt: 1 }, isFair };
  });
}

const board = (guesses: readonly CountedGuess[], changes: Partial<ScoreboardRequest> = {}) =>
  buildScoreboard({ guesses, secondRatings: [], judgementCount: guesses.length + 8, seed: 1, ...changes });

const one = (stars: number, guess: number): CountedGuess => ({
  artwork: `${stars}`,
  stars,
  guess: { stars: guess, doubt: 1 },
  isFair: true,
});

describe('measureHitRate', () => {
  it('counts pairs of unequal stars in the order they were guessed, equal guesses half', () => {
    const rate = measureHitRate([one(1, 2), one(3, 4), one(5, 4), one(5, 1)], 1);
    // 1<3 right, 1<5 right, 3<5 even, 1<5 wrong, 3<5 wrong; 5 and 5 is no pair.
    expect(rate).toMatchObject({ pairCount: 5, share: 2.5 / 5 });
  });

  it('has nothing to say where no two ratings differ', () => {
    expect(measureHitRate([one(3, 1), one(3, 5)], 1)).toBeNull();
    expect(measureHitRate([], 1)).toBeNull();
  });

  it('holds the truth in its 90 % interval about nine times in ten, resampling artworks', () => {
    // By dice the true share is 1/2.
    let held = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { low, high } = measureHitRate(guessed(40, Number.POSITIVE_INFINITY, seed), seed)!;
      if (low <= 0.5 && 0.5 <= high) held++;
    }
    expect(held).toBeGreaterThan(60 * 0.78);
    expect(held).toBeLessThan(60);
  });

  it('is wider than pairs alone would make it, and gives the same numbers for the same seed', () => {
    const guesses = guessed(30, 2);
    const { share, low, high, pairCount } = measureHitRate(guesses, 4)!;
    const byPairs = 2 * 1.645 * Math.sqrt((share * (1 - share)) / pairCount);
    expect(high - low).toBeGreaterThan(1.5 * byPairs);
    expect(measureHitRate(guesses, 4)).toEqual({ share, low, high, pairCount });
  });
});

describe('buildScoreboard', () => {
  it('knows nothing before eight judgements', () => {
    expect(board([], { judgementCount: 7.5 }).sentence).toBe(
      'I know nothing about you yet. Rate eight pictures and I will start guessing.',
    );
  });

  it('is still guessing while its interval holds chance, and says both numbers', () => {
    const { sentence, state } = board(guessed(24, Number.POSITIVE_INFINITY, 3), { judgementCount: 24.5 });
    expect(state).toBe('guessing');
    expect(sentence).toMatch(
      /^I am still guessing\. 24 ratings, and I name your choice \d\d times in 100; chance is 50\.$/,
    );
    expect(board([], { judgementCount: 9 }).sentence).toContain('too few guesses to compare yet');
  });

  it('makes nothing of a handful of guesses, however well they fell', () => {
    const lucky = guessed(9, 0);
    expect(board(lucky)).toMatchObject({ headline: null, state: 'guessing' });
    expect(board(lucky).all!.share).toBe(1);
    expect(board(lucky).sentence).toBe(
      'I am still guessing. 17 ratings, and too few guesses to compare yet.',
    );
    expect(board(guessed(19, 0)).state).toBe('guessing');
    expect(board(guessed(20, 0)).state).toBe('clear of chance');
  });

  it('claims no more than its share once it is clear of chance', () => {
    const { sentence, state, headline } = board(guessed(39, 1.5));
    expect(state).toBe('clear of chance');
    expect(sentence).toBe(
      `When you choose between two pictures, I now name your choice ${Math.round(10 * headline!.share)} times in 10.`,
    );
    expect(board(guessed(39, 0)).sentence).toContain('100 times in 100');
  });

  it('says so when the last twenty guesses fell behind', () => {
    const moved = [...guessed(60, 0.5), ...guessed(20, Number.POSITIVE_INFINITY, 8)];
    expect(board(moved).state).toBe('falling');
    expect(board(guessed(80, 0.5)).state).toBe('clear of chance');
  });

  it('rests its headline on pictures it had not chosen once there are twenty of them', () => {
    const chosen = guessed(30, 0, 5, false);
    const few = board([...chosen, ...guessed(19, Number.POSITIVE_INFINITY, 6)]);
    const enough = board([...chosen, ...guessed(20, Number.POSITIVE_INFINITY, 6)]);
    expect(few.headline).toEqual(few.all);
    expect(enough.headline).toEqual(enough.fair);
    expect(enough.fair!.share).toBeLessThan(enough.all!.share);
    expect(enough.fairCount).toBe(20);
  });

  it('measures errors in stars beside always guessing the mean, and the person beside themselves', () => {
    const result = board([one(5, 4), one(1, 1), one(3, 5)], {
      secondRatings: [
        { artwork: 'a', first: 5, again: 4 },
        { artwork: 'b', first: 1, again: 4 },
        { artwork: 'c', first: 2, again: 1 },
      ],
    });
    expect(result.meanError).toBeCloseTo(1, 10);
    expect(result.meanErrorOfMean).toBeCloseTo((2 + 4 + 0) / 3, 10);
    // a>b even, a>c right, b<c wrong.
    expect(result.selfAgreement).toBeCloseTo(0.5, 10);
    expect(board([]).recentError).toBeNull();
  });
});

describe('traceHitRate', () => {
  it('stands at every fifth guess and at the last, each from the guesses until then', () => {
    const guesses = guessed(13, 1);
    const trace = runToEnd(traceHitRate(guesses, { seed: 1 }));
    expect(trace.map(({ guessCount }) => guessCount)).toEqual([5, 10, 13]);
    expect(trace[1]!.rate).toEqual(measureHitRate(guesses.slice(0, 10), 1));
  });
});
