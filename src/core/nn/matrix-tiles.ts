// The three products of training, over one tile of samples. Two rows are made at once from four: each value that is read serves
// twice, and all weights of a pass stay in registers.
import { addFourRows, addRow, clampRow } from './rows.ts';
import type { Dense } from './sequential.ts';

/** sums[at ...] = biases + kernel x values[from ...], clamped as every painter clamps. */
export function sumTile(
  sums: Float64Array,
  at: number,
  { units, inputCount, kernel, biases }: Dense,
  values: Float64Array,
  from: number,
  count: number,
): void {
  for (let o = 0; o < units; o++) {
    const to = at + o * count;
    sums.fill(biases === null ? 0 : biases[o]!, to, to + count);
  }
  let o = 0;
  for (; o + 2 <= units; o += 2) {
    const to = at + o * count;
    const k = o * inputCount;
    let i = 0;
    for (; i + 4 <= inputCount; i += 4)
      addFourRowsToTwo(sums, to, values, from + i * count, count, kernel, k + i, k + inputCount + i, 1);
    for (; i < inputCount; i++) {
      addRow(sums, to, values, from + i * count, count, kernel[k + i]!);
      addRow(sums, to + count, values, from + i * count, count, kernel[k + inputCount + i]!);
    }
  }
  if (o < units) {
    const to = at + o * count;
    const k = o * inputCount;
    let i = 0;
    for (; i + 4 <= inputCount; i += 4) {
      const [w0, w1] = [kernel[k + i]!, kernel[k + i + 1]!];
      const [w2, w3] = [kernel[k + i + 2]!, kernel[k + i + 3]!];
      addFourRows(sums, to, values, from + i * count, count, count, w0, w1, w2, w3);
    }
    for (; i < inputCount; i++) addRow(sums, to, values, from + i * count, count, kernel[k + i]!);
  }
  clampRow(sums, at, at + units * count);
}

/** result = kernel transposed x delta: d loss / d inputs of a layer. */
export function addInputGradientTile(
  result: Float64Array,
  { units, inputCount, kernel }: Dense,
  delta: Float64Array,
  count: number,
): void {
  result.fill(0, 0, inputCount * count);
  let i = 0;
  for (; i + 2 <= inputCount; i += 2) {
    const to = i * count;
    let o = 0;
    for (; o + 4 <= units; o += 4) {
      const k = o * inputCount + i;
      addFourRowsToTwo(result, to, delta, o * count, count, kernel, k, k + 1, inputCount);
    }
    for (; o < units; o++) {
      const k = o * inputCount + i;
      addRow(result, to, delta, o * count, count, kernel[k]!);
      addRow(result, to + count, delta, o * count, count, kernel[k + 1]!);
    }
  }
  if (i < inputCount) {
    let o = 0;
    for (; o + 4 <= units; o += 4) {
      const k = o * inputCount + i;
      const [w0, w1] = [kernel[k]!, kernel[k + inputCount]!];
      const [w2, w3] = [kernel[k + 2 * inputCount]!, kernel[k + 3 * inputCount]!];
      addFourRows(result, i * count, delta, o * count, count, count, w0, w1, w2, w3);
    }
    for (; o < units; o++) addRow(result, i * count, delta, o * count, count, kernel[o * inputCount + i]!);
  }
}

/** kernel[o, i] += sum over samples of delta[o] * values[i]; biases[o] += sum of delta[o]. */
export function addGradientTile(
  kernel: Float64Array,
  biases: Float64Array | null,
  { units, inputCount }: Dense,
  delta: Float64Array,
  values: Float64Array,
  from: number,
  count: number,
): void {
  let o = 0;
  for (; o + 2 <= units; o += 2) {
    const k = o * inputCount;
    let i = 0;
    for (; i + 4 <= inputCount; i += 4)
      addTwoByFourProducts(kernel, k + i, inputCount, delta, o * count, values, from + i * count, count);
    for (; i < inputCount; i++) {
      kernel[k + i]! += product(delta, o * count, values, from + i * count, count);
      kernel[k + inputCount + i]! += product(delta, (o + 1) * count, values, from + i * count, count);
    }
  }
  if (o < units) {
    const k = o * inputCount;
    for (let i = 0; i < inputCount; i++)
      kernel[k + i]! += product(delta, o * count, values, from + i * count, count);
  }
  if (biases === null) return;
  for (let unit = 0; unit < units; unit++) {
    let sum = 0;
    for (let s = unit * count; s < (unit + 1) * count; s++) sum += delta[s]!;
    biases[unit]! += sum;
  }
}

/** Adds four weighted rows from `first` on to each of the two rows at `to`; `a`, `b`: where their weights begin, `step` apart. */
function addFourRowsToTwo(
  rows: Float64Array,
  to: number,
  from: Float64Array,
  first: number,
  count: number,
  weights: Dense['kernel'],
  a: number,
  b: number,
  step: number,
): void {
  const a0 = weights[a]!;
  const a1 = weights[a + step]!;
  const a2 = weights[a + 2 * step]!;
  const a3 = weights[a + 3 * step]!;
  const b0 = weights[b]!;
  const b1 = weights[b + step]!;
  const b2 = weights[b + 2 * step]!;
  const b3 = weights[b + 3 * step]!;
  const second = first + count;
  const third = second + count;
  const fourth = third + count;
  const other = to + count;
  for (let s = 0; s < count; s++) {
    const x0 = from[first + s]!;
    const x1 = from[second + s]!;
    const x2 = from[third + s]!;
    const x3 = from[fourth + s]!;
    rows[to + s] = rows[to + s]! + a0 * x0 + a1 * x1 + a2 * x2 + a3 * x3;
    rows[other + s] = rows[other + s]! + b0 * x0 + b1 * x1 + b2 * x2 + b3 * x3;
  }
}

/** kernel[k + j] and kernel[k + width + j] += the products of two rows of delta with four of values, j in [0, 4). */
function addTwoByFourProducts(
  kernel: Float64Array,
  k: number,
  width: number,
  delta: Float64Array,
  at: number,
  values: Float64Array,
  first: number,
  count: number,
): void {
  const other = at + count;
  const second = first + count;
  const third = second + count;
  const fourth = third + count;
  let a0 = 0;
  let a1 = 0;
  let a2 = 0;
  let a3 = 0;
  let b0 = 0;
  let b1 = 0;
  let b2 = 0;
  let b3 = 0;
  for (let s = 0; s < count; s++) {
    const a = delta[at + s]!;
    const b = delta[other + s]!;
    const x0 = values[first + s]!;
    const x1 = values[second + s]!;
    const x2 = values[third + s]!;
    const x3 = values[fourth + s]!;
    a0 += a * x0;
    a1 += a * x1;
    a2 += a * x2;
    a3 += a * x3;
    b0 += b * x0;
    b1 += b * x1;
    b2 += b * x2;
    b3 += b * x3;
  }
  kernel[k]! += a0;
  kernel[k + 1]! += a1;
  kernel[k + 2]! += a2;
  kernel[k + 3]! += a3;
  kernel[k + width]! += b0;
  kernel[k + width + 1]! += b1;
  kernel[k + width + 2]! += b2;
  kernel[k + width + 3]! += b3;
}

function product(a: Float64Array, from: number, b: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let s = 0; s < count; s++) sum += a[from + s]! * b[at + s]!;
  return sum;
}
