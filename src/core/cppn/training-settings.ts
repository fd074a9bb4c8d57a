// What a person sets before and while a network trains, and the network that follows from it.
import { createRandom, type Seed } from '#core/math/random.ts';
import type { ActivationName } from '#core/nn/activations.ts';
import type { Loss } from '#core/nn/losses.ts';
import type { OptimizerOptions } from '#core/nn/optimizers.ts';
import type { RunOptions } from '#core/nn/run.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import { inputsOf, outputCountOf, type TrainingTarget } from './training-target.ts';

export const optimizerNames = ['adam', 'momentum', 'sgd', 'nesterov', 'rmsprop', 'adamw'] as const;
export type OptimizerName = (typeof optimizerNames)[number];

export const lossNames = ['squared-error', 'cross-entropy'] as const;
export type LossName = (typeof lossNames)[number];

export interface HiddenLayer {
  readonly units: number;
  readonly activation: ActivationName;
}

export interface TrainingSettings {
  readonly hidden: readonly HiddenLayer[];
  readonly optimizer: OptimizerName;
  readonly loss: LossName;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** Of the first weights, of the rows kept apart and of their order. */
  readonly seed: Seed;
  readonly advanced: AdvancedSettings;
}

export interface AdvancedSettings {
  /** Adam and AdamW. */
  readonly beta1: number;
  readonly beta2: number;
  /** Momentum and Nesterov. */
  readonly momentum: number;
  /** RMSProp: how slowly it forgets. */
  readonly rho: number;
  /** AdamW. */
  readonly weightDecay: number;
  /** The longest gradient taken as it is; 0 for any. */
  readonly clipNorm: number;
  /** Over which share of the epochs, the last ones, the learning rate sinks; 0 for a steady one. */
  readonly easing: number;
}

/** Ends included. */
export const trainingLimits = {
  hidden: [1, 8],
  units: [1, 64],
  learningRate: [0.00001, 1],
  batchSize: [1, 1024],
  epochs: [1, 4096],
  beta1: [0, 0.999],
  beta2: [0, 0.9999],
  momentum: [0, 0.999],
  rho: [0, 0.999],
  weightDecay: [0, 0.5],
  clipNorm: [0, 100],
  easing: [0, 1],
} as const;

/** Share of pixels or points that are never trained on. */
export const unseenShare = 0.15;

const advanced: AdvancedSettings = {
  beta1: 0.9,
  beta2: 0.999,
  momentum: 0.9,
  rho: 0.9,
  weightDecay: 0.004,
  clipNorm: 0,
  easing: 0,
};

export function defaultSettings(kind: TrainingTarget['kind'], seed: Seed): TrainingSettings {
  return kind === 'picture'
    ? {
        hidden: [
          { units: 32, activation: 'sin' },
          { units: 32, activation: 'sin' },
          { units: 32, activation: 'tanh' },
        ],
        optimizer: 'adam',
        loss: 'squared-error',
        learningRate: 0.004,
        batchSize: 256,
        epochs: 150,
        seed,
        // At a steady rate the last epoch may be a jump: three times as wrong as the one before it.
        advanced: { ...advanced, easing: 0.6 },
      }
    : {
        hidden: [
          { units: 12, activation: 'tanh' },
          { units: 12, activation: 'tanh' },
        ],
        optimizer: 'adam',
        loss: 'cross-entropy',
        learningRate: 0.01,
        batchSize: 16,
        epochs: 200,
        seed,
        advanced,
      };
}

/** How large fresh weights are, before they are shared among a neuron's inputs: enough for a first picture with forms in it. */
const scales = { first: 3, hidden: 1.3, last: 1, bias: 0.3 } as const;

/** Fresh weights, drawn by the seed. */
export function buildTrainingNetwork(target: TrainingTarget, settings: TrainingSettings): Sequential {
  const random = createRandom(settings.seed);
  const last = { units: outputCountOf(target), activation: lastActivation(target, settings.loss) };
  let inputCount = inputsOf(target).length;
  const layers = [...settings.hidden, last].map(({ units, activation }, index): Dense => {
    const isLast = index === settings.hidden.length;
    const scale = (isLast ? scales.last : index === 0 ? scales.first : scales.hidden) / Math.sqrt(inputCount);
    const bias = isLast ? 0 : scales.bias * (index === 0 ? scales.first : 1);
    const layer: Dense = {
      inputCount,
      units,
      kernel: Float32Array.from({ length: units * inputCount }, () => random.normal() * scale),
      biases: Float32Array.from({ length: units }, () => random.normal() * bias),
      activation: activation === 'softmax' ? activation : new Array<ActivationName>(units).fill(activation),
      isTrainable: true,
    };
    inputCount = units;
    return layer;
  });
  return { layers };
}

/** Cross-entropy takes the sums, which is stable however sure the network is; squared error takes what they come to. */
function lastActivation({ kind }: TrainingTarget, loss: LossName): ActivationName | 'softmax' {
  if (loss === 'cross-entropy') return 'identity';
  return kind === 'picture' ? 'sigmoid' : 'softmax';
}

export const weightCountOf = (target: TrainingTarget, { hidden }: Pick<TrainingSettings, 'hidden'>): number =>
  [...hidden.map(({ units }) => units), outputCountOf(target)].reduce(
    ({ count, inputs }, units) => ({ count: count + units * (inputs + 1), inputs: units }),
    { count: 0, inputs: inputsOf(target).length },
  ).count;

export function runOptions(target: TrainingTarget, settings: TrainingSettings): RunOptions {
  const { batchSize, epochs, seed } = settings;
  const { easing } = settings.advanced;
  return {
    loss: lossOf(target, settings.loss),
    optimizer: optimizerOf(settings),
    batchSize,
    epochs,
    seed,
    easing,
  };
}

function lossOf({ kind }: TrainingTarget, loss: LossName): Loss {
  if (loss === 'squared-error') return { kind: 'meanSquaredError' };
  return kind === 'picture'
    ? { kind: 'binaryCrossentropy', fromLogits: true }
    : { kind: 'categoricalCrossentropy', fromLogits: true };
}

function optimizerOf({ optimizer, learningRate, advanced: own }: TrainingSettings): OptimizerOptions {
  const shared = { learningRate, ...(own.clipNorm > 0 ? { clipNorm: own.clipNorm } : {}) };
  const { beta1, beta2, momentum, rho, weightDecay } = own;
  switch (optimizer) {
    case 'adam':
      return { ...shared, kind: 'adam', beta1, beta2 };
    case 'adamw':
      return { ...shared, kind: 'adamw', beta1, beta2, weightDecay };
    case 'momentum':
      return { ...shared, kind: 'sgd', momentum };
    case 'nesterov':
      return { ...shared, kind: 'sgd', momentum, isNesterov: true };
    case 'sgd':
      return { ...shared, kind: 'sgd' };
    case 'rmsprop':
      return { ...shared, kind: 'rmsprop', rho };
    default:
      return optimizer satisfies never;
  }
}
