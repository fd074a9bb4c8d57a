// The inner loops of every forward and backward pass, along rows of samples. Small functions of their own: an engine compiles
// them within the first picture, where it would still be interpreting one large loop.
import { exp, sin, tanh } from '#core/math/elementary.ts';
import { type ActivationName, activations } from './activations.ts';
import { SUM_LIMIT } from './predict.ts';

/** to[at + s] += w0 from[first + s] + ... + w3 from[first + 3 stride + s], in this order, for s in [0, count). */
export function addFourRows(
  to: Float64Array,
  at: number,
  from: Float64Array,
  first: number,
  stride: number,
  count: number,
  w0: number,
  w1: number,
  w2: number,
  w3: number,
): void {
  const second = first + stride;
  const third = second + stride;
  const fourth = third + stride;
  for (let s = 0; s < count; s++) {
    to[at + s] =
      to[at + s]! +
      w0 * from[first + s]! +
      w1 * from[second + s]! +
      w2 * from[third + s]! +
      w3 * from[fourth + s]!;
  }
}

/** to[at + s] += w from[first + s] for s in [0, count). */
export function addRow(
  to: Float64Array,
  at: number,
  from: Float64Array,
  first: number,
  count: number,
  w: number,
): void {
  for (let s = 0; s < count; s++) to[at + s]! += w * from[first + s]!;
}

/** Clamps the sums in [from, to) as every painter does. */
export function clampRow(values: Float64Array, from: number, to: number): void {
  for (let s = from; s < to; s++) {
    const z = values[s]!;
    if (z > SUM_LIMIT) values[s] = SUM_LIMIT;
    else if (z < -SUM_LIMIT) values[s] = -SUM_LIMIT;
  }
}

/** Applies one activation to the clamped sums in [from, to). The commonest have loops of their own, with nothing to look up. */
export function activateRow(name: ActivationName, values: Float64Array, from: number, to: number): void {
  switch (name) {
    case 'identity':
    case 'pass':
      return;
    case 'tanh':
      tanhRow(values, from, to);
      break;
    case 'sin':
      sinRow(values, from, to);
      break;
    case 'gaussian-bipolar':
      bellRow(values, from, to);
      break;
    default: {
      const activate = activations[name];
      for (let s = from; s < to; s++) values[s] = activate(values[s]!);
    }
  }
}

function tanhRow(values: Float64Array, from: number, to: number): void {
  for (let s = from; s < to; s++) values[s] = tanh(values[s]!);
}

function sinRow(values: Float64Array, from: number, to: number): void {
  for (let s = from; s < to; s++) values[s] = sin(values[s]!);
}

function bellRow(values: Float64Array, from: number, to: number): void {
  for (let s = from; s < to; s++) {
    const z = values[s]!;
    values[s] = 2 * exp(-z * z) - 1;
  }
}
