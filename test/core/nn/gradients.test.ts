import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '#core/math/random.ts';
import { type ActivationName, activationNames, activations } from '#core/nn/activations.ts';
import { computeGradients, type LayerGradients } from '#core/nn/gradients.ts';
import { buildSequential } from '#core/nn/initializers.ts';
import type { Loss } from '#core/nn/losses.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import { createWorkspace } from '#core/nn/workspace.ts';

const plain = { sampleWeights: null, groupSizes: null };
const meanSquaredError: Loss = { kind: 'meanSquaredError' };

// Corners have no derivative, and squares of squares grow past what a difference can tell: those are tested by themselves.
const smooth = activationNames.filter((name) => !['relu', 'abs', 'step', 'clamp', 'square'].includes(name));

const losses: readonly Loss[] = [
  meanSquaredError,
  { kind: 'binaryCrossentropy', fromLogits: true },
  { kind: 'binaryCrossentropy', fromLogits: false },
  { kind: 'categoricalCrossentropy', fromLogits: true },
  { kind: 'categoricalCrossentropy', fromLogits: false },
  { kind: 'groups' },
];

const arbitraryTraining = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    widths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
    names: fc.array(fc.constantFrom(...smooth), { minLength: 5, maxLength: 5 }),
    loss: fc.constantFrom(...losses),
    hasBiases: fc.boolean(),
    isWeighted: fc.boolean(),
    isFirstFrozen: fc.boolean(),
  })
  .map(({ seed, widths, names, loss, hasBiases, isWeighted, isFirstFrozen }) => {
    const random = createRandom(seed);
    const needsProbabilities = 'fromLogits' in loss && !loss.fromLogits;
    const lastUnits = loss.kind === 'groups' ? 1 : 3;
    const sampleCount = 6;
    let fanIn = 2;
    const layers = [...widths, lastUnits].map((units, index): Dense => {
      const isLast = index === widths.length;
      const layer: Dense = {
        inputCount: fanIn,
        units,
        kernel: Float64Array.from({ length: units * fanIn }, () => random.normal() * 0.7),
        biases: hasBiases ? Float64Array.from({ length: units }, () => random.normal() * 0.3) : null,
        activation: isLast
          ? needsProbabilities
            ? loss.kind === 'categoricalCrossentropy'
              ? 'softmax'
              : new Array(units).fill('sigmoid')
            : new Array(units).fill('identity')
          : Array.from({ length: units }, (_, o) => names[o]!),
        isTrainable: !(isFirstFrozen && index === 0),
      };
      fanIn = units;
      return layer;
    });
    const shares = Array.from({ length: sampleCount * lastUnits }, () => random.uniform());
    const targets =
      loss.kind === 'categoricalCrossentropy'
        ? shares.map((_, i) => (i % lastUnits === Math.floor(i / lastUnits) % lastUnits ? 1 : 0))
        : loss.kind === 'groups'
          ? [1, 0, 0, 0.5, 0.5, 0]
          : shares;
    return {
      model: { layers },
      loss,
      batch: {
        inputs: Array.from({ length: sampleCount * 2 }, () => random.normal()),
        targets,
        sampleWeights: isWeighted ? Array.from({ length: sampleCount }, () => random.uniform() + 0.1) : null,
        groupSizes: loss.kind === 'groups' ? [2, 4] : null,
      },
    };
  });

/** The central difference of the loss along one weight. */
function slopeAlong(model: Sequential, weights: Float64Array, at: number, lossOf: () => number): number {
  const step = 1e-5;
  const before = weights[at]!;
  weights[at] = before + step;
  const above = lossOf();
  weights[at] = before - step;
  const below = lossOf();
  weights[at] = before;
  void model;
  return (above - below) / (2 * step);
}

describe('computeGradients', () => {
  it('agrees with central differences for every activation and loss', () => {
    fc.assert(
      fc.property(arbitraryTraining, ({ model, loss, batch }) => {
        const { gradients } = computeGradients(model, batch, loss);
        const lossOf = () => computeGradients(model, batch, loss).loss;
        gradients.forEach(({ kernel, biases }: LayerGradients, index) => {
          const layer = model.layers[index]!;
          for (const [gradient, weights] of [
            [kernel, layer.kernel],
            [biases, layer.biases],
          ] as const) {
            if (gradient === null || weights === null) continue;
            for (let i = 0; i < gradient.length; i++) {
              const slope = slopeAlong(model, weights as Float64Array, i, lossOf);
              // A difference of two losses keeps only what their size leaves of float64.
              const noise = 1e-8 * Math.abs(lossOf());
              expect(Math.abs(gradient[i]! - slope)).toBeLessThan(1e-6 + 1e-5 * Math.abs(slope) + noise);
            }
          }
        });
      }),
      { numRuns: 150 },
    );
  });

  it('knows the slopes of square and of the activations with corners', () => {
    const slope = (name: ActivationName, z: number) => {
      const layer: Dense = {
        inputCount: 1,
        units: 1,
        kernel: Float64Array.of(z),
        biases: null,
        activation: [name],
        isTrainable: true,
      };
      // d (y - t)² / dw at x = 1 is 2 (y - t) times the slope; t is chosen so that 2 (y - t) is 1.
      const target = activations[name](z) - 0.5;
      return computeGradients(
        { layers: [layer] },
        { inputs: [1], targets: [target], ...plain },
        meanSquaredError,
      ).gradients[0]!.kernel![0];
    };
    expect([slope('square', 1.5), slope('square', -2)]).toEqual([3, -4]);
    expect([slope('relu', 2), slope('relu', -2), slope('relu', 0)]).toEqual([1, 0, 0]);
    expect([slope('abs', 2), slope('abs', -2), slope('abs', 0)]).toEqual([1, -1, 0]);
    expect([slope('clamp', 0.5), slope('clamp', 2), slope('clamp', -1)]).toEqual([1, 0, 0]);
    expect(slope('step', 3)).toBe(0);
  });

  it('is the mean over samples, wherever its tiles end, and in a workspace that was used before', () => {
    const model = buildSequential(
      3,
      [
        { units: 5, activation: 'tanh' },
        { units: 3, activation: 'softmax' },
      ],
      2,
    );
    const random = createRandom(8);
    const counts = [150, 64, 7, 79];
    const inputs = Float64Array.from({ length: 150 * 3 }, () => random.normal());
    const targets = Float64Array.from({ length: 150 * 3 }, () => random.uniform());
    const workspace = createWorkspace();
    const [whole, ...parts] = counts.map((count, index) => {
      const from = 3 * counts.slice(1, index).reduce((sum, before) => sum + before, 0);
      const part = (values: Float64Array) => values.subarray(from, from + 3 * count);
      const batch = { inputs: part(inputs), targets: part(targets), ...plain };
      return { count, ...computeGradients(model, batch, meanSquaredError, workspace) };
    });
    const mean = (read: (result: NonNullable<typeof whole>) => number) =>
      parts.reduce((sum, part) => sum + (part.count / 150) * read(part), 0);
    expect(whole!.loss).toBeCloseTo(
      mean(({ loss }) => loss),
      12,
    );
    whole!.gradients.forEach(({ kernel, biases }, layer) => {
      kernel!.forEach((g, i) => {
        expect(g).toBeCloseTo(
          mean(({ gradients }) => gradients[layer]!.kernel![i]!),
          12,
        );
      });
      biases!.forEach((g, i) => {
        expect(g).toBeCloseTo(
          mean(({ gradients }) => gradients[layer]!.biases![i]!),
          12,
        );
      });
    });
  });

  it('gives frozen layers no gradient', () => {
    const model: Sequential = {
      layers: [
        {
          inputCount: 1,
          units: 1,
          kernel: Float32Array.of(1),
          biases: null,
          activation: ['tanh'],
          isTrainable: false,
        },
        {
          inputCount: 1,
          units: 1,
          kernel: Float32Array.of(1),
          biases: null,
          activation: ['identity'],
          isTrainable: true,
        },
      ],
    };
    const { gradients } = computeGradients(model, { inputs: [1], targets: [0], ...plain }, meanSquaredError);
    expect(gradients[0]).toEqual({ kernel: null, biases: null });
    expect(gradients[1]!.kernel![0]).toBeCloseTo(2 * Math.tanh(1) ** 2, 6);
  });

  it('stays finite for saturated and huge inputs', () => {
    for (const loss of losses) {
      for (const scale of [1e3, 1e30]) {
        const units = loss.kind === 'groups' ? 1 : 2;
        const isProbability = 'fromLogits' in loss && !loss.fromLogits;
        const model: Sequential = {
          layers: [
            {
              inputCount: 1,
              units,
              kernel: Float32Array.from({ length: units }, (_, i) => (i === 0 ? 1000 : -1000)),
              biases: new Float32Array(units),
              activation: !isProbability
                ? new Array(units).fill('identity')
                : loss.kind === 'categoricalCrossentropy'
                  ? 'softmax'
                  : new Array(units).fill('sigmoid'),
              isTrainable: true,
            },
          ],
        };
        const result = computeGradients(
          model,
          {
            inputs: [scale, -scale],
            targets: units === 1 ? [0, 1] : [0, 1, 1, 0],
            sampleWeights: null,
            groupSizes: loss.kind === 'groups' ? [2] : null,
          },
          loss,
        );
        const all = [
          result.loss,
          ...result.gradients.flatMap(({ kernel, biases }) => [...kernel!, ...biases!]),
        ];
        expect(all.every(Number.isFinite), `${JSON.stringify(loss)} ${scale}`).toBe(true);
      }
    }
  });
});
