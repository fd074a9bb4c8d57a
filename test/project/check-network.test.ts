import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeReference } from '../../scripts/torch/describe-reference.ts';
import { hasShared, sharedPath } from '../shared.ts';

const base64 = (...values: number[]) => Buffer.from(Float32Array.from(values).buffer).toString('base64');
const f32 = (...values: number[]) => ({ f32: base64(...values) });

/** y = 2 a - b + 1/2 at (1, 1) and (0, 2), wanted 1 and 0: worked out by hand. */
const network = {
  format: 'torch-dense-ref/1',
  inputs: f32(1, 1, 0, 2),
  layers: [{ inputs: 2, units: 1, activation: 'identity', kernel: f32(2, -1), bias: f32(0.5) }],
  outputs: { f32_of_f64: base64(1.5, -1.5) },
  loss: { kind: 'mse = mean over all elements', target: f32(1, 0), valueF64: 1.25 },
  gradients: { layers: [{ kernel: base64(0.5, -2.5), bias: base64(-1) }] },
};

const trajectory = {
  format: 'torch-trajectory-ref/1',
  inputs: {
    values: [
      [1, 1],
      [0, 2],
    ],
  },
  layers: [{ inputs: 2, units: 1, activation: ['identity'], kernel: [2, -1], bias: [0.5] }],
  loss: 'mse: mean over 2 elements',
  target: [1, 0],
  gradientAtStart: [0.5, -2.5, -1],
  optimizers: {
    sgd: {
      hyper: { lr: 0.1 },
      lossBeforeStep: [1.25],
      lossAfterLastStep: (0.8 ** 2 + 0.9 ** 2) / 2,
      paramsAfterStep: [[1.95, -0.75, 0.6]],
    },
  },
};

/** Two classes by their logits: labels are class indices. */
const classes = {
  ...trajectory,
  layers: [{ inputs: 2, units: 2, activation: 'identity', kernel: [0, 0, 0, 0], bias: null }],
  loss: 'softmax cross-entropy: mean of -log softmax(logits)[label]',
  target: [0, 1],
  gradientAtStart: [-0.25, 0.25, 0.25, -0.25],
  optimizers: {},
};

const describeFile = (file: unknown) => describeReference('made.json', () => JSON.stringify(file));

describe('describeReference', () => {
  it('finds a network within tolerance and names its largest errors, in one line', () => {
    const { line, verdict } = describeFile(network);
    expect(verdict).toBe(0);
    expect(line).toMatch(
      /^made\.json: within tolerance; largest errors: outputs .*, loss 0\.0e\+0, gradients 0\.0e\+0$/,
    );
  });

  it.each([
    ['outputs', { outputs: { f32_of_f64: base64(1.5, -1.50001) } }],
    ['loss', { loss: { ...network.loss, valueF64: 1.2500001 } }],
    ['gradients', { gradients: { layers: [{ kernel: base64(0.5, -2.501), bias: base64(-1) }] } }],
    ['gradients', { gradients: { layers: [{ kernel: base64(0.5, -2.5), bias: base64(Number.NaN) }] } }],
  ])('finds wrong %s beyond tolerance', (what, change) => {
    const { line, verdict } = describeFile({ ...network, ...change });
    expect(verdict).toBe(1);
    expect(line).toMatch(new RegExp(`BEYOND TOLERANCE.*${what} [^,]*x what is allowed`));
  });

  it('follows an optimiser, and takes classes by their index', () => {
    expect(describeFile(trajectory)).toMatchObject({ verdict: 0 });
    expect(describeFile(classes)).toMatchObject({ verdict: 0 });
    const moved = { ...trajectory.optimizers.sgd, paramsAfterStep: [[1.95, -0.75, 0.6000000005]] };
    expect(describeFile({ ...trajectory, optimizers: { sgd: moved } })).toMatchObject({ verdict: 1 });
  });

  it.each([
    ['another format', { ...network, format: 'x/1' }, 'got x/1'],
    ['an activation of its own', withLayer({ activation: 'swish' }), 'No activation is called "swish"'],
    ['too few weights', withLayer({ kernel: f32(2) }), 'layers.0.kernel: expected 2 numbers, got 1'],
    ['one name too many', withLayer({ activation: ['tanh', 'tanh'] }), 'layers.0.activation: expected 1'],
    ['another loss', { ...trajectory, loss: 'hinge' }, 'got "hinge"'],
    ['a class that is not there', { ...classes, target: [0, 2] }, 'a class from 0 to 1, got 2'],
    ['no layers', { ...network, layers: [] }, 'layers: expected'],
    ['a field of the wrong kind', { ...network, outputs: 7 }, 'outputs: expected Object, got 7'],
    ['a list', [], 'cannot be read'],
  ])('says in one sentence that it cannot read a file with %s', (_, file, words) => {
    const { line, verdict } = describeFile(file);
    expect(verdict).toBe(2);
    expect(line).toContain(words);
    expect(line).not.toContain('\n');
  });

  it('says in one sentence that a file is not there, or is no JSON', () => {
    const missing = describeReference('gone.json', () => readFileSync('/nowhere/gone.json', 'utf8'));
    expect(missing).toMatchObject({ verdict: 2 });
    expect(describeReference('x', () => '{').line).toBe('x: cannot be read. It is not JSON.');
  });
});

function withLayer(change: object) {
  return { ...network, layers: [{ ...network.layers[0], ...change }] };
}

describe.skipIf(!hasShared)('describeReference, on the references (needs ../shared)', () => {
  const names = hasShared
    ? readdirSync(sharedPath('fixtures/torch')).filter((name) => name.endsWith('.json'))
    : [];
  it.each(names)('%s is within tolerance', (name) => {
    const read = () => readFileSync(sharedPath(`fixtures/torch/${name}`), 'utf8');
    expect(describeReference(name, read)).toMatchObject({ verdict: 0 });
  });
});
