// How a gradient moves the weights. Rules and names as in Keras and torch; every state is one number array a parameter array.
import { cos, pow } from '#core/math/elementary.ts';
import type { LayerGradients } from './gradients.ts';
import type { Sequential, Weights } from './sequential.ts';

/** Steps along the gradient. `learningRate` may be a schedule of the step's number, from 0. */
export type OptimizerOptions = { readonly learningRate: number | ((step: number) => number) } & (
  | { readonly kind: 'sgd'; readonly momentum?: number; readonly isNesterov?: boolean }
  | { readonly kind: 'rmsprop'; readonly rho?: number; readonly epsilon?: number }
  | {
      readonly kind: 'adam' | 'adamw';
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
      /** adamw only: weights shrink by learningRate * weightDecay before each step. */
      readonly weightDecay?: number;
    }
) & { readonly clipNorm?: number };

/** What an optimiser remembers between steps: plain data, so that a training can be stored and taken up again. */
export interface OptimizerMemory {
  /** Steps made. */
  readonly step: number;
  /** A number a trainable weight, layer by layer, kernel before biases. */
  readonly first: Float64Array<ArrayBuffer>;
  readonly second: Float64Array<ArrayBuffer>;
}

export interface Optimizer {
  /** Moves the model's trainable weights in place, one step. */
  readonly apply: (model: Sequential, gradients: readonly LayerGradients[]) => void;
  /** As it stands: shared with the optimiser, so copy what must stay. */
  readonly memory: () => OptimizerMemory;
}

/** Goes on from `start`, into whose arrays it writes. Throws RangeError when a model has more weights than `start` remembers. */
export function createOptimizer(options: OptimizerOptions, start?: OptimizerMemory): Optimizer {
  let first = start?.first ?? new Float64Array(0);
  let second = start?.second ?? new Float64Array(0);
  let step = 0;
  // beta^t, multiplied up: `**` may differ in the last bit between engines.
  let power1 = 1;
  let power2 = 1;
  const countStep = () => {
    step++;
    if (options.kind === 'adam' || options.kind === 'adamw') {
      power1 *= options.beta1 ?? 0.9;
      power2 *= options.beta2 ?? 0.999;
    }
  };
  while (step < (start?.step ?? 0)) countStep();

  const makeRoom = (gradients: readonly LayerGradients[]) => {
    const count = gradients.reduce(
      (sum, { kernel, biases }) => sum + (kernel?.length ?? 0) + (biases?.length ?? 0),
      0,
    );
    if (count === first.length) return;
    if (first.length > 0)
      throw new RangeError(`The optimiser remembers ${first.length} weights, got ${count}.`);
    first = new Float64Array(count);
    second = new Float64Array(count);
  };

  /** `from` is where the memory of these weights begins. */
  const move = (weights: Weights, gradient: Float64Array, scale: number, from: number) => {
    const rate = typeof options.learningRate === 'number' ? options.learningRate : options.learningRate(step);
    switch (options.kind) {
      case 'sgd': {
        const { momentum = 0, isNesterov = false } = options;
        for (let i = 0; i < weights.length; i++) {
          const g = scale * gradient[i]!;
          const v = momentum * first[from + i]! + g;
          first[from + i] = v;
          weights[i]! -= rate * (isNesterov ? g + momentum * v : v);
        }
        break;
      }
      case 'rmsprop': {
        const { rho = 0.9, epsilon = 1e-7 } = options;
        for (let i = 0; i < weights.length; i++) {
          const g = scale * gradient[i]!;
          second[from + i] = rho * second[from + i]! + (1 - rho) * g * g;
          weights[i]! -= (rate * g) / (Math.sqrt(second[from + i]!) + epsilon);
        }
        break;
      }
      case 'adam':
      case 'adamw': {
        const {
          beta1 = 0.9,
          beta2 = 0.999,
          epsilon = 1e-7,
          weightDecay = options.kind === 'adamw' ? 0.004 : 0,
        } = options;
        const keep = options.kind === 'adamw' ? 1 - rate * weightDecay : 1;
        const correction1 = 1 - power1 * beta1;
        const correction2 = 1 - power2 * beta2;
        for (let i = 0; i < weights.length; i++) {
          const g = scale * gradient[i]!;
          const mean = beta1 * first[from + i]! + (1 - beta1) * g;
          const square = beta2 * second[from + i]! + (1 - beta2) * g * g;
          first[from + i] = mean;
          second[from + i] = square;
          weights[i] =
            weights[i]! * keep - (rate * (mean / correction1)) / (Math.sqrt(square / correction2) + epsilon);
        }
      }
    }
  };

  return {
    apply: (model, gradients) => {
      makeRoom(gradients);
      const scale = clipScale(gradients, options.clipNorm);
      let from = 0;
      model.layers.forEach(({ kernel, biases }, index) => {
        const gradient = gradients[index]!;
        if (gradient.kernel !== null) {
          move(kernel, gradient.kernel, scale, from);
          from += kernel.length;
        }
        if (gradient.biases !== null && biases !== null) {
          move(biases, gradient.biases, scale, from);
          from += biases.length;
        }
      });
      countStep();
    },
    memory: () => ({ step, first, second }),
  };
}

/** The length of the whole gradient. */
export function gradientNorm(gradients: readonly LayerGradients[]): number {
  let squares = 0;
  for (const { kernel, biases } of gradients) {
    for (const g of kernel ?? []) squares += g * g;
    for (const g of biases ?? []) squares += g * g;
  }
  return Math.sqrt(squares);
}

function clipScale(gradients: readonly LayerGradients[], clipNorm: number | undefined): number {
  if (clipNorm === undefined) return 1;
  const norm = gradientNorm(gradients);
  return norm > clipNorm ? clipNorm / norm : 1;
}

/** Falls from `from` to 0 along a half cosine over `steps`. */
export const cosineDecay = (from: number, steps: number) => (step: number) =>
  (from / 2) * (1 + cos(Math.PI * Math.min(1, step / steps)));

/** Multiplied by `factor` every `steps` steps, smoothly. */
export const exponentialDecay = (from: number, factor: number, steps: number) => (step: number) =>
  from * pow(factor, step / steps);
