// Where a network is still wrong: a light map of a picture's error, or which class was taken for which.
import { sigmoid } from '#core/nn/activations.ts';
import { computeGradients } from '#core/nn/gradients.ts';
import { modelOver } from '#core/nn/run.ts';
import { takeRows } from '#core/nn/take-rows.ts';
import { buildTrainingNetwork, runOptions, type TrainingSettings } from './training-settings.ts';
import {
  type PictureTarget,
  type PointsTarget,
  type TrainingTarget,
  trainingData,
} from './training-target.ts';

export type Examined = ExaminedPicture | ExaminedPoints;

export interface ExaminedPicture {
  readonly kind: 'picture';
  /** A byte a pixel: 0 where nothing is wrong, 255 from `whiteIs` on. */
  readonly light: Uint8Array<ArrayBuffer>;
  /** The difference of a channel, as a share, that is shown white. */
  readonly whiteIs: number;
  /** Over all pixels and channels, those never trained on included. */
  readonly meanSquaredError: number;
  /** Share of the squared error that lies in the worst tenth of the pixels. */
  readonly worstTenthShare: number;
  /** The ninth of the picture where it is worst: row and column, 0 to 2. */
  readonly worstNinth: readonly [row: number, column: number];
}

export interface ExaminedPoints {
  readonly kind: 'points';
  /** What each point is taken for. */
  readonly guesses: Uint8Array<ArrayBuffer>;
  /** [class, guess] */
  readonly confusion: readonly (readonly number[])[];
}

const TILE_ROWS = 512;

/** Yields the share done, in [0, 1), every few milliseconds. */
export function* examineTraining(
  target: TrainingTarget,
  settings: TrainingSettings,
  weights: Float32Array<ArrayBuffer>,
): Generator<number, Examined> {
  const outputs = yield* guessAll(target, settings, weights);
  return target.kind === 'picture' ? examinePicture(target, outputs) : examinePoints(target, outputs);
}

/** What the network says of every row; colors of pictures as shares. */
function* guessAll(
  target: TrainingTarget,
  settings: TrainingSettings,
  weights: Float32Array<ArrayBuffer>,
): Generator<number, Float64Array> {
  const { layers } = modelOver(buildTrainingNetwork(target, settings), weights);
  // Frozen: only the way forward is gone.
  const model = { layers: layers.map((layer) => ({ ...layer, isTrainable: false })) };
  const { loss } = runOptions(target, settings);
  const data = trainingData(target);
  const rowCount = data.inputs.length / layers[0]!.inputCount;
  const units = layers.at(-1)!.units;
  const outputs = new Float64Array(rowCount * units);
  for (let first = 0; first < rowCount; first += TILE_ROWS) {
    const rows = Array.from({ length: Math.min(TILE_ROWS, rowCount - first) }, (_, at) => first + at);
    outputs.set(computeGradients(model, takeRows(data, model, rows), loss).outputs, first * units);
    yield first / rowCount;
  }
  return target.kind === 'picture' && settings.loss === 'cross-entropy' ? outputs.map(sigmoid) : outputs;
}

function examinePicture({ widthPx, heightPx, rgb }: PictureTarget, outputs: Float64Array): ExaminedPicture {
  const pixelCount = widthPx * heightPx;
  const squares = new Float64Array(pixelCount);
  const ninths = new Float64Array(9);
  let total = 0;
  for (let pixel = 0; pixel < pixelCount; pixel++) {
    let sum = 0;
    for (let at = 3 * pixel; at < 3 * pixel + 3; at++) {
      const away = outputs[at]! - rgb[at]! / 255;
      sum += away * away;
    }
    squares[pixel] = sum / 3;
    total += sum / 3;
    const row = Math.floor((3 * Math.floor(pixel / widthPx)) / heightPx);
    const column = Math.floor((3 * (pixel % widthPx)) / widthPx);
    ninths[3 * row + column]! += sum / 3;
  }
  const sorted = squares.toSorted();
  // The few worst of all would leave the rest in the dark.
  const white = Math.sqrt(sorted[Math.floor(0.99 * (pixelCount - 1))]!) || 1e-6;
  const worst = sorted.subarray(Math.floor(0.9 * pixelCount)).reduce((sum, square) => sum + square, 0);
  const ninth = ninths.indexOf(ninths.reduce((a, b) => Math.max(a, b)));
  return {
    kind: 'picture',
    light: Uint8Array.from(squares, (square) => Math.min(255, Math.round((255 * Math.sqrt(square)) / white))),
    whiteIs: white,
    meanSquaredError: total / pixelCount,
    worstTenthShare: total === 0 ? 0 : worst / total,
    worstNinth: [Math.floor(ninth / 3), ninth % 3],
  };
}

function examinePoints({ classes, classNames }: PointsTarget, outputs: Float64Array): ExaminedPoints {
  const classCount = classNames.length;
  const confusion = classNames.map(() => classNames.map(() => 0));
  const guesses = new Uint8Array(classes.length);
  classes.forEach((own, point) => {
    let guess = 0;
    for (let i = 1; i < classCount; i++) {
      if (outputs[point * classCount + i]! > outputs[point * classCount + guess]!) guess = i;
    }
    guesses[point] = guess;
    confusion[own]![guess]!++;
  });
  return { kind: 'points', guesses, confusion };
}
