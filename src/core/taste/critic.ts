import { cosinesOf, sightOf, UNIT_COUNT } from './cosine-units.ts';
import { type Guess, normalShare } from './guess.ts';
import type { Statistics } from './measure-picture.ts';
import { STATISTIC_COUNT, type StatisticGroup } from './statistic-groups.ts';

/** One person's taste as far as it is known: plain data of 16 kB, made by `trainCritic`. */
export interface Critic {
  /** Ratings it rests on, weighed, picks counted half. */
  readonly evidence: number;
  /** A score of 0 in stars, and what one unit of score is worth. */
  readonly mean: number;
  readonly deviation: number;
  /** The trained layer, [448]. */
  readonly output: Float32Array<ArrayBuffer>;
  /** The same layer trained from other starts on disturbed stars: only their spread counts, as doubt. */
  readonly members: readonly Float32Array<ArrayBuffer>[];
  /** What its doubt is multiplied by, from how earlier guesses turned out; 1 until that is known. */
  readonly doubtScale: number;
}

/** Variance of one rating about the score it stands for. */
const NOISE = 1 / 2;

/** The stars it expects, without limit: for ranking, where a guess would be cut to [1, 5]. */
export const scorePicture = (critic: Critic, statistics: Statistics): number =>
  critic.mean + critic.deviation * dot(critic.output, cosinesOf(statistics));

export function guessStars(critic: Critic, statistics: Statistics): Guess {
  const cosines = cosinesOf(statistics);
  const score = dot(critic.output, cosines);
  const squares = critic.members.reduce((sum, member) => sum + (dot(member, cosines) - score) ** 2, 0);
  const variance = squares / critic.members.length + NOISE;
  const widening = 1 + 0.9 / Math.sqrt(Math.max(1, critic.evidence));
  return {
    stars: Math.max(1, Math.min(5, critic.mean + critic.deviation * score)),
    doubt: Math.sqrt(variance) * critic.deviation * widening * critic.doubtScale,
  };
}

/** The chance, (0, 1), that the person likes `a` better than `b`. */
export function chancePreferred(critic: Critic, a: Statistics, b: Statistics): number {
  const ofA = cosinesOf(a);
  const difference = cosinesOf(b).map((value, i) => ofA[i]! - value);
  const score = dot(critic.output, difference);
  const squares = critic.members.reduce((sum, member) => sum + (dot(member, difference) - score) ** 2, 0);
  return normalShare(score / Math.sqrt(squares / critic.members.length + 1e-9));
}

export interface Explanation {
  /** Stars it would expect of the average picture. */
  readonly average: number;
  /** Stars that each group of statistics adds to that; with `average` they add up to the score. */
  readonly parts: Readonly<Record<StatisticGroup | 'the whole', number>>;
  /** As `scorePicture`. */
  readonly score: number;
}

/** Splits a score among what its units see: the seven groups of statistics, and the whole. */
export function explainGuess(critic: Critic, statistics: Statistics): Explanation {
  const here = cosinesOf(statistics);
  const atAverage = cosinesOf(new Float32Array(STATISTIC_COUNT));
  const parts: Record<StatisticGroup | 'the whole', number> = {
    'tone and chroma': 0,
    hue: 0,
    scale: 0,
    edges: 0,
    symmetry: 0,
    layout: 0,
    palette: 0,
    'the whole': 0,
  };
  for (let unit = 0; unit < UNIT_COUNT; unit++) {
    parts[sightOf(unit)] += critic.deviation * critic.output[unit]! * (here[unit]! - atAverage[unit]!);
  }
  const average = critic.mean + critic.deviation * dot(critic.output, atAverage);
  return { average, parts, score: critic.mean + critic.deviation * dot(critic.output, here) };
}

function dot(weights: Float32Array, values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i]! * values[i]!;
  return sum;
}
