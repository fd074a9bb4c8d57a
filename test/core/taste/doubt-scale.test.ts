import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import type { CountedGuess } from '#core/taste/counted-guess.ts';
import { measureDoubtScale } from '#core/taste/doubt-scale.ts';

/** Guesses whose errors have this deviation, told by a critic that thinks 1 and scales as it goes. */
function record(count: number, deviation: number): CountedGuess[] {
  const random = createRandom(2);
  const guesses: CountedGuess[] = [];
  for (let i = 0; i < count; i++) {
    const guess = { stars: 3, doubt: measureDoubtScale(guesses) };
    guesses.push({ artwork: `${i}`, guess, stars: 3 + deviation * random.normal(), isFair: true });
  }
  return guesses;
}

describe('measureDoubtScale', () => {
  it('says nothing before twenty guesses', () => {
    expect(measureDoubtScale(record(19, 3))).toBe(1);
  });

  it('finds how far errors go beyond the doubt, and stays there once doubts are scaled by it', () => {
    for (const count of [40, 80, 160]) {
      expect(measureDoubtScale(record(count, 1.3))).toBeGreaterThan(1.1);
      expect(measureDoubtScale(record(count, 1.3))).toBeLessThan(1.5);
      expect(measureDoubtScale(record(count, 0.8))).toBeLessThan(0.95);
    }
  });

  it('keeps within its limits', () => {
    expect(measureDoubtScale(record(40, 9))).toBe(1.6);
    expect(measureDoubtScale(record(40, 0.01))).toBe(0.6);
  });
});
