// Backpropagation through Dense layers, for a batch of samples in tiles of rows: forward, then backward from what the loss says of the
// outputs. The host (src/platform/training/gradient-kernel.ts) puts layers and rows into the memory.
import { tanhOfSums } from './activate';
import { ROW } from './layout';
import {
  bellOf, constant, cosOf, limit, madd, NEGATIVE_HALF_LOG2E, NEGATIVE_LOG2E, nmadd, NONE, ONE, sigmoidOf, sinOf, softAbsOf, softplusOf, TWO,
  ZERO,
} from './vectors';

/** Fields of a layer, in bytes; must stay in step with the host. */
const LAYER_SIZE: usize = 64;
const INPUTS: i32 = 0; // i32, as all of them
const UNITS: i32 = 4;
const KERNEL: i32 = 8; // address of [units, inputs]
const BIASES: i32 = 12;
const CODES: i32 = 16; // address of an activation's number a unit
const SUMS: i32 = 20; // addresses of tiles of units rows
const OUTPUTS: i32 = 24;
const KERNEL_GRADIENT: i32 = 28;
const BIAS_GRADIENT: i32 = 32;

/** Activations that need their limits only. */
const RELU: i32 = 14;
const CLAMP: i32 = 15;

/** As src/core/nn/predict.ts: sums are limited to it, and nothing is learned beyond. */
const SUM_LIMIT: f32 = 1000000;
/** Beyond it whole turns are taken away before a sine. */
const TURN_LIMIT: f32 = 30000;

/** Sums and outputs of all layers; the last tile has `lastBytes` of each row. */
export function forward(layers: usize, layersEnd: usize, inputs: usize, tileCount: i32, lastBytes: usize): void {
  const firstSize = <usize>load<i32>(layers, INPUTS) * ROW;
  for (let tile = 0; tile < tileCount; tile++) {
    const bytes = tile == tileCount - 1 ? lastBytes : <usize>ROW;
    let below = inputs + <usize>tile * firstSize;
    for (let layer = layers; layer < layersEnd; layer += LAYER_SIZE) {
      const units = load<i32>(layer, UNITS);
      const inputCount = load<i32>(layer, INPUTS);
      const size = <usize>units * ROW;
      const sums = <usize>load<u32>(layer, SUMS) + <usize>tile * size;
      const outputs = <usize>load<u32>(layer, OUTPUTS) + <usize>tile * size;
      const perUnit = <usize>inputCount << 2;
      const biases = <usize>load<u32>(layer, BIASES);
      weigh(below, inputCount, <usize>load<u32>(layer, KERNEL), perUnit, 4, biases, units, sums, bytes, 0);
      const codes = <usize>load<u32>(layer, CODES);
      for (let o = 0; o < units; o++) {
        const row = <usize>o * ROW;
        respond(load<i32>(codes + (<usize>o << 2)), sums + row, outputs + row, bytes);
      }
      below = outputs;
    }
  }
}

/** Adds to the gradients. `delta`: tiles of d loss / d outputs of the last layer; `scratch`: as many rows as the widest layer has, twice. */
export function backward(
  layers: usize,
  layersEnd: usize,
  inputs: usize,
  delta: usize,
  scratch: usize,
  scratchSize: usize,
  tileCount: i32,
  lastBytes: usize,
): void {
  const firstSize = <usize>load<i32>(layers, INPUTS) * ROW;
  for (let tile = 0; tile < tileCount; tile++) {
    const bytes = tile == tileCount - 1 ? lastBytes : <usize>ROW;
    let layer = layersEnd - LAYER_SIZE;
    let above = delta + <usize>tile * <usize>load<i32>(layer, UNITS) * ROW;
    let next = scratch;
    for (; layer >= layers; layer -= LAYER_SIZE) {
      const units = load<i32>(layer, UNITS);
      const inputCount = load<i32>(layer, INPUTS);
      const place = <usize>tile * <usize>units * ROW;
      const sums = <usize>load<u32>(layer, SUMS) + place;
      const outputs = <usize>load<u32>(layer, OUTPUTS) + place;
      const codes = <usize>load<u32>(layer, CODES);
      // Below the last layer, slopes of tanh were multiplied in already.
      if (sums != outputs || layer == layersEnd - LAYER_SIZE) for (let o = 0; o < units; o++) {
        const row = <usize>o * ROW;
        goBack(load<i32>(codes + (<usize>o << 2)), above + row, sums + row, outputs + row, bytes);
      }
      const isFirst = layer == layers;
      const below = isFirst
        ? inputs + <usize>tile * firstSize
        : <usize>load<u32>(layer - LAYER_SIZE, OUTPUTS) + <usize>tile * <usize>inputCount * ROW;
      addGradients(layer, above, below, units, inputCount, bytes);
      if (isFirst) break;
      // Outputs in place of their sums: all units there are tanh, and their slopes are multiplied in at once.
      const areTanh = load<u32>(layer - LAYER_SIZE, SUMS) == load<u32>(layer - LAYER_SIZE, OUTPUTS);
      const slopesOf = areTanh ? below : 0;
      weigh(above, units, <usize>load<u32>(layer, KERNEL), 4, <usize>inputCount << 2, 0, inputCount, next, bytes, slopesOf);
      above = next;
      next = next == scratch ? scratch + scratchSize : scratch;
    }
  }
}

/**
 * `toCount` rows, each a weighted sum of `fromCount` rows: weights stand `perTo` bytes apart from row to row of the sums and
 * `perFrom` from row to row of what is summed. With biases the sums are limited.
 * With `slopesOf`, as many rows of tanh's outputs, each sum is multiplied by the slope there.
 */
function weigh(
  from: usize, fromCount: i32, weights: usize, perTo: usize, perFrom: usize, biases: usize, toCount: i32, to: usize, bytes: usize,
  slopesOf: usize,
): void {
  const low = f32x4.splat(-SUM_LIMIT);
  const high = f32x4.splat(SUM_LIMIT);
  const one = constant(ONE);
  const end = from + <usize>fromCount * ROW;
  let o = 0;
  for (; o + 1 < toCount; o += 2) {
    const first = weights + <usize>o * perTo;
    const row0 = to + <usize>o * ROW;
    const row1 = row0 + ROW;
    const bias0 = biases ? v128.load32_splat(biases + (<usize>o << 2)) : constant(ZERO);
    const bias1 = biases ? v128.load32_splat(biases + (<usize>o << 2), 4) : constant(ZERO);
    for (let at: usize = 0; at < bytes; at += 64) {
      let a0 = bias0;
      let a1 = bias0;
      let a2 = bias0;
      let a3 = bias0;
      let b0 = bias1;
      let b1 = bias1;
      let b2 = bias1;
      let b3 = bias1;
      let weight = first;
      for (let x = from + at; x < end; x += ROW) {
        const w0 = v128.load32_splat(weight);
        const w1 = v128.load32_splat(weight + perTo);
        const x0 = v128.load(x, 0);
        a0 = madd(w0, x0, a0);
        b0 = madd(w1, x0, b0);
        const x1 = v128.load(x, 16);
        a1 = madd(w0, x1, a1);
        b1 = madd(w1, x1, b1);
        const x2 = v128.load(x, 32);
        a2 = madd(w0, x2, a2);
        b2 = madd(w1, x2, b2);
        const x3 = v128.load(x, 48);
        a3 = madd(w0, x3, a3);
        b3 = madd(w1, x3, b3);
        weight += perFrom;
      }
      if (biases) {
        a0 = limit(a0, low, high);
        a1 = limit(a1, low, high);
        a2 = limit(a2, low, high);
        a3 = limit(a3, low, high);
        b0 = limit(b0, low, high);
        b1 = limit(b1, low, high);
        b2 = limit(b2, low, high);
        b3 = limit(b3, low, high);
      }
      if (slopesOf) {
        const y0 = slopesOf + <usize>o * ROW + at;
        a0 = sloped(a0, v128.load(y0, 0), one);
        a1 = sloped(a1, v128.load(y0, 16), one);
        a2 = sloped(a2, v128.load(y0, 32), one);
        a3 = sloped(a3, v128.load(y0, 48), one);
        b0 = sloped(b0, v128.load(y0, ROW), one);
        b1 = sloped(b1, v128.load(y0, ROW + 16), one);
        b2 = sloped(b2, v128.load(y0, ROW + 32), one);
        b3 = sloped(b3, v128.load(y0, ROW + 48), one);
      }
      v128.store(row0 + at, a0, 0);
      v128.store(row0 + at, a1, 16);
      v128.store(row0 + at, a2, 32);
      v128.store(row0 + at, a3, 48);
      v128.store(row1 + at, b0, 0);
      v128.store(row1 + at, b1, 16);
      v128.store(row1 + at, b2, 32);
      v128.store(row1 + at, b3, 48);
    }
  }
  if (o == toCount) return;
  const first = weights + <usize>o * perTo;
  const row = to + <usize>o * ROW;
  const bias = biases ? v128.load32_splat(biases + (<usize>o << 2)) : constant(ZERO);
  for (let at: usize = 0; at < bytes; at += 64) {
    let a0 = bias;
    let a1 = bias;
    let a2 = bias;
    let a3 = bias;
    let weight = first;
    for (let x = from + at; x < end; x += ROW) {
      const w = v128.load32_splat(weight);
      a0 = madd(w, v128.load(x, 0), a0);
      a1 = madd(w, v128.load(x, 16), a1);
      a2 = madd(w, v128.load(x, 32), a2);
      a3 = madd(w, v128.load(x, 48), a3);
      weight += perFrom;
    }
    if (biases) {
      a0 = limit(a0, low, high);
      a1 = limit(a1, low, high);
      a2 = limit(a2, low, high);
      a3 = limit(a3, low, high);
    }
    if (slopesOf) {
      const y = slopesOf + <usize>o * ROW + at;
      a0 = sloped(a0, v128.load(y, 0), one);
      a1 = sloped(a1, v128.load(y, 16), one);
      a2 = sloped(a2, v128.load(y, 32), one);
      a3 = sloped(a3, v128.load(y, 48), one);
    }
    v128.store(row + at, a0, 0);
    v128.store(row + at, a1, 16);
    v128.store(row + at, a2, 32);
    v128.store(row + at, a3, 48);
  }
}

/** By the slope of tanh where its output is y. */
// @ts-ignore: decorator
@inline
function sloped(delta: v128, y: v128, one: v128): v128 {
  return f32x4.mul(delta, nmadd(y, y, one));
}

/** Outputs from sums. Sums of many turns are replaced by what is left of them, but those at the limit. */
function respond(code: i32, sums: usize, outputs: usize, bytes: usize): void {
  if (code == 3) return tanhOfSums(sums, outputs, bytes);
  let isFar = false;
  for (let at: usize = 0; at < bytes; at += 16) {
    const z = v128.load(sums + at);
    isFar = isFar || v128.any_true(f32x4.gt(f32x4.abs(z), f32x4.splat(TURN_LIMIT)));
    let y = z;
    if (code == RELU) y = f32x4.pmax(constant(ZERO), z);
    if (code == CLAMP) y = limit(z, constant(ZERO), constant(ONE));
    v128.store(outputs + at, y);
  }
  if (isFar && (code == 1 || code == 2)) {
    reduceTurns(outputs, outputs + bytes);
    for (let at: usize = 0; at < bytes; at += 16) {
      const z = v128.load(sums + at);
      const isWithin = f32x4.lt(f32x4.abs(z), f32x4.splat(SUM_LIMIT));
      v128.store(sums + at, v128.bitselect(v128.load(outputs + at), z, isWithin));
    }
  }
  if (code < RELU) activate(code, outputs, outputs + bytes);
}

/** Takes whole turns away in float64: a single float has too few digits for the multiple of pi to be taken from it. */
function reduceTurns(from: usize, end: usize): void {
  const perTurn = f64x2.splat(0.15915494309189535);
  const turn = f64x2.splat(6.283185307179586);
  const rest = f64x2.splat(2.4492935982947064e-16);
  for (let at = from; at < end; at += 8) {
    const x = f64x2.promote_low_f32x4(v128.load64_zero(at));
    const n = f64x2.nearest(f64x2.mul(x, perTurn));
    const r = f64x2.sub(f64x2.sub(x, f64x2.mul(n, turn)), f64x2.mul(n, rest));
    v128.store64_lane(at, f32x4.demote_f64x2_zero(r), 0);
  }
}

/** `code` as src/platform/training/gradient-kernel.ts numbers activations. */
function activate(code: i32, from: usize, end: usize): void {
  for (let at = from; at < end; at += 16) v128.store(at, activated(code, v128.load(at)));
}

// @ts-ignore: decorator
@inline
function activated(code: i32, z: v128): v128 {
  switch (code) {
    case 1: return sinOf(z);
    case 2: return cosOf(z);
    case 4: return sigmoidOf(z);
    case 5: return madd(sigmoidOf(z), constant(TWO), constant(NONE));
    case 6: return bellOf(z, NEGATIVE_LOG2E);
    case 7: return madd(bellOf(z, NEGATIVE_LOG2E), constant(TWO), constant(NONE));
    case 8: return bellOf(z, NEGATIVE_HALF_LOG2E);
    case 9: return softplusOf(z);
    case 10: return f32x4.abs(z);
    case 11: return softAbsOf(z);
    case 12: return f32x4.mul(z, z);
    case 13: return v128.and(f32x4.gt(z, constant(ZERO)), constant(ONE));
    default: return z;
  }
}

/** From d loss / d outputs of a neuron to d loss / d sums; 0 at a limited sum. */
function goBack(code: i32, delta: usize, sums: usize, outputs: usize, bytes: usize): void {
  if (code == 3) {
    for (let at: usize = 0; at < bytes; at += 16) {
      const y = v128.load(outputs + at);
      v128.store(delta + at, sloped(v128.load(delta + at), y, constant(ONE)));
    }
    return;
  }
  for (let at: usize = 0; at < bytes; at += 16) {
    const z = v128.load(sums + at);
    const slope = slopeOf(code, z, v128.load(outputs + at));
    const isWithin = f32x4.lt(f32x4.abs(z), f32x4.splat(SUM_LIMIT));
    v128.store(delta + at, f32x4.mul(v128.load(delta + at), v128.and(slope, isWithin)));
  }
}

/** d activation / dz. */
// @ts-ignore: decorator
@inline
function slopeOf(code: i32, z: v128, y: v128): v128 {
  switch (code) {
    case 0: return constant(ONE);
    case 1: return cosOf(z);
    case 2: return f32x4.neg(sinOf(z));
    case 4: return f32x4.mul(y, f32x4.sub(constant(ONE), y));
    case 5: return f32x4.mul(f32x4.splat(0.5), f32x4.sub(constant(ONE), f32x4.mul(y, y)));
    case 6: return f32x4.mul(f32x4.mul(f32x4.splat(-2), z), y);
    case 7: return f32x4.mul(f32x4.mul(f32x4.splat(-2), z), f32x4.add(y, constant(ONE)));
    case 8: return f32x4.mul(f32x4.neg(z), y);
    case 9: return sigmoidOf(z);
    case 10: return v128.or(
      v128.and(f32x4.gt(z, constant(ZERO)), constant(ONE)),
      v128.and(f32x4.lt(z, constant(ZERO)), constant(NONE)),
    );
    case 11: return f32x4.div(z, f32x4.add(y, f32x4.splat(0.6)));
    case 12: return f32x4.mul(constant(TWO), z);
    case RELU: return v128.and(f32x4.gt(z, constant(ZERO)), constant(ONE));
    case CLAMP: return v128.and(v128.and(f32x4.gt(z, constant(ZERO)), f32x4.lt(z, constant(ONE))), constant(ONE));
    default: return constant(ZERO);
  }
}

/** Of one layer and tile: two units by four inputs at a time. */
function addGradients(layer: usize, delta: usize, below: usize, units: i32, inputCount: i32, bytes: usize): void {
  const kernel = <usize>load<u32>(layer, KERNEL_GRADIENT);
  const biases = <usize>load<u32>(layer, BIAS_GRADIENT);
  const perUnit = <usize>inputCount << 2;
  let o = 0;
  for (; o + 1 < units; o += 2) {
    const d = delta + <usize>o * ROW;
    const g = kernel + <usize>o * perUnit;
    let i = 0;
    for (; i + 3 < inputCount; i += 4) {
      const x = below + <usize>i * ROW;
      let a0 = constant(ZERO);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b0 = a0;
      let b1 = a0;
      let b2 = a0;
      let b3 = a0;
      for (let at: usize = 0; at < bytes; at += 16) {
        const d0 = v128.load(d + at);
        const d1 = v128.load(d + at, ROW);
        const x0 = v128.load(x + at);
        a0 = madd(d0, x0, a0);
        b0 = madd(d1, x0, b0);
        const x1 = v128.load(x + at, ROW);
        a1 = madd(d0, x1, a1);
        b1 = madd(d1, x1, b1);
        const x2 = v128.load(x + at, ROW * 2);
        a2 = madd(d0, x2, a2);
        b2 = madd(d1, x2, b2);
        const x3 = v128.load(x + at, ROW * 3);
        a3 = madd(d0, x3, a3);
        b3 = madd(d1, x3, b3);
      }
      const to = g + (<usize>i << 2);
      addFour(to, a0, a1, a2, a3);
      addFour(to + perUnit, b0, b1, b2, b3);
    }
    for (; i < inputCount; i++) {
      const x = below + <usize>i * ROW;
      const to = g + (<usize>i << 2);
      addProducts(to, d, x, bytes);
      addProducts(to + perUnit, d + ROW, x, bytes);
    }
    addRow(biases + (<usize>o << 2), d, bytes);
    addRow(biases + (<usize>o << 2) + 4, d + ROW, bytes);
  }
  if (o == units) return;
  const d = delta + <usize>o * ROW;
  const g = kernel + <usize>o * perUnit;
  for (let i = 0; i < inputCount; i++) addProducts(g + (<usize>i << 2), d, below + <usize>i * ROW, bytes);
  addRow(biases + (<usize>o << 2), d, bytes);
}

/** The sums of four vectors, to four neighbours: transposed, then added. */
// @ts-ignore: decorator
@inline
function addFour(to: usize, a: v128, b: v128, c: v128, d: v128): void {
  const ab = f32x4.add(v128.shuffle<f32>(a, b, 0, 4, 1, 5), v128.shuffle<f32>(a, b, 2, 6, 3, 7));
  const cd = f32x4.add(v128.shuffle<f32>(c, d, 0, 4, 1, 5), v128.shuffle<f32>(c, d, 2, 6, 3, 7));
  const sum = f32x4.add(v128.shuffle<f32>(ab, cd, 0, 1, 4, 5), v128.shuffle<f32>(ab, cd, 2, 3, 6, 7));
  v128.store(to, f32x4.add(v128.load(to), sum));
}

function addProducts(to: usize, d: usize, x: usize, bytes: usize): void {
  let sum = constant(ZERO);
  for (let at: usize = 0; at < bytes; at += 16) sum = madd(v128.load(d + at), v128.load(x + at), sum);
  addLanes(to, sum);
}

function addRow(to: usize, d: usize, bytes: usize): void {
  let sum = constant(ZERO);
  for (let at: usize = 0; at < bytes; at += 16) sum = f32x4.add(v128.load(d + at), sum);
  addLanes(to, sum);
}

// @ts-ignore: decorator
@inline
function addLanes(to: usize, sum: v128): void {
  const total =
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3));
  store<f32>(to, load<f32>(to) + total);
}

/** The first byte the host may use. */
export const heap: usize = __heap_base;
