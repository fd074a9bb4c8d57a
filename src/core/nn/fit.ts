// Training, a batch at a time. `fit` decides what is shown to the network and when to stop; a `TrainingStep` moves the weights.
import { createRandom, type Seed } from '#core/math/random.ts';
import { checkTraining } from './check-training.ts';
import { type Data, evaluate, type Metrics } from './evaluate.ts';
import type { Batch } from './gradients.ts';
import { copyModel } from './initializers.ts';
import { predict } from './predict.ts';
import { scaledInputs } from './scaling.ts';
import type { Sequential } from './sequential.ts';
import { splitFrozen, toData, toRows } from './training-rows.ts';
import { createTrainingStep, type StepOptions, type TrainingStep } from './training-step.ts';

export interface FitOptions extends StepOptions {
  readonly epochs: number;
  /** Rows a batch; for the loss 'groups', groups a batch. */
  readonly batchSize: number;
  readonly seed: Seed;
  readonly isShuffled?: boolean;
  /** Share of rows kept apart and never trained on, [0, 1), drawn by the seed. */
  readonly validationShare?: number;
  /** Stops after this many epochs without a better loss (validation's, when there is one). */
  readonly patience?: number;
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
 * Inputs are scaled, and frozen layers at the bottom computed, once for all epochs.
 * Throws RangeError for empty data, shapes that do not fit, non-finite values, unknown names, or options out of range.
 */
export function* fit(model: Sequential, data: Data, options: FitOptions): Generator<BatchReport, FitResult> {
  const { epochs, batchSize, seed, isShuffled = true, validationShare = 0, patience } = options;
  checkTraining(model, data, options);
  const { frozen, trained } = splitFrozen(copyModel(model));
  const inputs = frozen === null ? scaledInputs(model, data.inputs) : predict(frozen, data.inputs);
  const rows = toRows(inputs === data.inputs ? data : { ...data, inputs: new Float64Array(inputs) }, trained);
  const random = createRandom(seed);
  const order = validationShare > 0 ? random.shuffle(rows.indices) : rows.indices;
  const keptApart = Math.floor(order.length * validationShare);
  const validation = keptApart > 0 ? rows.take(order.slice(0, keptApart)) : null;
  const training = order.slice(keptApart);
  const step = options.step ?? createTrainingStep(options, frozen?.layers.length ?? 0);
  const whole: Sequential = { ...model, layers: [...(frozen?.layers ?? []), ...trained.layers] };
  const batchCount = Math.ceil(training.length / batchSize);

  let best = { loss: Number.POSITIVE_INFINITY, epoch: -1, model: copyModel(whole) };
  const losses: number[] = [];
  // Unshuffled batches are the same in every epoch.
  const kept: Batch[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const shown = isShuffled ? random.shuffle(training) : training;
    let total = 0;
    for (let batch = 0; batch < batchCount; batch++) {
      const chosen = shown.slice(batch * batchSize, (batch + 1) * batchSize);
      const taken = kept[batch] ?? rows.take(chosen);
      if (!isShuffled) kept[batch] = taken;
      const { loss, gradientNorms } = step(trained, taken);
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
