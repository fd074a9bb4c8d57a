// Training in portions: as much as fits between two looks at it.
import type { ComputeGradients } from '#core/nn/gradients.ts';
import {
  beginRun,
  continueRun,
  flattenWeights,
  type RunSlice,
  type RunState,
  type StepReport,
  splitRows,
} from '#core/nn/run.ts';
import { buildTrainingNetwork, runOptions, type TrainingSettings, unseenShare } from './training-settings.ts';
import { rowCountOf, type TrainingTarget, trainingData } from './training-target.ts';

export interface TrainingPortion {
  readonly target: TrainingTarget;
  readonly settings: TrainingSettings;
  /** null: from fresh weights. */
  readonly state: RunState | null;
  /** One batch, or as many as WORK_PER_PORTION allows. */
  readonly length: 'step' | 'portion';
}

export interface TrainedPortion {
  readonly state: RunState;
  /** The last batch; null when the run had ended before. */
  readonly step: StepReport | null;
}

/** Multiply-adds: some hundredths of a second by a kernel, half a second without. */
const WORK_PER_PORTION = 400_000_000;

/** Forward, and twice as much back: to the weights and to the inputs. */
const WAYS = 3;

/** Writes into the arrays of `state`; `compute` may be a faster backpropagation. Yields after each batch: the share of the epoch that is done, in [0, 1]. */
export function* trainNetwork(
  { target, settings, state, length }: TrainingPortion,
  compute?: ComputeGradients,
): Generator<number, TrainedPortion> {
  const shape = buildTrainingNetwork(target, settings);
  const start = state ?? beginRun(flattenWeights(shape));
  const split = splitRows(rowCountOf(target), unseenShare, settings.seed);
  const run = continueRun(shape, trainingData(target), split, start, runOptions(target, settings), compute);
  const batchCount = Math.ceil(split.seen.length / settings.batchSize);
  let last: RunSlice | null = null;
  let work = 0;
  for (;;) {
    const slice = run.next();
    if (slice.done) break;
    last = slice.value;
    work += WAYS * last.step.rowCount * start.weights.length;
    if (length === 'step' || work >= WORK_PER_PORTION) break;
    yield Math.min(1, last.state.batch / batchCount);
  }
  if (last === null)
    return { state: start.ended === 'not' ? { ...start, ended: 'done' } : start, step: null };
  return last;
}
