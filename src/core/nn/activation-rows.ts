// The way back through activations, along rows of samples. The commonest have loops of their own, with nothing to look up.
import { type ActivationName, derivatives } from './activations.ts';
import { SUM_LIMIT } from './predict.ts';

/** delta[to + s] becomes d loss / d sum of sample s, in [0, count); 0 at a clamped sum. `at` is where sums and outputs begin. */
export function backThroughRow(
  name: ActivationName,
  delta: Float64Array,
  to: number,
  sums: Float64Array,
  outputs: Float64Array,
  at: number,
  count: number,
): void {
  if (name === 'tanh') {
    backThroughTanh(delta, to, outputs, at, count);
    return;
  }
  const slope = derivatives[name];
  for (let s = 0; s < count; s++) {
    const z = sums[at + s]!;
    delta[to + s] = Math.abs(z) >= SUM_LIMIT ? 0 : delta[to + s]! * slope(z, outputs[at + s]!);
  }
}

/** Flat at a clamped sum by itself. */
function backThroughTanh(
  delta: Float64Array,
  to: number,
  outputs: Float64Array,
  at: number,
  count: number,
): void {
  for (let s = 0; s < count; s++) {
    const y = outputs[at + s]!;
    delta[to + s]! *= 1 - y * y;
  }
}
