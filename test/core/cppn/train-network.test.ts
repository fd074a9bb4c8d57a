import { describe, expect, test } from 'vitest';
import { buildPointSet, pointSetNames } from '#core/cppn/point-sets.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import {
  defaultSettings,
  lossNames,
  optimizerNames,
  type TrainingSettings,
  weightCountOf,
} from '#core/cppn/training-settings.ts';
import type { TrainingTarget } from '#core/cppn/training-target.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { epochEnd, type RunState } from '#core/nn/run.ts';
import { discSettings, discTarget, moonSettings, moons } from './small-targets.ts';

const disc = discTarget();

function trainOn(target: TrainingTarget, settings: TrainingSettings, state: RunState | null = null) {
  let at = state;
  do at = runToEnd(trainNetwork({ target, settings, state: at, length: 'portion' })).state;
  while (at.ended === 'not');
  return at;
}

function takeSteps(
  target: TrainingTarget,
  settings: TrainingSettings,
  count: number,
  state: RunState | null,
) {
  let at = state;
  for (let step = 0; step < count; step++) {
    at = runToEnd(trainNetwork({ target, settings, state: at, length: 'step' })).state;
  }
  return at!;
}

describe('trainNetwork', () => {
  test('copies a picture ever better, also where it never looked', () => {
    const { history, epoch, ended, milestones, best } = trainOn(disc, discSettings);
    expect({ epoch, ended }).toEqual({ epoch: 40, ended: 'done' });
    const first = epochEnd({ history }, 1);
    const last = epochEnd({ history }, 40);
    expect(last.loss).toBeLessThan(first.loss / 10);
    expect(last.unseenLoss).toBeLessThan(first.unseenLoss / 3);
    expect(milestones.map((milestone) => milestone.epoch)).toEqual([1, 2, 4, 8, 16, 32]);
    expect(best!.loss).toBeLessThanOrEqual(last.unseenLoss);
  });

  test('takes ever smaller steps towards the end of a copy, and none of its last epochs is a jump', () => {
    const from = takeSteps(disc, discSettings, 11 * 38, null);
    const moveAt = (state: RunState, easing: number) => {
      const settings = { ...discSettings, advanced: { ...discSettings.advanced, easing } };
      const portion = { target: disc, settings, state: structuredClone(state), length: 'step' } as const;
      return runToEnd(trainNetwork(portion)).step!.meanMove;
    };
    expect(moveAt(from, 0.6)).toBeCloseTo(0.02 * moveAt(from, 0), 5);
    const ended = trainOn(disc, discSettings, from);
    const losses = [38, 39, 40].map((epoch) => epochEnd(ended, epoch).unseenLoss);
    expect(Math.max(...losses)).toBeLessThan(1.1 * Math.min(...losses));
  });

  test('stored after any step and taken up again, it ends with the same weights', () => {
    const whole = trainOn(disc, { ...discSettings, epochs: 3 });
    const stored = takeSteps(disc, { ...discSettings, epochs: 3 }, 14, null);
    expect(stored).toMatchObject({ epoch: 1, batch: 3 }); // 327 trained pixels, 11 batches an epoch
    const resumed = trainOn(disc, { ...discSettings, epochs: 3 }, structuredClone(stored));
    expect(resumed).toEqual(whole);
  });

  test('tells what its last step did', () => {
    const { step, state } = runToEnd(
      trainNetwork({ target: disc, settings: discSettings, state: null, length: 'step' }),
    );
    expect(step!.rowCount).toBe(32);
    expect(step!.loss).toBeCloseTo(state.lossSum / 32, 12);
    expect(step!.gradientNorms).toHaveLength(3);
    expect(Math.min(...step!.gradientNorms)).toBeGreaterThan(0);
    expect(step!.meanMove).toBeGreaterThan(0.001);
    expect(step!.meanMove).toBeLessThanOrEqual(0.0201); // Adam's first step is the rate itself
  });

  test.each(pointSetNames)('tells the classes of %s apart', (name) => {
    const target = buildPointSet(name, 1);
    const settings = { ...defaultSettings('points', 2), epochs: name === 'spirals' ? 160 : 30 };
    const { history, epoch } = trainOn(target, settings);
    const { accuracy, unseenAccuracy } = epochEnd({ history }, epoch);
    expect(accuracy).toBeGreaterThan(0.9);
    expect(unseenAccuracy).toBeGreaterThan(0.85);
  });

  test('does not take few points for a run that runs away, nor the last digits of a good one', () => {
    const few: TrainingTarget = {
      kind: 'points',
      title: 'Few',
      classNames: ['fig', 'saffron'],
      axes: null,
      places: Float32Array.of(-0.2, 0, -0.4, 0, -0.6, 0, -0.8, 0, 0.2, 0, 0.4, 0, 0.6, 0, 0.8, 0),
      classes: Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1),
    };
    // (regression) seeds 6, 8, 13 and 20 times 7919 ended after the first epoch.
    for (const seed of [6, 8, 13, 20].map((n) => n * 7919))
      expect(trainOn(few, defaultSettings('points', seed)).ended).toBe('done');
  });

  test.each(optimizerNames)('learns by %s', (optimizer) => {
    const learningRate = {
      adam: 0.02,
      adamw: 0.02,
      rmsprop: 0.005,
      sgd: 0.2,
      momentum: 0.05,
      nesterov: 0.05,
    };
    const settings = { ...moonSettings, optimizer, learningRate: learningRate[optimizer], epochs: 25 };
    const { history, epoch } = trainOn(moons, settings);
    expect(epochEnd({ history }, epoch).loss).toBeLessThan(0.3 * epochEnd({ history }, 1).loss);
  });

  test.each(lossNames)('learns both goals by %s', (loss) => {
    const points = trainOn(moons, { ...moonSettings, loss, epochs: 40 });
    expect(epochEnd(points, points.epoch).accuracy).toBeGreaterThan(0.95);
    const picture = trainOn(disc, { ...discSettings, loss, epochs: 20 });
    expect(epochEnd(picture, 20).loss).toBeLessThan(epochEnd(picture, 1).loss);
  });

  test('a run that was going well and runs away stops, with the best weights it had', () => {
    const good = trainOn(disc, { ...discSettings, learningRate: 0.005, epochs: 30 });
    const wild = trainOn(disc, { ...discSettings, learningRate: 1, epochs: 60 }, { ...good, ended: 'not' });
    expect(wild.ended).toBe('diverged');
    expect(wild.epoch).toBeLessThanOrEqual(36);
    expect(wild.best!.loss).toBeLessThan(wild.firstLoss! / 5);
    expect(wild.weights).toEqual(wild.best!.weights);
  });

  test('a run that only gets worse than it began stops too', () => {
    const hidden = [
      { units: 12, activation: 'relu' },
      { units: 12, activation: 'relu' },
    ] as const;
    const wild = trainOn(moons, { ...moonSettings, hidden, learningRate: 1 });
    expect(wild).toMatchObject({ ended: 'diverged', epoch: 1, best: null });
    expect(wild.weights.every(Number.isFinite)).toBe(true);
  });

  test('does nothing more once the run has ended', () => {
    const ended = trainOn(disc, { ...discSettings, epochs: 1 });
    const { state, step } = runToEnd(
      trainNetwork({
        target: disc,
        settings: { ...discSettings, epochs: 1 },
        state: ended,
        length: 'portion',
      }),
    );
    expect(state).toBe(ended);
    expect(step).toBeNull();
  });
});

describe('weightCountOf', () => {
  test('counts kernels and biases: 2,339 for 3-32-32-32-3', () => {
    expect(weightCountOf(disc, defaultSettings('picture', 0))).toBe(2339);
    expect(weightCountOf(moons, { hidden: [{ units: 4, activation: 'tanh' }] })).toBe(2 * 4 + 4 + 4 * 2 + 2);
  });
});
