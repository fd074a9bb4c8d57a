import type { CountedGuess } from './counted-guess.ts';

/** Guesses before its own record says anything, and how many of the latest it is judged by. */
const FIRST = 20;
const LATEST = 40;
const LIMITS = [0.6, 1.6] as const;

/**
 * What a critic's doubt is multiplied by, from how its counted guesses turned out, in their order: errors as large as the doubt give
 * 1. Stored doubts were scaled already, each by what the guesses before it said; that is undone, so that the scale does not feed on
 * itself. 1 before twenty guesses; within [0.6, 1.6].
 */
export function measureDoubtScale(guesses: readonly CountedGuess[]): number {
  const squares: number[] = [];
  for (const { guess, stars } of guesses) {
    const error = ((stars - guess.stars) / guess.doubt) * scaleFrom(squares);
    squares.push(error * error);
  }
  return scaleFrom(squares);
}

function scaleFrom(squares: readonly number[]): number {
  if (squares.length < FIRST) return 1;
  const latest = squares.slice(-LATEST);
  const scale = Math.sqrt(latest.reduce((sum, square) => sum + square, 0) / latest.length);
  return Math.max(LIMITS[0], Math.min(LIMITS[1], scale));
}
