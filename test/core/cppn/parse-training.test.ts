import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { parseTrainingRun, type TrainingRun } from '#core/cppn/parse-training.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { withField } from '../formats/small-artwork.ts';
import { discSettings, discTarget, moonSettings, moons } from './small-targets.ts';

const disc = discTarget();
const begun: TrainingRun = {
  schema: 1,
  target: disc,
  settings: discSettings,
  state: runToEnd(trainNetwork({ target: disc, settings: discSettings, state: null, length: 'portion' }))
    .state,
};
const fresh: TrainingRun = { schema: 1, target: moons, settings: moonSettings, state: null };

function refusal(value: unknown): ForeignDataError {
  try {
    parseTrainingRun(value);
  } catch (error) {
    if (error instanceof ForeignDataError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('parseTrainingRun', () => {
  test('gives back what was stored, begun or not', () => {
    expect(begun.state!.epoch).toBeGreaterThan(0);
    for (const run of [begun, fresh]) expect(parseTrainingRun(structuredClone(run))).toEqual(run);
  });

  test('takes a run of before rates could sink as one of a steady rate', () => {
    const { easing, ...older } = discSettings.advanced;
    expect(easing).toBeGreaterThan(0);
    const parsed = parseTrainingRun({ ...begun, settings: { ...discSettings, advanced: older } });
    expect(parsed.settings.advanced).toEqual({ ...older, easing: 0 });
  });

  test('refuses what no run of ours holds, naming it', () => {
    const wrong: [string, unknown][] = [
      ['settings.hidden[0].units', 65],
      ['settings.hidden[0].activation', 'constructor'],
      ['settings.optimizer', '__proto__'],
      ['settings.learningRate', 0],
      ['settings.batchSize', 4096],
      ['settings.epochs', 1e9],
      ['settings.advanced.beta2', 1],
      ['target.kind', 'film'],
      ['target.rgb', [1, 2, 3]],
      ['target.rgb', new Uint8Array(3)],
      ['target.widthPx', 1e6],
      ['state.epoch', -1],
      ['state.weights', new Float32Array(2)],
      ['state.weights', new Float32Array(begun.state!.weights.length).fill(Number.NaN)],
      ['state.memory.first', new Float64Array(1)],
      ['state.history', new Float32Array(3)],
      ['state.milestones[0].weights', new Float32Array(3)],
      ['state.best.weights', new Float32Array(3)],
      ['state.ended', 'soon'],
    ];
    for (const [where, value] of wrong) expect(refusal(withField(begun, where, value)).where).toBe(where);
    expect(refusal(withField(fresh, 'target.classes', new Uint8Array(200).fill(2))).where).toBe(
      'target.classes',
    );
    expect(refusal(withField(fresh, 'target.places', new Float32Array(400).fill(2))).where).toBe(
      'target.places',
    );
    expect(refusal(withField(begun, 'target.widthPx', 512)).where).toBe('target.rgb');
    expect(refusal(withField(withField(begun, 'target.widthPx', 512), 'target.heightPx', 512)).code).toBe(
      'too-large',
    );
  });

  test('refuses a run of a newer version, and what is no run', () => {
    expect(refusal({ ...begun, schema: 2 }).code).toBe('newer-version');
    for (const value of [null, 3, [], {}, new Map()])
      expect(() => parseTrainingRun(value)).toThrow(ForeignDataError);
  });
});
