// What the train bench measures inside a browser: `measure` is called from outside.
import { createRandom } from '#core/math/random.ts';
import { buildSequential } from '#core/nn/initializers.ts';
import { createTrainingStep } from '#core/nn/training-step.ts';
import { trainCritic } from '#core/taste/train-critic.ts';
import { openGradients } from '#platform/training/open-gradients.ts';
import { createTensorFlowSteps } from '../peers/tfjs-steps.js';

export interface TrainMeasures {
  /** Losses before each of the first steps, of both from the same weights. */
  readonly losses: { readonly ours: readonly number[]; readonly theirs: readonly number[] };
  /** Milliseconds of one step, a round each, interleaved. */
  readonly steps: readonly { readonly ours: number; readonly theirs: number }[];
  /** Milliseconds of learning a taste from 200 ratings. */
  readonly critics: readonly number[];
}

const SIDE = 64;
const FIRST_STEPS = 20;
const ROUNDS = 15;
const STEPS_PER_ROUND = 5;
const CRITICS = 7;
const adam = { learningRate: 0.002, epsilon: 1e-7 };

async function measure(): Promise<TrainMeasures> {
  const steps = await createSteps();
  const losses = { ours: [] as number[], theirs: [] as number[] };
  for (let step = 0; step < FIRST_STEPS; step++) {
    losses.ours.push(steps.ours());
    losses.theirs.push(steps.theirs());
  }
  const rounds: TrainMeasures['steps'][number][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push({
      ours: timeOf(steps.ours, STEPS_PER_ROUND),
      theirs: timeOf(steps.theirs, STEPS_PER_ROUND),
    });
    await new Promise((resolve) => setTimeout(resolve));
  }
  return { losses, steps: rounds, critics: Array.from({ length: CRITICS }, timeCritic) };
}

/** 4-32-32-32-32-3, tanh, 4,096 places of a picture at once. */
async function createSteps(): Promise<{ ours: () => number; theirs: () => number }> {
  const hidden = { units: 32, activation: 'tanh', initializer: { kind: 'glorotNormal' } } as const;
  const model = buildSequential(4, [hidden, hidden, hidden, hidden, { ...hidden, units: 3 }], 11);
  const sampleCount = SIDE * SIDE;
  const inputs = new Float32Array(sampleCount * 4);
  const targets = new Float32Array(sampleCount * 3);
  for (let sample = 0; sample < sampleCount; sample++) {
    const x = (2 * (sample % SIDE)) / (SIDE - 1) - 1;
    const y = (2 * Math.floor(sample / SIDE)) / (SIDE - 1) - 1;
    inputs.set([x, y, Math.hypot(x, y), 1], sample * 4);
    targets.set([Math.sin(3 * x) * 0.8, Math.cos(4 * y * x) * 0.7, Math.tanh(2 * y - x)], sample * 3);
  }
  const layers = model.layers.map(({ inputCount, units, kernel, biases }) => ({
    inputCount,
    units,
    kernel: Float32Array.from(kernel),
    biases: Float32Array.from(biases!),
  }));
  const theirs = await createTensorFlowSteps({ layers, inputs, targets, sampleCount, ...adam });
  const step = createTrainingStep(
    { loss: { kind: 'meanSquaredError' }, optimizer: { kind: 'adam', ...adam } },
    0,
    openGradients(),
  );
  const batch = { inputs, targets, sampleWeights: null, groupSizes: null };
  return { ours: () => step(model, batch).loss, theirs };
}

function timeOf(step: () => number, count: number): number {
  const start = performance.now();
  for (let i = 0; i < count; i++) step();
  return (performance.now() - start) / count;
}

function timeCritic(): number {
  const random = createRandom(5);
  const ratings = Array.from({ length: 200 }, () => ({
    statistics: Float32Array.from({ length: 70 }, () => Math.max(-3, Math.min(3, random.normal()))),
    stars: 1 + random.below(5),
    weight: 1,
  }));
  const start = performance.now();
  const work = trainCritic({ examples: { ratings, picks: [] }, seed: 1 });
  while (!work.next().done);
  return performance.now() - start;
}

declare global {
  interface Window {
    measure: typeof measure;
  }
}
window.measure = measure;
