import { describe, expect, test } from 'vitest';
import { describeTimeLeft, estimateSecondsLeft } from '#core/gallery/time-left.ts';

describe('describeTimeLeft', () => {
  test.each([
    [0, 'a few seconds'],
    [7.9, 'a few seconds'],
    [8, 'about 10 seconds'],
    [43, 'about 45 seconds'],
    [54, 'about 55 seconds'],
    [55, 'about a minute'],
    [89, 'about a minute'],
    [91, 'about 2 minutes'],
    [3200, 'about 53 minutes'],
    [3300, 'about an hour'],
    [5500, 'about 2 hours'],
    [40_000, 'about 11 hours'],
  ])('says %d seconds as people do', (seconds, words) => {
    expect(describeTimeLeft(seconds)).toBe(words);
  });
});

describe('estimateSecondsLeft', () => {
  test('says nothing in the first three seconds, then goes by what was done', () => {
    expect(estimateSecondsLeft(0.5, 2999)).toBeNull();
    expect(estimateSecondsLeft(0, 5000)).toBeNull();
    expect(estimateSecondsLeft(0.25, 4000)).toBe(12);
  });
});
