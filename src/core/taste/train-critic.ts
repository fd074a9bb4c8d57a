import { createRandom, type Seed } from '#core/math/random.ts';
import type { Data } from '#core/nn/evaluate.ts';
import { type BatchReport, type FitResult, fit } from '#core/nn/fit.ts';
import { cosineDecay } from '#core/nn/optimizers.ts';
import type { Sequential } from '#core/nn/sequential.ts';
import { cosinesOfAll, UNIT_COUNT } from './cosine-units.ts';
import type { Critic } from './critic.ts';
import type { Examples, PickExample, RatingExample } from './examples.ts';

export interface CriticRequest {
  readonly examples: Examples;
  /** Of the members' starts and disturbances; the score itself does not depend on it. */
  readonly seed: Seed;
  /** See `Critic`. */
  readonly doubtScale?: number;
}

const MEMBER_COUNT = 8;
const STEPS = 100;
const MEMBER_STEPS = 60;
/** Variance of a weight before anything is known, and of a rating about its score. */
const VARIANCE = 1 / 2;
/** Walls remembered: a taste moves, and each holds fifteen rows. */
export const PICK_LIMIT = 40;

/**
 * Learns a taste from scratch: one layer without biases over frozen cosines, by the library's own backpropagation and Adam. Ratings
 * are fitted by their squared error, picks by softmax over what was shown. Yields progress in [0, 1), once a step.
 * The same examples and seed give the same critic. With no examples it expects 3 of everything.
 */
export function* trainCritic({ examples, seed, doubtScale = 1 }: CriticRequest): Generator<number, Critic> {
  const { ratings } = examples;
  const picks = examples.picks.slice(-PICK_LIMIT);
  const scale = scaleOf(ratings);
  const evidence = weightOf(ratings) + weightOf(picks) / 2;
  if (ratings.length + picks.length === 0) return { ...scale, ...blank(seed), evidence, doubtScale };

  const data = dataOf(ratings, picks, scale);
  const random = createRandom(seed);
  const totalSteps = STEPS + MEMBER_COUNT * MEMBER_STEPS;
  const output = yield* fitOutput(data, zeros(), STEPS, (step) => step / totalSteps);
  const members: Float32Array<ArrayBuffer>[] = [];
  for (let member = 0; member < MEMBER_COUNT; member++) {
    const done = STEPS + member * MEMBER_STEPS;
    const targets = data.targets.slice();
    for (let row = 0; row < ratings.length; row++) targets[row]! += random.normal() * Math.sqrt(VARIANCE);
    const start = drawStart(random);
    members.push(
      yield* fitOutput({ ...data, targets }, start, MEMBER_STEPS, (step) => (done + step) / totalSteps),
    );
  }
  return { ...scale, evidence, doubtScale, output, members };
}

/** Mean with one rating of 3 beside the real ones; deviation with two of 1.36 stars. */
function scaleOf(ratings: readonly RatingExample[]): { mean: number; deviation: number } {
  const count = weightOf(ratings);
  const mean = ratings.reduce((sum, { stars, weight }) => sum + weight * stars, 3) / (count + 1);
  const squares = ratings.reduce((sum, { stars, weight }) => sum + weight * (stars - mean) ** 2, 3.7);
  return { mean, deviation: Math.sqrt(squares / (count + 2)) };
}

const weightOf = (examples: readonly { readonly weight: number }[]) =>
  examples.reduce((sum, { weight }) => sum + weight, 0);

/** Ratings first, each a group of one; then picks. */
function dataOf(
  ratings: readonly RatingExample[],
  picks: readonly PickExample[],
  { mean, deviation }: { mean: number; deviation: number },
) {
  const rows = [
    ...ratings.map(({ statistics, stars, weight }) => ({
      statistics,
      target: (stars - mean) / deviation,
      weight,
    })),
    ...picks.flatMap(({ rows, weight }) =>
      rows.map(({ statistics, share }) => ({ statistics, target: share, weight })),
    ),
  ];
  return {
    inputs: cosinesOfAll(rows.map(({ statistics }) => statistics)),
    targets: Float64Array.from(rows, ({ target }) => target),
    sampleWeights: Float64Array.from(rows, ({ weight }) => weight),
    groupSizes: [...ratings.map(() => 1), ...picks.map(({ rows }) => rows.length)],
  };
}

/** All rows in every step, pulled back to its own start as strongly as one rating pulls away. */
function* fitOutput(
  data: Data & { readonly groupSizes: readonly number[] },
  start: Sequential,
  steps: number,
  progressAt: (step: number) => number,
): Generator<number, Float32Array<ArrayBuffer>> {
  const count = data.groupSizes.length;
  const work: Generator<BatchReport, FitResult> = fit(start, data, {
    loss: { kind: 'groups', singles: 'squaredError' },
    optimizer: { kind: 'adam', learningRate: cosineDecay(0.15, steps), beta1: 0.9, beta2: 0.99 },
    epochs: steps,
    batchSize: count,
    seed: 0,
    isShuffled: false,
    l2: { strength: 2 / count, start },
  });
  for (let step = 0; ; step++) {
    const slice = work.next();
    if (slice.done) return Float32Array.from(slice.value.model.layers[0]!.kernel);
    yield progressAt(step);
  }
}

function drawStart(random: ReturnType<typeof createRandom>): Sequential {
  const start = zeros();
  const { kernel } = start.layers[0]!;
  for (let i = 0; i < kernel.length; i++) kernel[i] = random.normal() * Math.sqrt(VARIANCE);
  return start;
}

const zeros = (): Sequential => ({
  layers: [
    {
      inputCount: UNIT_COUNT,
      units: 1,
      kernel: new Float32Array(UNIT_COUNT),
      biases: null,
      activation: ['identity'],
      isTrainable: true,
    },
  ],
});

/** Nothing known: the starts themselves are the doubt. */
function blank(seed: Seed): Pick<Critic, 'output' | 'members'> {
  const random = createRandom(seed);
  return {
    output: new Float32Array(UNIT_COUNT),
    members: Array.from({ length: MEMBER_COUNT }, () =>
      Float32Array.from(drawStart(random).layers[0]!.kernel),
    ),
  };
}
