import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import { type Data, evaluate } from '#core/nn/evaluate.ts';
import { type BatchReport, type FitOptions, type FitResult, fit as fitModel } from '#core/nn/fit.ts';
import { buildSequential } from '#core/nn/initializers.ts';
import { cosineDecay } from '#core/nn/optimizers.ts';
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

/** Ten strokes on 28 x 28 pixels, each moved and blurred by chance: a small made set of digits. */
function digits(count: number, seed: number): Data {
  const shape = createRandom(1);
  const prototypes = Array.from({ length: 10 }, () =>
    Array.from({ length: 5 }, () => [4 + shape.uniform() * 20, 4 + shape.uniform() * 20] as const),
  );
  const random = createRandom(seed);
  const inputs = new Float32Array(count * 784);
  const targets = new Float32Array(count * 10);
  for (let row = 0; row < count; row++) {
    const label = row % 10;
    const [dx, dy] = [random.normal(), random.normal()];
    targets[row * 10 + label] = 1;
    for (const [x, y] of prototypes[label]!) {
      for (let py = 0; py < 28; py++) {
        for (let px = 0; px < 28; px++) {
          const distance = (px - x - dx) ** 2 + (py - y - dy) ** 2;
          if (distance < 9) inputs[row * 784 + py * 28 + px]! += 1 / (1 + distance);
        }
      }
    }
    for (let i = 0; i < 784; i++) inputs[row * 784 + i]! += 0.05 * random.normal();
  }
  return { inputs, targets };
}

describe('fit', () => {
  it('trains 784-32-10 with ReLU, softmax, cross-entropy and Adam for ten epochs in batches of 32', () => {
    const model = buildSequential(
      784,
      [
        { units: 32, activation: 'relu', initializer: { kind: 'heNormal' } },
        { units: 10, activation: 'softmax' },
      ],
      7,
    );
    const loss = { kind: 'categoricalCrossentropy', fromLogits: false } as const;
    const { reports, result } = train(model, digits(200, 2), {
      loss,
      optimizer: adam,
      epochs: 10,
      batchSize: 32,
      seed: 7,
    });
    const before = evaluate(model, digits(200, 3), loss);
    const after = evaluate(result.model, digits(200, 3), loss);
    expect(reports).toHaveLength(10 * Math.ceil(200 / 32));
    expect(before.accuracy).toBeLessThan(0.4);
    expect(after.accuracy).toBeGreaterThan(0.95);
    expect(after.loss).toBeLessThan(0.3);
  }, 30_000);

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
