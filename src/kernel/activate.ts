// Activations over a row. What a sum would be multiplied by first stands in its weights already (src/core/cppn/kernel-network.ts), and
// constants stay in registers: reading them anew for each vector took longer than the arithmetic.
import {
  C126, C60, constant, limit, madd, MAGIC, NEGATIVE_60, NEGATIVE_LOG2E, NONE, ONE, POWER_1, POWER_2, POWER_3, POWER_4, POWER_5, SIN_1,
  SIN_3, SIN_5, SIN_7, SIN_9, softAbsOf, softplusOf, TWO, TWO_LOG2E, ZERO,
} from './vectors';

/** Added to an activation's number where no exponent can leave its range. */
const IS_BOUNDED: i32 = 128;

/** Numbers as in src/core/cppn/kernel-network.ts; 0, which is what limits and sums alone do, is not asked for. */
export function activate(kind: i32, from: usize, end: usize): void {
  switch (kind) {
    case 1: return sinRow(from, end);
    case 2: return tanhRow(from, end);
    case 2 | IS_BOUNDED: return tanhOfRow(from, from, end - from, true, false);
    case 3: return sigmoidRow(from, end);
    case 3 | IS_BOUNDED: return sigmoidOfRow(from, from, end - from, true, false);
    case 4: return bellOfRow(from, end, false);
    case 4 | IS_BOUNDED: return bellOfRow(from, end, true);
    case 5:
    case 5 | IS_BOUNDED: return bipolarBellRow(from, end);
    case 6:
      for (let at = from; at < end; at += 16) v128.store(at, softplusOf(v128.load(at)));
      return;
    case 7:
      for (let at = from; at < end; at += 16) v128.store(at, softAbsOf(v128.load(at)));
      return;
    case 8:
      for (let at = from; at < end; at += 16) {
        const x = v128.load(at);
        v128.store(at, f32x4.mul(x, x));
      }
      return;
    case 9:
      for (let at = from; at < end; at += 16) v128.store(at, v128.and(f32x4.gt(v128.load(at), constant(ZERO)), constant(ONE)));
      return;
    case 10:
      toHalfTurns(from, end, 0);
      return sinRow(from, end);
    default:
      toHalfTurns(from, end, 0.5);
      return sinRow(from, end);
  }
}

/** From radians, many turns of them: what is left without whole turns, in half turns. In float64: a single float has too few digits. */
function toHalfTurns(from: usize, end: usize, shift: f64): void {
  const perHalf = f64x2.splat(0.3183098861837907);
  const first = f64x2.splat(shift);
  for (let at = from; at < end; at += 8) {
    const t = f64x2.add(f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(at)), perHalf), first);
    const turns = f64x2.nearest(f64x2.mul(t, f64x2.splat(0.5)));
    v128.store64_lane(at, f32x4.demote_f64x2_zero(f64x2.sub(t, f64x2.add(turns, turns))), 0);
  }
}

/** sin(pi t) */
export function sinRow(from: usize, end: usize): void {
  const magic = constant(MAGIC);
  const c1 = constant(SIN_1);
  const c3 = constant(SIN_3);
  const c5 = constant(SIN_5);
  const c7 = constant(SIN_7);
  const c9 = constant(SIN_9);
  for (let at = from; at < end; at += 32) {
    v128.store(at, sinOfHalfTurns(v128.load(at), magic, c1, c3, c5, c7, c9));
    v128.store(at, sinOfHalfTurns(v128.load(at, 16), magic, c1, c3, c5, c7, c9), 16);
  }
}

// @ts-ignore: decorator
@inline
export function sinOfHalfTurns(t: v128, magic: v128, c1: v128, c3: v128, c5: v128, c7: v128, c9: v128): v128 {
  const shifted = f32x4.add(magic, t);
  const f = f32x4.sub(t, f32x4.sub(shifted, magic));
  const z = f32x4.mul(f, f);
  const y = f32x4.mul(z, z);
  const p = madd(madd(c9, y, madd(c7, z, c5)), y, madd(c3, z, c1));
  return v128.xor(f32x4.mul(f, p), i32x4.shl(shifted, 31)); // odd half turns change the sign
}

export function tanhRow(from: usize, end: usize): void {
  tanhOfRow(from, from, end - from, false, false);
}

/** tanh of sums as they are. */
export function tanhOfSums(sums: usize, outputs: usize, bytes: usize): void {
  tanhOfRow(sums, outputs, bytes, false, true);
}

/** sigmoid by exponents within [-126, 127]: 1 / (2^t + 1) */
export function sigmoidOfExponents(exponents: usize, outputs: usize, bytes: usize): void {
  sigmoidOfRow(exponents, outputs, bytes, true, false);
}

function sigmoidRow(from: usize, end: usize): void {
  sigmoidOfRow(from, from, end - from, false, false);
}

/** sigmoid of sums as they are. */
export function sigmoidOfSums(sums: usize, outputs: usize, bytes: usize): void {
  sigmoidOfRow(sums, outputs, bytes, false, true);
}

/** 1 - 2 / (2^t + 1); `isSum`: t is still to be multiplied. */
// @ts-ignore: decorator
@inline
function tanhOfRow(from: usize, to: usize, bytes: usize, isBounded: bool, isSum: bool): void {
  const factor = constant(TWO_LOG2E);
  const low = constant(NEGATIVE_60);
  const high = constant(C60);
  const magic = constant(MAGIC);
  const p1 = constant(POWER_1);
  const p2 = constant(POWER_2);
  const p3 = constant(POWER_3);
  const p4 = constant(POWER_4);
  const p5 = constant(POWER_5);
  const one = constant(ONE);
  const two = constant(TWO);
  for (let at: usize = 0; at < bytes; at += 32) {
    const a = exponentOf(v128.load(from + at), isBounded, isSum, factor, low, high);
    v128.store(to + at, f32x4.sub(one, f32x4.div(two, f32x4.add(one, powerOfTwo(a, magic, one, p1, p2, p3, p4, p5)))));
    const b = exponentOf(v128.load(from + at, 16), isBounded, isSum, factor, low, high);
    v128.store(to + at, f32x4.sub(one, f32x4.div(two, f32x4.add(one, powerOfTwo(b, magic, one, p1, p2, p3, p4, p5)))), 16);
  }
}

/** 1 / (2^t + 1); `isSum`: t is still to be multiplied. */
// @ts-ignore: decorator
@inline
function sigmoidOfRow(from: usize, to: usize, bytes: usize, isBounded: bool, isSum: bool): void {
  const factor = constant(NEGATIVE_LOG2E);
  const low = constant(NEGATIVE_60);
  const high = constant(C60);
  const magic = constant(MAGIC);
  const p1 = constant(POWER_1);
  const p2 = constant(POWER_2);
  const p3 = constant(POWER_3);
  const p4 = constant(POWER_4);
  const p5 = constant(POWER_5);
  const one = constant(ONE);
  for (let at: usize = 0; at < bytes; at += 32) {
    const a = exponentOf(v128.load(from + at), isBounded, isSum, factor, low, high);
    v128.store(to + at, f32x4.div(one, f32x4.add(one, powerOfTwo(a, magic, one, p1, p2, p3, p4, p5))));
    const b = exponentOf(v128.load(from + at, 16), isBounded, isSum, factor, low, high);
    v128.store(to + at, f32x4.div(one, f32x4.add(one, powerOfTwo(b, magic, one, p1, p2, p3, p4, p5))), 16);
  }
}

// @ts-ignore: decorator
@inline
function exponentOf(x: v128, isBounded: bool, isSum: bool, factor: v128, low: v128, high: v128): v128 {
  const t = isSum ? f32x4.mul(factor, x) : x;
  return isBounded ? t : limit(t, low, high);
}

/** 2^(-t²) */
// @ts-ignore: decorator
@inline
function bellOfRow(from: usize, end: usize, isBounded: bool): void {
  const magic = constant(MAGIC);
  const p1 = constant(POWER_1);
  const p2 = constant(POWER_2);
  const p3 = constant(POWER_3);
  const p4 = constant(POWER_4);
  const p5 = constant(POWER_5);
  const one = constant(ONE);
  for (let at = from; at < end; at += 32) {
    v128.store(at, bellOf(v128.load(at), isBounded, magic, one, p1, p2, p3, p4, p5));
    v128.store(at, bellOf(v128.load(at, 16), isBounded, magic, one, p1, p2, p3, p4, p5), 16);
  }
}

function bipolarBellRow(from: usize, end: usize): void {
  bellOfRow(from, end, false);
  for (let at = from; at < end; at += 16) v128.store(at, madd(v128.load(at), constant(TWO), constant(NONE)));
}

// @ts-ignore: decorator
@inline
function bellOf(t: v128, isBounded: bool, magic: v128, one: v128, p1: v128, p2: v128, p3: v128, p4: v128, p5: v128): v128 {
  let z = f32x4.mul(t, t);
  if (!isBounded) z = f32x4.pmin(constant(C126), z);
  const shifted = f32x4.sub(magic, z);
  return risen(f32x4.sub(f32x4.sub(magic, shifted), z), shifted, one, p1, p2, p3, p4, p5);
}

/** 2^t for t in [-126, 127]. */
// @ts-ignore: decorator
@inline
function powerOfTwo(t: v128, magic: v128, one: v128, p1: v128, p2: v128, p3: v128, p4: v128, p5: v128): v128 {
  const shifted = f32x4.add(magic, t);
  return risen(f32x4.sub(t, f32x4.sub(shifted, magic)), shifted, one, p1, p2, p3, p4, p5);
}

/** 2^f times 2 to the whole number in the low bits of `shifted`. */
// @ts-ignore: decorator
@inline
function risen(f: v128, shifted: v128, one: v128, p1: v128, p2: v128, p3: v128, p4: v128, p5: v128): v128 {
  const g = f32x4.mul(f, f);
  const p = madd(madd(madd(p5, f, p4), g, madd(p3, f, p2)), g, madd(p1, f, one));
  return i32x4.add(p, i32x4.shl(shifted, 23));
}
