// A training that can be watched, put down and taken up again. `fit` trains to the end; this goes on from any batch, and its
// state is plain data that survives storage and messages.
import { createRandom, hash32, type Seed } from '#core/math/random.ts';
import type { Data } from './evaluate.ts';
import { type ComputeGradients, computeGradients } from './gradients.ts';
import type { Loss } from './losses.ts';
import { createOptimizer, gradientNorm, type OptimizerMemory, type OptimizerOptions } from './optimizers.ts';
import type { Dense, Sequential } from './sequential.ts';
import { takeRows } from './take-rows.ts';

/** Apart from `loss` and `seed`, these may change between batches. */
export interface RunOptions {
  readonly loss: Loss;
  readonly optimizer: OptimizerOptions;
  readonly batchSize: number;
  readonly epochs: number;
  /** Shuffles: each epoch has an order of its own, whoever trains it. */
  readonly seed: Seed;
  /** Share of the epochs, the last ones, over which the learning rate sinks to a fiftieth; 0 for a steady one. */
  readonly easing: number;
}

export interface RunState {
  /** Epochs finished. */
  readonly epoch: number;
  /** Batches made of the epoch under way; their losses, each times its rows, added up; how many rows were told right. */
  readonly batch: number;
  readonly lossSum: number;
  readonly rightCount: number;
  /** Of the fresh weights, on the rows trained on; null before the first batch. */
  readonly firstLoss: number | null;
  /** All weights, layer by layer, kernel before biases. */
  readonly weights: Float32Array<ArrayBuffer>;
  /** null before the first batch. */
  readonly memory: OptimizerMemory | null;
  /** Four numbers an epoch: see EpochEnd. */
  readonly history: Float32Array<ArrayBuffer>;
  /** The weights at epochs 1, 2, 4, 8 ... */
  readonly milestones: readonly Milestone[];
  /** Where the rows never trained on were predicted best. */
  readonly best: Milestone | null;
  readonly ended: 'not' | 'done' | 'diverged';
}

export interface Milestone {
  readonly epoch: number;
  /** Of the rows kept apart, or of all when none are. */
  readonly loss: number;
  readonly weights: Float32Array<ArrayBuffer>;
}

export interface EpochEnd {
  /** Mean loss of the epoch's batches, and the share of rows told right, while the weights moved. */
  readonly loss: number;
  readonly accuracy: number;
  /** Of the rows kept apart, at the epoch's end; of all when none are. */
  readonly unseenLoss: number;
  readonly unseenAccuracy: number;
}

const COLUMNS = 4;

/** Share of the first loss. */
const FAR_BELOW = 0.25;

/** What one batch did. */
export interface StepReport {
  readonly rowCount: number;
  readonly loss: number;
  /** Length of the gradient per layer. */
  readonly gradientNorms: readonly number[];
  /** Mean of how far a weight moved. */
  readonly meanMove: number;
}

export interface RunSlice {
  /** As it stands: its arrays are shared with the run, so copy what must stay. */
  readonly state: RunState;
  readonly step: StepReport;
}

/** Which rows are trained on and which never are; drawn by the seed. */
export function splitRows(
  count: number,
  unseenShare: number,
  seed: Seed,
): { seen: readonly number[]; unseen: readonly number[] } {
  const order = createRandom(seed).shuffle(Array.from({ length: count }, (_, row) => row));
  const unseenCount = Math.floor(count * unseenShare);
  return { seen: order.slice(unseenCount), unseen: order.slice(0, unseenCount) };
}

export const beginRun = (weights: Float32Array<ArrayBuffer>): RunState => ({
  epoch: 0,
  batch: 0,
  lossSum: 0,
  rightCount: 0,
  firstLoss: null,
  weights,
  memory: null,
  history: new Float32Array(0),
  milestones: [],
  best: null,
  ended: 'not',
});

/** All weights of a model in one array, layer by layer, kernel before biases. Every layer has biases. */
export function flattenWeights({ layers }: Sequential): Float32Array<ArrayBuffer> {
  const parts = layers.flatMap(({ kernel, biases }) => [kernel, biases!]);
  const flat = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    flat.set(part, at);
    at += part.length;
  }
  return flat;
}

/** A model of that shape whose weights are views into `weights`. Throws RangeError when there are more or fewer of them. */
export function modelOver({ layers }: Sequential, weights: Float32Array<ArrayBuffer>): Sequential {
  let at = 0;
  const take = (count: number) => {
    at += count;
    return weights.subarray(at - count, at);
  };
  const made = layers.map(
    (layer): Dense => ({
      ...layer,
      kernel: take(layer.inputCount * layer.units),
      biases: take(layer.units),
    }),
  );
  if (at !== weights.length) throw new RangeError(`This network has ${at} weights, got ${weights.length}.`);
  return { layers: made };
}

/** `epoch` from 1. */
export function epochEnd({ history }: Pick<RunState, 'history'>, epoch: number): EpochEnd {
  const at = (epoch - 1) * COLUMNS;
  return {
    loss: history[at]!,
    accuracy: history[at + 1]!,
    unseenLoss: history[at + 2]!,
    unseenAccuracy: history[at + 3]!,
  };
}

/**
 * Goes on from `start`, whose arrays it writes into, yielding after each batch; whoever drives it may stop at any yield and
 * take the last state up later: the weights come out the same. A run ends as 'diverged', with its best weights, when its loss
 * is not finite, twice that of the fresh weights, or ten times the lowest of the five epochs before and no longer far below that of
 * the fresh weights: what has nearly nothing left to learn may leap in its last digits.
 * Throws RangeError for rows or weights that do not fit the shape.
 */
export function* continueRun(
  shape: Sequential,
  data: Data,
  { seen, unseen }: ReturnType<typeof splitRows>,
  start: RunState,
  options: RunOptions,
  compute: ComputeGradients = computeGradients,
): Generator<RunSlice, RunState> {
  const { loss, batchSize, epochs, easing } = options;
  const { learningRate } = options.optimizer;
  const model = modelOver(shape, start.weights);
  // Frozen: only the way forward is gone.
  const still = { layers: model.layers.map((layer) => ({ ...layer, isTrainable: false })) };
  const kept = takeRows(data, model, unseen.length > 0 ? unseen : seen);
  const batchCount = Math.ceil(seen.length / batchSize);
  const before = new Float32Array(start.weights.length);
  let state = start;
  const rateAt = (step: number) =>
    (typeof learningRate === 'number' ? learningRate : learningRate(step)) *
    easedShare((state.epoch + state.batch / batchCount) / epochs, easing);
  const optimizer = createOptimizer(
    { ...options.optimizer, learningRate: rateAt },
    start.memory ?? undefined,
  );
  if (state.firstLoss === null) {
    const { loss: firstLoss } = computeGradients(still, takeRows(data, model, seen), loss);
    state = { ...state, firstLoss };
  }

  while (state.ended === 'not' && state.epoch < epochs) {
    const order = createRandom(hash32(options.seed, state.epoch, 1)).shuffle(seen);
    // A batch size that grew meanwhile may leave nothing of the epoch.
    for (let batch = Math.min(state.batch, batchCount - 1); batch < batchCount; batch++) {
      const rows = takeRows(data, model, order.slice(batch * batchSize, (batch + 1) * batchSize));
      before.set(state.weights);
      const { loss: batchLoss, outputs, gradients } = compute(model, rows, loss);
      optimizer.apply(model, gradients);
      const step: StepReport = {
        rowCount: rows.count,
        loss: batchLoss,
        gradientNorms: gradients.map((layer) => gradientNorm([layer])),
        meanMove: meanDistance(before, state.weights),
      };
      state = {
        ...state,
        batch: batch + 1,
        lossSum: state.lossSum + batchLoss * rows.count,
        rightCount: state.rightCount + countRight(outputs, rows.targets, rows.count),
        memory: optimizer.memory(),
      };
      if (batch === batchCount - 1 || !Number.isFinite(batchLoss)) {
        const atSeen = { loss: state.lossSum / seen.length, accuracy: state.rightCount / seen.length };
        const atUnseen = computeGradients(still, kept, loss);
        state = endEpoch(state, {
          ...atSeen,
          unseenLoss: atUnseen.loss,
          unseenAccuracy: countRight(atUnseen.outputs, kept.targets, kept.count) / kept.count,
        });
        if (state.epoch >= epochs && state.ended === 'not') state = { ...state, ended: 'done' };
      }
      yield { state, step };
      if (state.ended !== 'not') break;
    }
  }
  return state;
}

/** Of the full rate, [1 / 50, 1]: level, then down in an S. `done` is the share of the epochs that is made. */
export function easedShare(done: number, easing: number): number {
  if (easing === 0) return 1;
  const u = Math.min(1, Math.max(0, (done - (1 - easing)) / easing));
  return Math.max(0.02, 1 - u * u * (3 - 2 * u));
}

function endEpoch(state: RunState, end: EpochEnd): RunState {
  const epoch = state.epoch + 1;
  const history = new Float32Array(state.history.length + COLUMNS);
  history.set(state.history);
  history.set([end.loss, end.accuracy, end.unseenLoss, end.unseenAccuracy], state.history.length);
  const next = { ...state, epoch, batch: 0, lossSum: 0, rightCount: 0, history };
  const first = state.firstLoss ?? Number.POSITIVE_INFINITY;
  const limit = Math.min(2 * first, Math.max(10 * lowestBefore(next), FAR_BELOW * first));
  if (!Number.isFinite(end.unseenLoss) || !(end.loss <= limit)) {
    next.weights.set(state.best?.weights ?? next.weights.map((w) => (Number.isFinite(w) ? w : 0)));
    return { ...next, ended: 'diverged' };
  }
  const here = (): Milestone => ({ epoch, loss: end.unseenLoss, weights: state.weights.slice() });
  const isMilestone = (epoch & (epoch - 1)) === 0;
  return {
    ...next,
    milestones: isMilestone ? [...state.milestones, here()] : state.milestones,
    best: state.best === null || end.unseenLoss < state.best.loss ? here() : state.best,
  };
}

/** Of the five epochs before the last. */
function lowestBefore({ epoch, history }: RunState): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let e = Math.max(1, epoch - 5); e < epoch; e++)
    lowest = Math.min(lowest, epochEnd({ history }, e).loss);
  return lowest;
}

/** Rows whose largest output is the largest target. */
function countRight(outputs: ArrayLike<number>, targets: ArrayLike<number>, rowCount: number): number {
  const units = outputs.length / rowCount;
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    const at = row * units;
    let guess = 0;
    let wanted = 0;
    for (let i = 1; i < units; i++) {
      if (outputs[at + i]! > outputs[at + guess]!) guess = i;
      if (targets[at + i]! > targets[at + wanted]!) wanted = i;
    }
    if (guess === wanted) count++;
  }
  return count;
}

function meanDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += Math.abs(a[i]! - b[i]!);
  return sum / a.length;
}
