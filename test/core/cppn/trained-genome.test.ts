import { describe, expect, test } from 'vitest';
import { classColor } from '#core/cppn/class-colors.ts';
import { examineTraining } from '#core/cppn/examine-training.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { buildPointSet } from '#core/cppn/point-sets.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import { trainedGenome } from '#core/cppn/trained-genome.ts';
import { defaultSettings, type TrainingSettings } from '#core/cppn/training-settings.ts';
import type { TrainingTarget } from '#core/cppn/training-target.ts';
import { wholeView } from '#core/cppn/view.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import type { RunState } from '#core/nn/run.ts';
import { discSettings, discTarget, moonSettings, moons } from './small-targets.ts';

function trainOn(target: TrainingTarget, settings: TrainingSettings): RunState {
  let state: RunState | null = null;
  do state = runToEnd(trainNetwork({ target, settings, state, length: 'portion' })).state;
  while (state.ended === 'not');
  return state;
}

function paintAt(
  target: TrainingTarget,
  settings: TrainingSettings,
  state: RunState,
  widthPx: number,
  heightPx: number,
) {
  const size = { widthPx, heightPx };
  const genome = trainedGenome(target, settings, state.weights);
  return paintRegion(genome, {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: false,
  });
}

describe('trainedGenome', () => {
  const disc = discTarget();

  test.each(['squared-error', 'cross-entropy'] as const)(
    'paints the copy the network made, by %s',
    (loss) => {
      const settings = { ...discSettings, loss };
      const state = trainOn(disc, settings);
      const { data } = paintAt(disc, settings, state, disc.widthPx, disc.heightPx);
      let squares = 0;
      for (let pixel = 0; pixel < data.length / 4; pixel++) {
        for (let channel = 0; channel < 3; channel++) {
          const away = (data[4 * pixel + channel]! - disc.rgb[3 * pixel + channel]!) / 255;
          squares += away * away;
        }
      }
      const painted = squares / disc.rgb.length;
      const examined = runToEnd(examineTraining(disc, settings, state.weights));
      // A painter without dither rounds down, half a level on average.
      expect(
        Math.abs(Math.sqrt(painted) - Math.sqrt((examined as { meanSquaredError: number }).meanSquaredError)),
      ).toBeLessThan(0.004);
      expect(painted).toBeLessThan(0.02);
    },
  );

  test('is a genome like any other, and its neurons keep their names from epoch to epoch', () => {
    const state = trainOn(disc, { ...discSettings, epochs: 2 });
    const genome = trainedGenome(disc, discSettings, state.weights);
    expect(parseGenome(genome)).toEqual({ genome, limitedWeightCount: 0 });
    expect(JSON.parse(JSON.stringify(genome))).toEqual(genome);
    const earlier = trainedGenome(disc, discSettings, state.milestones[0]!.weights);
    expect(earlier).not.toEqual(genome);
    expect(earlier.layers.map(({ neurons }) => neurons)).toEqual(genome.layers.map(({ neurons }) => neurons));
  });

  test('keeps weights within what genomes may have', () => {
    const state = trainOn(disc, { ...discSettings, epochs: 1 });
    state.weights[0] = 5000;
    state.weights[1] = -0;
    const genome = trainedGenome(disc, discSettings, state.weights);
    expect(parseGenome(genome)).toEqual({ genome, limitedWeightCount: 0 });
    expect(genome.layers[0]!.kernel.slice(0, 2)).toEqual([1000, 0]);
  });

  const cases = [
    ['two', moons, moonSettings],
    ['four', buildPointSet('quarters', 2), { ...defaultSettings('points', 1), epochs: 120 }],
  ] as const;
  test.each(cases)('paints the decisions between %s classes', (_, target, settings) => {
    const state = trainOn(target, settings);
    const genome = trainedGenome(target, settings, state.weights);
    expect(parseGenome(genome)).toEqual({ genome, limitedWeightCount: 0 });
    const side = 200;
    const { data } = paintAt(target, settings, state, side, side);
    const examined = runToEnd(examineTraining(target, settings, state.weights));
    if (examined.kind !== 'points') throw new Error('Expected points.');
    let agreeing = 0;
    target.classes.forEach((_own, point) => {
      const column = Math.min(side - 1, Math.floor(((target.places[2 * point]! + 1) / 2) * side));
      const row = Math.min(side - 1, Math.floor(((target.places[2 * point + 1]! + 1) / 2) * side));
      const painted = [0, 1, 2].map((channel) => data[4 * (row * side + column) + channel]! / 255);
      const distances = target.classNames.map((_name, own) =>
        classColor(own).reduce((sum, value, channel) => sum + Math.abs(value - painted[channel]!), 0),
      );
      if (distances.indexOf(Math.min(...distances)) === examined.guesses[point]) agreeing++;
    });
    expect(agreeing / target.classes.length).toBeGreaterThan(0.97);
  });
});

describe('examineTraining', () => {
  test('counts which class was taken for which', () => {
    const state = trainOn(moons, { ...moonSettings, epochs: 2 });
    const examined = runToEnd(examineTraining(moons, moonSettings, state.weights));
    if (examined.kind !== 'points') throw new Error('Expected points.');
    expect(examined.confusion.flat().reduce((a, b) => a + b)).toBe(200);
    expect(examined.confusion[0]![0]! + examined.confusion[0]![1]!).toBe(100);
    const taken = [...examined.guesses].filter((guess, point) => moons.classes[point] === 0 && guess === 1);
    expect(examined.confusion[0]![1]).toBe(taken.length);
  });

  test('shows light where a picture is wrong, and says where and how unevenly', () => {
    const disc = discTarget();
    const state = trainOn(disc, discSettings);
    const right = runToEnd(examineTraining(disc, discSettings, state.weights));
    // The same network, held against a picture that has a white corner.
    const rgb = disc.rgb.slice();
    for (let y = 0; y < 4; y++) rgb.fill(255, 3 * (y * disc.widthPx + 20), 3 * (y + 1) * disc.widthPx);
    const wrong = runToEnd(examineTraining({ ...disc, rgb }, discSettings, state.weights));
    if (right.kind !== 'picture' || wrong.kind !== 'picture') throw new Error('Expected pictures.');
    expect(wrong.worstNinth).toEqual([0, 2]);
    expect(wrong.worstTenthShare).toBeGreaterThan(0.8);
    expect(wrong.meanSquaredError).toBeGreaterThan(right.meanSquaredError);
    expect(wrong.light[disc.widthPx - 1]).toBeGreaterThan(200);
    expect(wrong.light[disc.widthPx * 8]).toBeLessThan(128);
    expect(wrong.whiteIs).toBeGreaterThan(0.4);
  });
});
