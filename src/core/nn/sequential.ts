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

/** What is done to inputs before the first layer: (x - mean) / deviation, column by column. */
export interface InputScaling {
  /** [inputCount] each; no deviation is 0. */
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

/** Layers applied one after the other: each takes what the one before it gives. */
export interface Sequential {
  readonly layers: readonly Dense[];
  /** Travels with the weights that were trained behind it; absent: inputs as they are. */
  readonly scaling?: InputScaling;
}
