// How a gradient moves the weights. Rules and names as in Keras and torch; every state is one number array a parameter array.
import { cos } from '#core/math/elementary.ts';
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

export interface Optimizer {
  /** Moves the model's trainable weights in place, one step. */
  readonly apply: (model: Sequential, gradients: readonly LayerGradients[]) => void;
}

export function createOptimizer(options: OptimizerOptions): Optimizer {
  const states = new Map<Weights, { first: Float64Array; second: Float64Array }>();
  let step = 0;
  // beta^t, multiplied up: `**` may differ in the last bit between engines.
  let power1 = 1;
  let power2 = 1;
  const stateOf = (weights: Weights) => {
    let state = states.get(weights);
    if (state === undefined) {
      state = { first: new Float64Array(weights.length), second: new Float64Array(weights.length) };
      states.set(weights, state);
    }
    return state;
  };

  const move = (weights: Weights, gradient: Float64Array, scale: number) => {
    const rate = typeof options.learningRate === 'number' ? options.learningRate : options.learningRate(step);
    const { first, second } = stateOf(weights);
    switch (options.kind) {
      case 'sgd': {
        const { momentum = 0, isNesterov = false } = options;
        for (let i = 0; i < weights.length; i++) {
          const g = scale * gradient[i]!;
          const v = momentum * first[i]! + g;
          first[i] = v;
          weights[i]! -= rate * (isNesterov ? g + momentum * v : v);
        }
        break;
      }
      case 'rmsprop': {
        const { rho = 0.9, epsilon = 1e-7 } = options;
        for (let i = 0; i < weights.length; i++) {
          const g = scale * gradient[i]!;
          second[i] = rho * second[i]! + (1 - rho) * g * g;
          weights[i]! -= (rate * g) / (Math.sqrt(second[i]!) + epsilon);
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
          first[i] = beta1 * first[i]! + (1 - beta1) * g;
          second[i] = beta2 * second[i]! + (1 - beta2) * g * g;
          weights[i] =
            weights[i]! * keep -
            (rate * (first[i]! / correction1)) / (Math.sqrt(second[i]! / correction2) + epsilon);
        }
      }
    }
  };

  return {
    apply: (model, gradients) => {
      const scale = clipScale(gradients, options.clipNorm);
      model.layers.forEach(({ kernel, biases }, index) => {
        const gradient = gradients[index]!;
        if (gradient.kernel !== null) move(kernel, gradient.kernel, scale);
        if (gradient.biases !== null && biases !== null) move(biases, gradient.biases, scale);
      });
      step++;
      if (options.kind === 'adam' || options.kind === 'adamw') {
        power1 *= options.beta1 ?? 0.9;
        power2 *= options.beta2 ?? 0.999;
      }
    },
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
