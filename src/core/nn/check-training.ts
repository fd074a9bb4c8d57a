// What must hold before a training begins: each throws RangeError, saying both sides.
import { activationNames } from './activations.ts';
import type { Data } from './evaluate.ts';
import type { FitOptions } from './fit.ts';
import type { Loss } from './losses.ts';
import type { OptimizerOptions } from './optimizers.ts';
import type { Sequential } from './sequential.ts';

const lossNames: Record<Loss['kind'], true> = {
  meanSquaredError: true,
  binaryCrossentropy: true,
  categoricalCrossentropy: true,
  groups: true,
};
const optimizerNames: Record<OptimizerOptions['kind'], true> = {
  sgd: true,
  rmsprop: true,
  adam: true,
  adamw: true,
};

export function checkTraining(model: Sequential, data: Data, options: FitOptions): void {
  checkModel(model);
  checkData(model, data, options.loss);
  checkOptions(model, options);
}

/** Layers that fit one another, known activations, finite weights. */
export function checkModel({ layers, scaling }: Sequential): void {
  if (layers.length === 0) throw new RangeError('A model to train needs at least one layer, got none.');
  if (!layers.some(({ isTrainable }) => isTrainable))
    throw new RangeError('A model to train needs a trainable layer, all are frozen.');
  layers.forEach(({ inputCount, units, kernel, biases, activation }, index) => {
    const name = `Layer ${index}`;
    const before = layers[index - 1]?.units ?? inputCount;
    if (inputCount !== before)
      throw new RangeError(`${name} takes ${inputCount} values, the layer before it gives ${before}.`);
    expectCount(`${name} takes`, 'weights', kernel, units * inputCount);
    if (biases !== null) expectCount(`${name} takes`, 'biases', biases, units);
    expectFinite(`${name} takes`, 'weights', kernel);
    if (biases !== null) expectFinite(`${name} takes`, 'biases', biases);
    if (activation === 'softmax') return;
    expectCount(`${name} takes`, 'activations', activation, units);
    for (const called of activation) expectName('activation', called, activationNames);
  });
  if (scaling !== undefined) {
    const { inputCount } = layers[0]!;
    expectCount('The scaling takes', 'means', scaling.means, inputCount);
    expectCount('The scaling takes', 'deviations', scaling.deviations, inputCount);
    const wrong = scaling.deviations.find((value) => !(value > 0 && Number.isFinite(value)));
    if (wrong !== undefined) throw new RangeError(`A deviation of the scaling is positive, got ${wrong}.`);
  }
}

function checkData(
  { layers }: Sequential,
  { inputs, targets, sampleWeights, groupSizes }: Data,
  loss: Loss,
): void {
  const { inputCount } = layers[0]!;
  const sampleCount = inputs.length / inputCount;
  if (sampleCount === 0) throw new RangeError('fit needs at least one sample, got none.');
  if (!Number.isInteger(sampleCount))
    throw new RangeError(`fit expects a multiple of ${inputCount} inputs, got ${inputs.length}.`);
  expectCount('fit expects', 'targets', targets, sampleCount * layers.at(-1)!.units);
  if (sampleWeights !== undefined) expectCount('fit expects', 'sample weights', sampleWeights, sampleCount);
  expectFinite('fit expects', 'inputs', inputs);
  expectFinite('fit expects', 'targets', targets);
  expectFinite('fit expects', 'sample weights', sampleWeights ?? []);
  if (loss.kind === 'groups' && groupSizes === undefined)
    throw new RangeError('The loss over groups expects groupSizes, got none.');
  if (groupSizes === undefined) return;
  for (const size of groupSizes) expectWhole('A group size', size);
  const grouped = groupSizes.reduce((sum, size) => sum + size, 0);
  if (grouped !== sampleCount) throw new RangeError(`Groups hold ${grouped} rows, the data ${sampleCount}.`);
}

function checkOptions(model: Sequential, options: FitOptions): void {
  const { loss, optimizer, epochs, batchSize, validationShare = 0, patience, l2 } = options;
  expectName('loss', loss.kind, Object.keys(lossNames));
  expectName('optimiser', optimizer.kind, Object.keys(optimizerNames));
  const { learningRate, clipNorm } = optimizer;
  if (typeof learningRate === 'number') expectPositive('learningRate', learningRate);
  if (clipNorm !== undefined) expectPositive('clipNorm', clipNorm);
  expectWhole('epochs', epochs);
  expectWhole('batchSize', batchSize);
  if (patience !== undefined) expectWhole('patience', patience);
  if (!(validationShare >= 0 && validationShare < 1))
    throw new RangeError(`validationShare lies in [0, 1), got ${validationShare}.`);
  if (l2 === undefined) return;
  if (!(l2.strength >= 0 && Number.isFinite(l2.strength)))
    throw new RangeError(`The strength of l2 is 0 or more, got ${l2.strength}.`);
  if (l2.start === undefined) return;
  expectCount('The start of l2 takes', 'layers', l2.start.layers, model.layers.length);
  model.layers.forEach(({ kernel, biases }, index) => {
    const start = l2.start!.layers[index]!;
    const name = `Layer ${index} of the start of l2 takes`;
    expectCount(name, 'weights', start.kernel, kernel.length);
    expectCount(name, 'biases', start.biases ?? [], biases?.length ?? 0);
  });
}

function expectCount(who: string, what: string, values: ArrayLike<unknown>, count: number): void {
  if (values.length !== count) throw new RangeError(`${who} ${count} ${what}, got ${values.length}.`);
}

function expectFinite(who: string, what: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`${who} finite ${what}, got ${values[i]} at ${i}.`);
  }
}

function expectName(what: string, called: string, known: readonly string[]): void {
  if (!known.includes(called))
    throw new RangeError(`No ${what} is called "${called}"; there are ${known.join(', ')}.`);
}

function expectWhole(name: string, value: number): void {
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`${name} is a positive whole number, got ${value}.`);
}

function expectPositive(name: string, value: number): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} is positive, got ${value}.`);
}
