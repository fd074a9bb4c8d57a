import { createRandom, type Seed } from '#core/math/random.ts';
import type { CountedGuess } from './counted-guess.ts';

/** How often a choice between two pictures was named. */
export interface HitRate {
  /** Pairs of ratings that differ. */
  readonly pairCount: number;
  /** Share of those that were guessed in the person's order, [0, 1]; equal guesses count half. */
  readonly share: number;
  /** 90 % interval of `share`. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;
/** Older guesses were another critic's. */
const LATEST = 300;

/**
 * Over all pairs of the latest 300 guesses; null when no two ratings differ. The interval resamples artworks, not pairs, since pairs
 * share artworks: 1,000 times, drawn by the seed.
 */
export function measureHitRate(guesses: readonly CountedGuess[], seed: Seed): HitRate | null {
  const latest = guesses.slice(-LATEST);
  const pairs = pairsOf(latest);
  const once = new Float64Array(latest.length).fill(1);
  const share = shareOf(pairs, once);
  if (share === null) return null;
  const random = createRandom(seed);
  const shares: number[] = [];
  for (let round = 0; round < RESAMPLES; round++) {
    const times = new Float64Array(latest.length);
    for (let i = 0; i < latest.length; i++) times[random.below(latest.length)]!++;
    const drawn = shareOf(pairs, times);
    if (drawn !== null) shares.push(drawn);
  }
  shares.sort((a, b) => a - b);
  const at = (part: number) => shares[Math.round(part * (shares.length - 1))] ?? share;
  return { pairCount: pairs.firsts.length, share, low: at(0.05), high: at(0.95) };
}

interface Pairs {
  readonly firsts: Uint16Array;
  readonly seconds: Uint16Array;
  /** 1 right, 0 wrong, 1/2 for equal guesses. */
  readonly hits: Float32Array;
}

function pairsOf(guesses: readonly CountedGuess[]): Pairs {
  const found: [first: number, second: number, hit: number][] = [];
  guesses.forEach((a, first) => {
    guesses.slice(0, first).forEach((b, second) => {
      if (a.stars === b.stars) return;
      const guessed = a.guess.stars - b.guess.stars;
      found.push([first, second, guessed === 0 ? 0.5 : guessed > 0 === a.stars > b.stars ? 1 : 0]);
    });
  });
  return {
    firsts: Uint16Array.from(found, ([first]) => first),
    seconds: Uint16Array.from(found, ([, second]) => second),
    hits: Float32Array.from(found, ([, , hit]) => hit),
  };
}

function shareOf({ firsts, seconds, hits }: Pairs, times: Float64Array): number | null {
  let all = 0;
  let right = 0;
  for (let i = 0; i < hits.length; i++) {
    const count = times[firsts[i]!]! * times[seconds[i]!]!;
    all += count;
    right += count * hits[i]!;
  }
  return all === 0 ? null : right / all;
}
