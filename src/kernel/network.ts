// One tile through the network: groups of one or two neurons, each a run of multiply-adds and then its activation.
import {
  ACTIVATION_0, ACTIVATION_1, BIAS_0, GROUP_END, GROUP_SIZE, GROUPS, HAS_HIGH, HAS_LOW, HAS_MASK, HIGH_0,
  HIGH_1, LIMITS, LINK_SIZE, LINKS_END, LOW_0, LOW_1, MASK_0, MASK_1, ROW_0, ROW_1,
} from './layout';
import { activate } from './activate';
import { differ, differLimited } from './differences';
import { madd } from './vectors';

/** Differences have no biases. */
const noBiases = memory.data(8, 4);

/** `baseBytes`: of a row that are values; what lies behind them are differences from them. */
export function runNetwork(parameters: usize, baseBytes: usize, bytes: usize): void {
  const end = <usize>load<u32>(parameters, GROUP_END);
  for (let group = <usize>load<u32>(parameters, GROUPS); group < end; ) {
    const row0 = <usize>load<u32>(group, ROW_0);
    const row1 = <usize>load<u32>(group, ROW_1);
    if (baseBytes == bytes) {
      sum(group, group + BIAS_0, load<i32>(group, LIMITS), row0, row1, 0, bytes);
      if (load<i32>(group, ACTIVATION_0) != 0) activate(load<i32>(group, ACTIVATION_0), row0, row0 + bytes);
      if (load<i32>(group, ACTIVATION_1) != 0) activate(load<i32>(group, ACTIVATION_1), row1, row1 + bytes);
    } else {
      sum(group, group + BIAS_0, 0, row0, row1, 0, baseBytes);
      sum(group, noBiases, 0, row0, row1, baseBytes, bytes);
      bend(group, MASK_0, LOW_0, HIGH_0, load<i32>(group, ACTIVATION_0), row0, baseBytes, bytes);
      if (row1 != 0) bend(group, MASK_1, LOW_1, HIGH_1, load<i32>(group, ACTIVATION_1), row1, baseBytes, bytes);
    }
    group = <usize>load<u32>(group, LINKS_END);
  }
}

// @ts-ignore: decorator
@inline
function sum(group: usize, biases: usize, limits: i32, row0: usize, row1: usize, first: usize, end: usize): void {
  if (row1 != 0) sumPair(group, biases, limits, row0, row1, first, end);
  else sumOne(group, biases, limits, row0, first, end);
}

/** Limits and activation of a row with differences. */
function bend(group: usize, mask: i32, low: i32, high: i32, kind: i32, row: usize, baseBytes: usize, bytes: usize): void {
  if (load<i32>(group, LIMITS)) {
    differLimited(
      v128.load32_splat(group + <usize>low), v128.load32_splat(group + <usize>high), v128.load32_splat(group + <usize>mask), row, baseBytes, bytes,
    );
  }
  if (kind != 0) differ(kind, row, baseBytes, bytes);
}

/** Two neurons, twenty samples at a time: ten sums in registers. */
function sumPair(group: usize, biases: usize, limits: i32, row0: usize, row1: usize, first: usize, end: usize): void {
  const links = group + GROUP_SIZE;
  const linksEnd = <usize>load<u32>(group, LINKS_END);
  for (let at = first; at < end; at += 80) {
    let a0 = v128.load32_splat(biases);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let a4 = a0;
    let b0 = v128.load32_splat(biases, 4);
    let b1 = b0;
    let b2 = b0;
    let b3 = b0;
    let b4 = b0;
    for (let link = links; link < linksEnd; link += LINK_SIZE) {
      const from = <usize>load<u32>(link) + at;
      const w0 = v128.load32_splat(link, 4);
      const w1 = v128.load32_splat(link, 8);
      const x0 = v128.load(from, 0);
      a0 = madd(w0, x0, a0);
      b0 = madd(w1, x0, b0);
      const x1 = v128.load(from, 16);
      a1 = madd(w0, x1, a1);
      b1 = madd(w1, x1, b1);
      const x2 = v128.load(from, 32);
      a2 = madd(w0, x2, a2);
      b2 = madd(w1, x2, b2);
      const x3 = v128.load(from, 48);
      a3 = madd(w0, x3, a3);
      b3 = madd(w1, x3, b3);
      const x4 = v128.load(from, 64);
      a4 = madd(w0, x4, a4);
      b4 = madd(w1, x4, b4);
    }
    if (limits & HAS_LOW) {
      const low0 = v128.load32_splat(group, LOW_0);
      const low1 = v128.load32_splat(group, LOW_1);
      a0 = f32x4.pmax(low0, a0);
      a1 = f32x4.pmax(low0, a1);
      a2 = f32x4.pmax(low0, a2);
      a3 = f32x4.pmax(low0, a3);
      a4 = f32x4.pmax(low0, a4);
      b0 = f32x4.pmax(low1, b0);
      b1 = f32x4.pmax(low1, b1);
      b2 = f32x4.pmax(low1, b2);
      b3 = f32x4.pmax(low1, b3);
      b4 = f32x4.pmax(low1, b4);
    }
    if (limits & HAS_HIGH) {
      const high0 = v128.load32_splat(group, HIGH_0);
      const high1 = v128.load32_splat(group, HIGH_1);
      a0 = f32x4.pmin(high0, a0);
      a1 = f32x4.pmin(high0, a1);
      a2 = f32x4.pmin(high0, a2);
      a3 = f32x4.pmin(high0, a3);
      a4 = f32x4.pmin(high0, a4);
      b0 = f32x4.pmin(high1, b0);
      b1 = f32x4.pmin(high1, b1);
      b2 = f32x4.pmin(high1, b2);
      b3 = f32x4.pmin(high1, b3);
      b4 = f32x4.pmin(high1, b4);
    }
    if (limits & HAS_MASK) {
      const mask0 = v128.load32_splat(group, MASK_0);
      const mask1 = v128.load32_splat(group, MASK_1);
      a0 = v128.and(mask0, a0);
      a1 = v128.and(mask0, a1);
      a2 = v128.and(mask0, a2);
      a3 = v128.and(mask0, a3);
      a4 = v128.and(mask0, a4);
      b0 = v128.and(mask1, b0);
      b1 = v128.and(mask1, b1);
      b2 = v128.and(mask1, b2);
      b3 = v128.and(mask1, b3);
      b4 = v128.and(mask1, b4);
    }
    v128.store(row0 + at, a0, 0);
    v128.store(row0 + at, a1, 16);
    v128.store(row0 + at, a2, 32);
    v128.store(row0 + at, a3, 48);
    v128.store(row0 + at, a4, 64);
    v128.store(row1 + at, b0, 0);
    v128.store(row1 + at, b1, 16);
    v128.store(row1 + at, b2, 32);
    v128.store(row1 + at, b3, 48);
    v128.store(row1 + at, b4, 64);
  }
}

/** One neuron, thirty-two samples at a time: with fewer sums in registers, each would wait for its last. */
function sumOne(group: usize, biases: usize, limits: i32, row: usize, first: usize, end: usize): void {
  const links = group + GROUP_SIZE;
  const linksEnd = <usize>load<u32>(group, LINKS_END);
  let at = first;
  for (; at + 128 <= end; at += 128) {
    let a0 = v128.load32_splat(biases);
    let a1 = a0;
    let a2 = a0;
    let a3 = a0;
    let a4 = a0;
    let a5 = a0;
    let a6 = a0;
    let a7 = a0;
    for (let link = links; link < linksEnd; link += LINK_SIZE) {
      const from = <usize>load<u32>(link) + at;
      const w = v128.load32_splat(link, 4);
      a0 = madd(w, v128.load(from, 0), a0);
      a1 = madd(w, v128.load(from, 16), a1);
      a2 = madd(w, v128.load(from, 32), a2);
      a3 = madd(w, v128.load(from, 48), a3);
      a4 = madd(w, v128.load(from, 64), a4);
      a5 = madd(w, v128.load(from, 80), a5);
      a6 = madd(w, v128.load(from, 96), a6);
      a7 = madd(w, v128.load(from, 112), a7);
    }
    if (limits) {
      a0 = limited(group, limits, a0);
      a1 = limited(group, limits, a1);
      a2 = limited(group, limits, a2);
      a3 = limited(group, limits, a3);
      a4 = limited(group, limits, a4);
      a5 = limited(group, limits, a5);
      a6 = limited(group, limits, a6);
      a7 = limited(group, limits, a7);
    }
    v128.store(row + at, a0, 0);
    v128.store(row + at, a1, 16);
    v128.store(row + at, a2, 32);
    v128.store(row + at, a3, 48);
    v128.store(row + at, a4, 64);
    v128.store(row + at, a5, 80);
    v128.store(row + at, a6, 96);
    v128.store(row + at, a7, 112);
  }
  if (at == end) return;
  let a0 = v128.load32_splat(biases);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  for (let link = links; link < linksEnd; link += LINK_SIZE) {
    const from = <usize>load<u32>(link) + at;
    const w = v128.load32_splat(link, 4);
    a0 = madd(w, v128.load(from, 0), a0);
    a1 = madd(w, v128.load(from, 16), a1);
    a2 = madd(w, v128.load(from, 32), a2);
    a3 = madd(w, v128.load(from, 48), a3);
  }
  if (limits) {
    a0 = limited(group, limits, a0);
    a1 = limited(group, limits, a1);
    a2 = limited(group, limits, a2);
    a3 = limited(group, limits, a3);
  }
  v128.store(row + at, a0, 0);
  v128.store(row + at, a1, 16);
  v128.store(row + at, a2, 32);
  v128.store(row + at, a3, 48);
}

function limited(group: usize, limits: i32, value: v128): v128 {
  let a = value;
  if (limits & HAS_LOW) a = f32x4.pmax(v128.load32_splat(group, LOW_0), a);
  if (limits & HAS_HIGH) a = f32x4.pmin(v128.load32_splat(group, HIGH_0), a);
  if (limits & HAS_MASK) a = v128.and(v128.load32_splat(group, MASK_0), a);
  return a;
}
