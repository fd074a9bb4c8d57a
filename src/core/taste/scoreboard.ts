// What the critic can say of itself: only from guesses made before the rating, and beside chance.
import type { Seed } from '#core/math/random.ts';
import type { CountedGuess, SecondRating } from './counted-guess.ts';
import { type HitRate, measureHitRate } from './hit-rate.ts';

export interface Scoreboard {
  readonly judgementCount: number;
  readonly guessCount: number;
  /** Over every counted guess, and over pictures the critic had not chosen; null where no two ratings differ. */
  readonly all: HitRate | null;
  readonly fair: HitRate | null;
  readonly fairCount: number;
  /** The one the headline rests on: `fair` once there are 20 such guesses. null before there are 10 of either. */
  readonly headline: HitRate | null;
  readonly state: 'knows nothing' | 'guessing' | 'clear of chance' | 'falling';
  readonly sentence: string;
  /** Share of pairs the person orders as they did before, from pictures asked again; null where no two ratings differ. */
  readonly selfAgreement: number | null;
  /** In stars, of the last 20 guesses (for the gauge), of all, and of always guessing the mean so far; null without a guess. */
  readonly recentError: number | null;
  readonly meanError: number | null;
  readonly meanErrorOfMean: number | null;
}

export interface ScoreboardRequest {
  readonly guesses: readonly CountedGuess[];
  readonly secondRatings: readonly SecondRating[];
  readonly judgementCount: number;
  /** Of the resampling. */
  readonly seed: Seed;
}

/** Chance, for every hit rate. */
export const CHANCE = 0.5;
const FIRST_JUDGEMENTS = 8;
const FAIR_GUESSES = 20;
/** Fewer guesses than this say nothing, however they fell: their interval is as narrow as they are few. */
const LEAST_GUESSES = 10;
/** A claim rests on at least this many. */
const CLAIM_GUESSES = 20;
const WINDOW = 20;
/** A hit rate this far below what it was has fallen. */
const FALL = 0.15;

export function buildScoreboard(request: ScoreboardRequest): Scoreboard {
  const { guesses, judgementCount, secondRatings, seed } = request;
  const fairGuesses = guesses.filter(({ isFair }) => isFair);
  const all = measureHitRate(guesses, seed);
  const fair = measureHitRate(fairGuesses, seed);
  const basis = fairGuesses.length >= FAIR_GUESSES ? fairGuesses : guesses;
  const headline = basis.length < LEAST_GUESSES ? null : basis === fairGuesses ? fair : all;
  const isClear = basis.length >= CLAIM_GUESSES && headline !== null && headline.low > CHANCE;
  const state = stateOf(guesses, isClear, judgementCount, seed);
  return {
    judgementCount,
    guessCount: guesses.length,
    all,
    fair,
    fairCount: fairGuesses.length,
    headline,
    state,
    sentence: sentenceFor(state, headline, judgementCount),
    selfAgreement: agreementOf(secondRatings),
    recentError: meanErrorOf(guesses.slice(-WINDOW)),
    meanError: meanErrorOf(guesses),
    meanErrorOfMean: errorOfMean(guesses),
  };
}

function stateOf(
  guesses: readonly CountedGuess[],
  isClear: boolean,
  judgementCount: number,
  seed: Seed,
): Scoreboard['state'] {
  if (judgementCount < FIRST_JUDGEMENTS) return 'knows nothing';
  if (guesses.length >= 2 * WINDOW) {
    const before = measureHitRate(guesses.slice(0, -WINDOW), seed);
    const now = measureHitRate(guesses.slice(-WINDOW), seed);
    if (before !== null && now !== null && before.low > CHANCE && now.share < before.share - FALL)
      return 'falling';
  }
  return isClear ? 'clear of chance' : 'guessing';
}

function sentenceFor(state: Scoreboard['state'], headline: HitRate | null, judgementCount: number): string {
  switch (state) {
    case 'knows nothing':
      return 'I know nothing about you yet. Rate eight pictures and I will start guessing.';
    case 'guessing': {
      const ratings = `${Math.floor(judgementCount)} ratings`;
      if (headline === null) return `I am still guessing. ${ratings}, and too few guesses to compare yet.`;
      return `I am still guessing. ${ratings}, and I name your choice ${Math.round(100 * headline.share)} times in 100; chance is 50.`;
    }
    case 'clear of chance': {
      // From 95 in 100 on, ten in ten would claim too much.
      const tenths = Math.round(10 * headline!.share);
      const times =
        tenths < 10 ? `${tenths} times in 10` : `${Math.floor(100 * headline!.share)} times in 100`;
      return `When you choose between two pictures, I now name your choice ${times}.`;
    }
    case 'falling':
      return 'Your taste has moved, or I have lost the thread. I am listening again.';
    default:
      return state satisfies never;
  }
}

/** The person's own order, the second time: what no critic can be expected to beat. */
function agreementOf(seconds: readonly SecondRating[]): number | null {
  let pairCount = 0;
  let same = 0;
  seconds.forEach((a, i) => {
    for (const b of seconds.slice(0, i)) {
      if (a.first === b.first) continue;
      pairCount++;
      const again = a.again - b.again;
      same += again === 0 ? 0.5 : again > 0 === a.first > b.first ? 1 : 0;
    }
  });
  return pairCount === 0 ? null : same / pairCount;
}

const meanErrorOf = (guesses: readonly CountedGuess[]): number | null =>
  guesses.length === 0
    ? null
    : guesses.reduce((sum, { guess, stars }) => sum + Math.abs(guess.stars - stars), 0) / guesses.length;

/** Had it always guessed the mean of the ratings so far, 3 before the first. */
function errorOfMean(guesses: readonly CountedGuess[]): number | null {
  let sum = 0;
  let error = 0;
  guesses.forEach(({ stars }, count) => {
    error += Math.abs((count === 0 ? 3 : sum / count) - stars);
    sum += stars;
  });
  return guesses.length === 0 ? null : error / guesses.length;
}

export interface TracedRate {
  readonly guessCount: number;
  readonly rate: HitRate;
}

/** `How I got here`: the hit rate as it stood after each `every` guesses, and at the end. Yields progress in [0, 1] after each. */
export function* traceHitRate(
  guesses: readonly CountedGuess[],
  { every = 5, seed }: { every?: number; seed: Seed },
): Generator<number, TracedRate[]> {
  const trace: TracedRate[] = [];
  for (let guessCount = 1; guessCount <= guesses.length; guessCount++) {
    if (guessCount % every !== 0 && guessCount !== guesses.length) continue;
    const rate = measureHitRate(guesses.slice(0, guessCount), seed);
    if (rate !== null) trace.push({ guessCount, rate });
    yield guessCount / guesses.length;
  }
  return trace;
}
