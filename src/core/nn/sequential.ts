import type { ActivationName } from './activations.ts';

/** Weights are float32 wherever they are stored or painted; float64 is for checking to the last digit. */
export type Weights = Float32Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** Fully connected: y[o] = activation_o(sum over i of kernel[o, i] * x[i] + biases[o]). */
export interface Dense {
  readonly inputCount: number;
  readonly units: number;
  /** [units, inputCount], row-major. */
  readonly kernel: Weights;
  /** [units], or null for none. */
  readonly biases: Weights | null;
  /** [units], one per neuron. Softmax is of the whole layer. */
  readonly activation: readonly ActivationName[] | 'softmax';
  readonly isTrainable: boolean;
}

/** Layers applied one after the other: each takes what the one before it gives. */
export interface Sequential {
  readonly layers: readonly Dense[];
}
