import { exp } from '#core/math/elementary.ts';

/** Softmax over the nodes of each sample, in place, shifted by the largest so that no exponential overflows. */
export function softmaxTile(values: Float64Array, at: number, units: number, count: number): void {
  for (let s = at; s < at + count; s++) {
    let largest = Number.NEGATIVE_INFINITY;
    for (let o = 0; o < units; o++) largest = Math.max(largest, values[s + o * count]!);
    let total = 0;
    for (let o = 0; o < units; o++) {
      const share = exp(values[s + o * count]! - largest);
      values[s + o * count] = share;
      total += share;
    }
    for (let o = 0; o < units; o++) values[s + o * count]! /= total;
  }
}

/** `delta`, from 0, becomes d loss / d sums. */
export function throughSoftmaxTile(
  delta: Float64Array,
  outputs: Float64Array,
  at: number,
  units: number,
  count: number,
): void {
  for (let s = 0; s < count; s++) {
    let mean = 0;
    for (let o = 0; o < units; o++) mean += outputs[at + o * count + s]! * delta[o * count + s]!;
    for (let o = 0; o < units; o++)
      delta[o * count + s] = outputs[at + o * count + s]! * (delta[o * count + s]! - mean);
  }
}
