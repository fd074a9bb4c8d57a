import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import { type Data, evaluate } from '#core/nn/evaluate.ts';
import { type BatchReport, type FitOptions, type FitResult, fit as fitModel } from '#core/nn/fit.ts';
import { computeGradients } from '#core/nn/gradients.ts';
import { buildSequential } from '#core/nn/initializers.ts';
import { cosineDecay, exponentialDecay } from '#core/nn/optimizers.ts';
import { predict } from '#core/nn/predict.ts';
import { measureScaling } from '#core/nn/scaling.ts';
import type { Sequential } from '#core/nn/sequential.ts';

function train(
  model: Sequential,
  data: Data,
  options: FitOptions,
): { reports: BatchReport[]; result: FitResult } {
  const work = fitModel(model, data, options);
  const reports: BatchReport[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { reports, result: step.value };
    reports.push(step.value);
  }
}

const adam = { kind: 'adam', learningRate: 0.01 } as const;
const meanSquaredError = { kind: 'meanSquaredError' } as const;

/** y = x1 - 2 x2 + 0.5 */
function line(count: number, seed = 1): Data {
  const random = createRandom(seed);
  const inputs = Float64Array.from({ length: count * 2 }, () => random.normal());
  const targets = Float64Array.from(
    { length: count },
    (_, i) => inputs[2 * i]! - 2 * inputs[2 * i + 1]! + 0.5,
  );
  return { inputs, targets };
}

describe('fit', () => {
  it('gives the same weights for the same seed, and leaves the model it was given alone', () => {
    const model = buildSequential(2, [{ units: 4, activation: 'tanh' }, { units: 1 }], 3);
    const before = JSON.stringify(model);
    const options = { loss: meanSquaredError, optimizer: adam, epochs: 3, batchSize: 8, seed: 5 };
    const [a, b] = [train(model, line(40), options), train(model, line(40), options)];
    expect(a.result.model).toEqual(b.result.model);
    expect(JSON.stringify(model)).toBe(before);
    expect(train(model, line(40), { ...options, seed: 6 }).result.model).not.toEqual(a.result.model);
  });

  it('keeps a share of rows apart and never trains on them', () => {
    const data = line(50);
    // A row that would ruin training wherever it is shown: only its validation loss may see it.
    const model = buildSequential(2, [{ units: 1 }], 3);
    const { reports } = train(model, data, {
      loss: meanSquaredError,
      optimizer: adam,
      epochs: 2,
      batchSize: 10,
      seed: 1,
      validationShare: 0.2,
    });
    expect(reports[0]!.batchCount).toBe(4);
    const ends = reports.filter(({ epochEnd }) => epochEnd !== null);
    expect(ends).toHaveLength(2);
    expect(ends[1]!.epochEnd!.validation!.loss).toBeLessThan(ends[0]!.epochEnd!.validation!.loss);
  });

  it('stops early with its best weights', () => {
    const model = buildSequential(2, [{ units: 1 }], 3);
    const { result, reports } = train(model, line(30), {
      loss: meanSquaredError,
      optimizer: { kind: 'sgd', learningRate: (step) => (step < 60 ? 0.05 : 0) },
      epochs: 500,
      batchSize: 30,
      seed: 1,
      patience: 3,
    });
    expect(result.ended).toBe('stopped-early');
    expect(reports.length).toBeLessThan(100);
  });

  it('stops a run that diverges, keeps the best weights and says so', () => {
    const model = buildSequential(2, [{ units: 1 }], 3);
    const { result } = train(model, line(30), {
      loss: meanSquaredError,
      optimizer: { kind: 'sgd', learningRate: 4 },
      epochs: 200,
      batchSize: 30,
      seed: 1,
    });
    expect(result.ended).toBe('diverged');
    const best = evaluate(result.model, line(30), meanSquaredError).loss;
    expect(Number.isFinite(best)).toBe(true);
  });

  it('trains only what is trainable, and pulls towards the start it is given', () => {
    const fresh = buildSequential(
      2,
      [
        { units: 6, activation: 'cos', isTrainable: false, initializer: { kind: 'normal', scale: 1 } },
        { units: 1, useBias: false },
      ],
      3,
    );
    const options = { loss: meanSquaredError, optimizer: adam, epochs: 30, batchSize: 20, seed: 5 };
    const free = train(fresh, line(20), options).result.model;
    const pulled = train(fresh, line(20), { ...options, l2: { strength: 100, start: fresh } }).result.model;
    expect(free.layers[0]!.kernel).toEqual(fresh.layers[0]!.kernel);
    const moved = (model: Sequential) =>
      [...model.layers[1]!.kernel].reduce((sum, w, i) => sum + Math.abs(w - fresh.layers[1]!.kernel[i]!), 0);
    expect(moved(free)).toBeGreaterThan(0.2);
    expect(moved(pulled)).toBeLessThan(moved(free) / 3);
  });

  it('learns an order from pairs, groups kept whole in their batches', () => {
    const random = createRandom(4);
    const inputs = Float64Array.from({ length: 80 * 2 }, () => random.normal());
    const score = (row: number) => inputs[2 * row]! - inputs[2 * row + 1]!;
    const targets = Float64Array.from({ length: 80 }, (_, row) => (score(row) > score(row ^ 1) ? 1 : 0));
    const model = buildSequential(2, [{ units: 1, useBias: false }], 3);
    const { result } = train(
      model,
      { inputs, targets, groupSizes: new Array(40).fill(2) },
      {
        loss: { kind: 'groups' },
        optimizer: { ...adam, learningRate: 0.1 },
        epochs: 30,
        batchSize: 7,
        seed: 1,
      },
    );
    const [a, b] = result.model.layers[0]!.kernel;
    expect(a!).toBeGreaterThan(0.5);
    expect(b!).toBeLessThan(-0.5);
  });

  it('lets another step move the weights, and shows it only what is trained', () => {
    const model = buildSequential(
      2,
      [
        { units: 6, activation: 'cos', isTrainable: false, initializer: { kind: 'normal', scale: 1 } },
        { units: 1 },
      ],
      3,
    );
    const data = line(8);
    const seen: number[][] = [];
    const { result } = train(model, data, {
      loss: meanSquaredError,
      optimizer: adam,
      epochs: 2,
      batchSize: 8,
      seed: 1,
      isShuffled: false,
      step: ({ layers }, { inputs }) => {
        seen.push(Array.from(inputs));
        layers[0]!.kernel[0] = 7;
        return { loss: 1, gradientNorms: [0] };
      },
    });
    const frozen = [...predict({ layers: model.layers.slice(0, 1) }, data.inputs)];
    expect(seen).toEqual([frozen, frozen]);
    expect(result.model.layers[1]!.kernel[0]).toBe(7);
  });

  it('trains behind a scaling, which travels with the model', () => {
    const data = line(60);
    const far = { ...data, inputs: data.inputs.map((x, i) => (i % 2 === 0 ? 1000 + 50 * x : x / 100)) };
    const scaled: Sequential = {
      ...buildSequential(2, [{ units: 1 }], 3),
      scaling: measureScaling(far.inputs, 2),
    };
    const options = {
      loss: meanSquaredError,
      optimizer: { ...adam, learningRate: 0.05 },
      epochs: 60,
      batchSize: 20,
      seed: 5,
    };
    const { model } = train(scaled, far, options).result;
    expect(model.scaling).toEqual(scaled.scaling);
    expect(evaluate(model, far, meanSquaredError).loss).toBeLessThan(0.05);
    const step = computeGradients(model, { ...far, sampleWeights: null, groupSizes: null }, meanSquaredError);
    expect(step.loss).toBeCloseTo(evaluate(model, far, meanSquaredError).loss, 12);
  });

  it('learns from single values and picks at once: a group of one by its squared error', () => {
    const model = buildSequential(1, [{ units: 1, useBias: false }], 3);
    const inputs = Float64Array.of(1, 2, -1);
    const { result } = train(
      model,
      { inputs, targets: Float64Array.of(0.5, 1, 0), groupSizes: [1, 2] },
      {
        loss: { kind: 'groups', singles: 'squaredError' },
        optimizer: { ...adam, learningRate: 0.05 },
        epochs: 200,
        batchSize: 2,
        seed: 1,
      },
    );
    // 2 (w - 1/2) = 3 / (1 + e^3w) at the minimum.
    const w = result.model.layers[0]!.kernel[0]!;
    expect(2 * (w - 0.5)).toBeCloseTo(3 / (1 + Math.exp(3 * w)), 3);
  });

  it('says both sides of what does not fit', () => {
    const model = buildSequential(2, [{ units: 1 }], 3);
    const options = { loss: meanSquaredError, optimizer: adam, epochs: 1, batchSize: 4, seed: 1 };
    const run =
      (data: Data, changes: Partial<FitOptions> = {}) =>
      () =>
        train(model, data, { ...options, ...changes });
    expect(run({ inputs: new Float64Array(5), targets: new Float64Array(2) })).toThrow(
      'a multiple of 2 inputs, got 5',
    );
    expect(run({ inputs: new Float64Array(4), targets: new Float64Array(3) })).toThrow(
      'expects 2 targets, got 3',
    );
    expect(run({ inputs: new Float64Array(0), targets: new Float64Array(0) })).toThrow('at least one sample');
    expect(run({ inputs: Float64Array.of(1, Number.NaN), targets: new Float64Array(1) })).toThrow(
      'finite inputs, got NaN at 1',
    );
    expect(run(line(4), { batchSize: 0 })).toThrow('batchSize is a positive whole number, got 0');
    expect(run(line(4), { patience: 0 })).toThrow('patience is a positive whole number, got 0');
    expect(run(line(4), { loss: { kind: 'groups' } })).toThrow('expects groupSizes, got none');
    expect(run({ ...line(4), groupSizes: [3] })).toThrow('Groups hold 3 rows, the data 4');
    expect(run(line(4), { optimizer: { kind: 'sgd', learningRate: Number.NaN } })).toThrow(
      'learningRate is positive, got NaN',
    );
    expect(run(line(4), { l2: { strength: 1, start: { layers: [] } } })).toThrow('takes 1 layers, got 0');
    // @ts-expect-error unknown names must be refused even where types are not checked
    expect(run(line(4), { loss: { kind: 'hinge' } })).toThrow('No loss is called "hinge"; there are mean');
    // @ts-expect-error unknown names must be refused even where types are not checked
    expect(run(line(4), { optimizer: { kind: 'lion', learningRate: 1 } })).toThrow(
      'No optimiser is called "lion"; there are sgd',
    );
    const broken = buildSequential(2, [{ units: 1 }], 3);
    broken.layers[0]!.kernel[1] = Number.POSITIVE_INFINITY;
    expect(() => train(broken, line(4), options)).toThrow('finite weights, got Infinity at 1');
    const loose = { layers: [...model.layers, ...model.layers] };
    expect(() => train(loose, line(4), options)).toThrow(
      'Layer 1 takes 2 values, the layer before it gives 1',
    );
    // @ts-expect-error an unknown name must be refused even where types are not checked
    expect(() => buildSequential(2, [{ units: 1, activation: 'swish' }], 1)).toThrow(
      'No activation is called "swish"',
    );
  });
});

describe('cosineDecay', () => {
  it('falls from its start to 0 and stays there', () => {
    const rate = cosineDecay(0.15, 100);
    expect([rate(0), rate(50), rate(100), rate(150)].map((value) => Number(value.toFixed(9)))).toEqual([
      0.15, 0.075, 0, 0,
    ]);
  });
});

describe('exponentialDecay', () => {
  it('is multiplied by its factor every so many steps', () => {
    const rate = exponentialDecay(0.1, 0.5, 10);
    expect([rate(0), rate(10), rate(20)].map((value) => Number(value.toFixed(9)))).toEqual([
      0.1, 0.05, 0.025,
    ]);
  });
});

describe('buildSequential', () => {
  it('takes weights as given, and says both sides when there are too few', () => {
    const kernel = [1, 2, 3, 4];
    const given = (values: readonly number[]) =>
      buildSequential(2, [{ units: 2, initializer: { kind: 'given', kernel: values, biases: [5, 6] } }], 1);
    expect([...predict(given(kernel), [1, 1])]).toEqual([8, 13]);
    expect(() => given([1, 2])).toThrow('takes 4 given weights, got 2');
  });

  it.each([
    ['glorotUniform', Math.sqrt(2 / 300)],
    ['glorotNormal', Math.sqrt(2 / 300)],
    ['heNormal', Math.sqrt(2 / 200)],
    ['lecunNormal', Math.sqrt(1 / 200)],
  ] as const)('%s draws with the deviation it is known for', (kind, deviation) => {
    const { kernel } = buildSequential(200, [{ units: 100, initializer: { kind } }], 1).layers[0]!;
    const squares = Array.from(kernel).reduce((sum, w) => sum + w * w, 0) / kernel.length;
    expect(Math.sqrt(squares)).toBeCloseTo(deviation, 3);
  });
});

describe('measureScaling', () => {
  it('gives every column mean 0 and deviation 1, and only moves one that never changes', () => {
    expect(measureScaling([1, 7, 3, 7], 2)).toEqual({ means: [2, 7], deviations: [1, 1] });
    expect(measureScaling([0, 10], 1)).toEqual({ means: [5], deviations: [5] });
    expect(() => measureScaling([1, 2, 3], 2)).toThrow('a multiple of 2 inputs, got 3');
  });
});
