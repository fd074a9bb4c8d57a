import { cos, exp, log, sin, tanh } from '#core/math/elementary.ts';

/**
 * Every activation a neuron may have. Names differ wherever definitions do: a file that says `gaussian` means e^-z² for ever.
 * `pass` is identity by another name: it carries a value past a layer and is never mutated.
 */
export const activationNames = [
  'identity',
  'pass',
  'sin',
  'cos',
  'tanh',
  'sigmoid',
  'sigmoid-bipolar',
  'gaussian',
  'gaussian-bipolar',
  'gaussian-half',
  'relu',
  'softplus',
  'abs',
  'abs-soft',
  'square',
  'step',
  'clamp',
] as const;

export type ActivationName = (typeof activationNames)[number];

export const sigmoid = (z: number) => (z >= 0 ? 1 / (1 + exp(-z)) : 1 - 1 / (1 + exp(z)));

/** z is a clamped sum, |z| <= 1e6; results are finite. */
export const activations: Record<ActivationName, (z: number) => number> = {
  identity: (z) => z,
  pass: (z) => z,
  sin,
  cos,
  tanh,
  sigmoid,
  /** 2 / (1 + e^-z) - 1 */
  'sigmoid-bipolar': (z) => 2 * sigmoid(z) - 1,
  /** e^-z² */
  gaussian: (z) => exp(-z * z),
  /** 2 e^-z² - 1 */
  'gaussian-bipolar': (z) => 2 * exp(-z * z) - 1,
  /** e^(-z² / 2) */
  'gaussian-half': (z) => exp((-z * z) / 2),
  relu: (z) => (z > 0 ? z : 0),
  /** ln(1 + e^z), without overflow */
  softplus: (z) => (z > 20 ? z : log(1 + exp(z))),
  abs: (z) => (z < 0 ? -z : z),
  /** sqrt(z² + .003) - .6: a crease rounded enough for relief */
  'abs-soft': (z) => Math.sqrt(z * z + 0.003) - 0.6,
  square: (z) => z * z,
  step: (z) => (z > 0 ? 1 : 0),
  /** z limited to [0, 1] */
  clamp: (z) => (z < 0 ? 0 : z > 1 ? 1 : z),
};

/**
 * d activation / dz, from z and y = activation(z). Where there is a corner (relu, abs, step, clamp) it is 0 at the corner,
 * as in the reference networks. Finite for every clamped sum.
 */
export const derivatives: Record<ActivationName, (z: number, y: number) => number> = {
  identity: () => 1,
  pass: () => 1,
  sin: (z) => cos(z),
  cos: (z) => -sin(z),
  tanh: (_z, y) => 1 - y * y,
  sigmoid: (_z, y) => y * (1 - y),
  'sigmoid-bipolar': (_z, y) => 0.5 * (1 - y * y),
  gaussian: (z, y) => -2 * z * y,
  'gaussian-bipolar': (z, y) => -2 * z * (y + 1),
  'gaussian-half': (z, y) => -z * y,
  relu: (z) => (z > 0 ? 1 : 0),
  softplus: (z) => sigmoid(z),
  abs: (z) => (z > 0 ? 1 : z < 0 ? -1 : 0),
  'abs-soft': (z, y) => z / (y + 0.6),
  square: (z) => 2 * z,
  step: () => 0,
  clamp: (z) => (z > 0 && z < 1 ? 1 : 0),
};
