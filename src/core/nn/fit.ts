// Training, a batch at a time. `fit` decides what is shown to the network and when to stop; a `TrainingStep` moves the weights.
import { createRandom, type Seed } from '#core/math/random.ts';
import { type Data, evaluate, type Metrics } from './evaluate.ts';
import { type Batch, computeGradients, type LayerGradients } from './gradients.ts';
import { copyModel } from './initializers.ts';
import type { Loss } from './losses.ts';
import { createOptimizer, gradientNorm, type OptimizerOptions } from './optimizers.ts';
import { predict } from './predict.ts';
import type { Sequential } from './sequential.ts';
import { createWorkspace } from './workspace.ts';

/** Moves the model's weights in place by one batch. */
export type TrainingStep = (
  model: Sequential,
  batch: Batch,
) => { loss: number; gradientNorms: readonly number[] };

export interface FitOptions {
  readonly loss: Loss;
  readonly optimizer: OptimizerOptions;
  readonly epochs: number;
  /** Rows a batch; for the loss 'groups', groups a batch. */
  readonly batchSize: number;
  readonly seed: Seed;
  readonly isShuffled?: boolean;
  /** Share of rows kept apart and never trained on, [0, 1), drawn by the seed. */
  readonly validationShare?: number;
  /** Stops after this many epochs without a better loss (validation's, when there is one). */
  readonly patience?: number;
  /** Adds (strength / 2) |w - start|² to the loss; `start` absent: towards 0. */
  readonly l2?: { readonly strength: number; readonly start?: Sequential };
  readonly step?: TrainingStep;
}

/** After each batch. */
export interface BatchReport {
  readonly epoch: number;
  readonly batch: number;
  readonly batchCount: number;
  readonly loss: number;
  /** Length of the gradient per layer; 0 for frozen ones. */
  readonly gradientNorms: readonly number[];
  /** At an epoch's last batch: mean loss of its batches, and of the rows kept apart. */
  readonly epochEnd: { readonly loss: number; readonly validation: Metrics | null } | null;
  /** As it stands now: shared with the training, so copy what must stay. */
  readonly model: Sequential;
}

export interface FitResult {
  /** The last weights, or the best of the run when it stopped early or diverged. */
  readonly model: Sequential;
  readonly ended: 'done' | 'stopped-early' | 'diverged';
  readonly epochs: number;
}

/**
 * Trains a copy of `model`, yielding once a batch; whoever drives it may stop at any yield. The same seed, model and data give the same weights.
 * A run whose loss is not finite, or ten times that of five epochs before, stops as 'diverged' with its best weights.
 * Frozen layers at the bottom are computed once for all epochs.
 * Throws RangeError for empty data, shapes that do not fit, non-finite values, or options out of range.
 */
export function* fit(model: Sequential, data: Data, options: FitOptions): Generator<BatchReport, FitResult> {
  const { epochs, batchSize, seed, isShuffled = true, validationShare = 0, patience } = options;
  checkOptions(model, data, options);
  const { frozen, trained } = splitFrozen(copyModel(model));
  const rows = toRows(frozen === null ? data : { ...data, inputs: predict(frozen, data.inputs) }, trained);
  const random = createRandom(seed);
  const order = validationShare > 0 ? random.shuffle(rows.indices) : rows.indices;
  const keptApart = Math.floor(order.length * validationShare);
  const validation = keptApart > 0 ? rows.take(order.slice(0, keptApart)) : null;
  const training = order.slice(keptApart);
  const step = options.step ?? createTrainingStep(options, frozen?.layers.length ?? 0);
  const whole = { layers: [...(frozen?.layers ?? []), ...trained.layers] };
  const batchCount = Math.ceil(training.length / batchSize);

  let best = { loss: Number.POSITIVE_INFINITY, epoch: -1, model: copyModel(whole) };
  const losses: number[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const shown = isShuffled ? random.shuffle(training) : training;
    let total = 0;
    for (let batch = 0; batch < batchCount; batch++) {
      const chosen = shown.slice(batch * batchSize, (batch + 1) * batchSize);
      const { loss, gradientNorms } = step(trained, rows.take(chosen));
      total += loss * chosen.length;
      if (!Number.isFinite(loss)) return { model: best.model, ended: 'diverged', epochs: epoch };
      const isLast = batch === batchCount - 1;
      const epochLoss = total / training.length;
      const report: BatchReport = {
        epoch,
        batch,
        batchCount,
        loss,
        gradientNorms: [...new Array<number>(frozen?.layers.length ?? 0).fill(0), ...gradientNorms],
        epochEnd: isLast
          ? {
              loss: epochLoss,
              validation: validation === null ? null : evaluate(trained, toData(validation), options.loss),
            }
          : null,
        model: whole,
      };
      if (report.epochEnd !== null) {
        const judged = report.epochEnd.validation?.loss ?? epochLoss;
        losses.push(epochLoss);
        if (!Number.isFinite(judged) || epochLoss > 10 * (losses[epoch - 5] ?? Number.POSITIVE_INFINITY)) {
          return { model: best.model, ended: 'diverged', epochs: epoch + 1 };
        }
        if (judged < best.loss) best = { loss: judged, epoch, model: copyModel(whole) };
      }
      yield report;
    }
    if (patience !== undefined && epoch - best.epoch >= patience) {
      return { model: best.model, ended: 'stopped-early', epochs: epoch + 1 };
    }
  }
  return { model: whole, ended: 'done', epochs };
}

/** Backpropagation and the optimiser: the step `fit` uses unless it is given another. */
function createTrainingStep({ loss, optimizer, l2 }: FitOptions, frozenCount: number): TrainingStep {
  const { apply } = createOptimizer(optimizer);
  const workspace = createWorkspace();
  return (model, batch) => {
    const result = computeGradients(model, batch, loss, workspace);
    const penalty = l2 === undefined ? 0 : addL2(result.gradients, model, l2, frozenCount);
    apply(model, result.gradients);
    return {
      loss: result.loss + penalty,
      gradientNorms: result.gradients.map((layer) => gradientNorm([layer])),
    };
  };
}

/** Adds strength (w - start) to every gradient; gives the penalty. */
function addL2(
  gradients: readonly LayerGradients[],
  { layers }: Sequential,
  { strength, start }: NonNullable<FitOptions['l2']>,
  frozenCount: number,
): number {
  let squares = 0;
  gradients.forEach(({ kernel, biases }, index) => {
    const layer = layers[index]!;
    const from = start?.layers[frozenCount + index];
    for (const [gradient, weights, origin] of [
      [kernel, layer.kernel, from?.kernel],
      [biases, layer.biases, from?.biases],
    ] as const) {
      if (gradient === null || weights === null) continue;
      for (let i = 0; i < gradient.length; i++) {
        const away = weights[i]! - (origin?.[i] ?? 0);
        gradient[i]! += strength * away;
        squares += away * away;
      }
    }
  });
  return (strength / 2) * squares;
}

function splitFrozen({ layers }: Sequential): { frozen: Sequential | null; trained: Sequential } {
  const count = layers.findIndex(({ isTrainable }) => isTrainable);
  return count === 0
    ? { frozen: null, trained: { layers } }
    : { frozen: { layers: layers.slice(0, count) }, trained: { layers: layers.slice(count) } };
}

/** What can be shuffled: single rows, or groups of rows that stay together. */
function toRows(data: Data, model: Sequential) {
  const inputCount = model.layers[0]!.inputCount;
  const units = model.layers.at(-1)!.units;
  const sizes = data.groupSizes ?? new Array<number>(data.inputs.length / inputCount).fill(1);
  const starts: number[] = [];
  let next = 0;
  for (const size of sizes) {
    starts.push(next);
    next += size;
  }
  const take = (items: readonly number[]): Batch => {
    const count = items.reduce((sum, item) => sum + sizes[item]!, 0);
    const inputs = new Float64Array(count * inputCount);
    const targets = new Float64Array(count * units);
    const weights = data.sampleWeights === undefined ? null : new Float64Array(count);
    let row = 0;
    for (const item of items) {
      const from = starts[item]!;
      const size = sizes[item]!;
      inputs.set(data.inputs.subarray(from * inputCount, (from + size) * inputCount), row * inputCount);
      targets.set(data.targets.subarray(from * units, (from + size) * units), row * units);
      weights?.set(data.sampleWeights!.subarray(from, from + size), row);
      row += size;
    }
    return {
      inputs,
      targets,
      sampleWeights: weights,
      groupSizes: data.groupSizes === undefined ? null : items.map((item) => sizes[item]!),
    };
  };
  return { indices: sizes.map((_, i) => i), take };
}

const toData = ({ inputs, targets, sampleWeights, groupSizes }: Batch): Data => ({
  inputs: inputs as Float64Array,
  targets: targets as Float64Array,
  ...(sampleWeights === null ? {} : { sampleWeights: sampleWeights as Float64Array }),
  ...(groupSizes === null ? {} : { groupSizes }),
});

function checkOptions(
  model: Sequential,
  { inputs, targets, sampleWeights, groupSizes }: Data,
  options: FitOptions,
): void {
  const first = model.layers[0];
  if (first === undefined) throw new RangeError('fit needs at least one layer, got none.');
  if (!model.layers.some(({ isTrainable }) => isTrainable))
    throw new RangeError('fit needs a trainable layer, all are frozen.');
  const sampleCount = inputs.length / first.inputCount;
  const units = model.layers.at(-1)!.units;
  if (sampleCount === 0) throw new RangeError('fit needs at least one sample, got none.');
  if (!Number.isInteger(sampleCount))
    throw new RangeError(`fit expects a multiple of ${first.inputCount} inputs, got ${inputs.length}.`);
  if (targets.length !== sampleCount * units)
    throw new RangeError(`fit expects ${sampleCount * units} targets, got ${targets.length}.`);
  if (sampleWeights !== undefined && sampleWeights.length !== sampleCount) {
    throw new RangeError(`fit expects ${sampleCount} sample weights, got ${sampleWeights.length}.`);
  }
  const grouped = groupSizes?.reduce((sum, size) => sum + size, 0) ?? sampleCount;
  if (grouped !== sampleCount) throw new RangeError(`Groups hold ${grouped} rows, the data ${sampleCount}.`);
  for (const [name, values] of [
    ['inputs', inputs],
    ['targets', targets],
    ['sampleWeights', sampleWeights ?? []],
  ] as const) {
    const at = values.findIndex((value) => !Number.isFinite(value));
    if (at !== -1) throw new RangeError(`fit expects finite ${name}, got ${values[at]} at ${at}.`);
  }
  const { epochs, batchSize, validationShare = 0 } = options;
  if (!Number.isSafeInteger(epochs) || epochs < 1)
    throw new RangeError(`epochs is a positive whole number, got ${epochs}.`);
  if (!Number.isSafeInteger(batchSize) || batchSize < 1)
    throw new RangeError(`batchSize is a positive whole number, got ${batchSize}.`);
  if (!(validationShare >= 0 && validationShare < 1))
    throw new RangeError(`validationShare lies in [0, 1), got ${validationShare}.`);
}
