// A pixel's slopes are differences of samples half a pixel apart. Two single floats that are nearly the same leave few digits of their
// difference; so rows may hold the first sample's value and, behind it, how far the others' are from it. Each step then gives both.
import { activate, sinOfHalfTurns } from './activate';
import {
  C60, constant, HALF, limit, madd, MAGIC, NEGATIVE_126, NEGATIVE_60, NONE, ONE, POWER_1, POWER_2, POWER_3, POWER_4, POWER_5,
  powerOfTwo, SIN_1, SIN_3, SIN_5, SIN_7, SIN_9, softAbsOf, TWO, ZERO,
} from './vectors';

const IS_BOUNDED: i32 = 128;

/** An activation of a row whose first `baseBytes` are sums, and the others differences from them. `kind` as `activate` knows it. */
export function differ(kind: i32, row: usize, baseBytes: usize, bytes: usize): void {
  switch (kind & ~IS_BOUNDED) {
    case 1: return differSin(row, baseBytes, row + bytes);
    case 2: return differSigmoid(f32x4.splat(-2), constant(ONE), row, baseBytes, row + bytes);
    case 3: return differSigmoid(constant(ONE), constant(ZERO), row, baseBytes, row + bytes);
    case 4: return differBell(constant(ONE), constant(ZERO), row, baseBytes, row + bytes);
    case 5: return differBell(constant(TWO), constant(NONE), row, baseBytes, row + bytes);
    case 7: return differSoftAbs(row, baseBytes, row + bytes);
    default: subtract(kind, row, baseBytes, row + bytes);
  }
}

/** By 2 sin(d / 2) cos(z + d / 2). */
function differSin(row: usize, baseBytes: usize, end: usize): void {
  const magic = constant(MAGIC);
  const half = constant(HALF);
  const c1 = constant(SIN_1);
  const c3 = constant(SIN_3);
  const c5 = constant(SIN_5);
  const c7 = constant(SIN_7);
  const c9 = constant(SIN_9);
  for (let at = row; at < row + baseBytes; at += 16) {
    const z = v128.load(at);
    const quarter = f32x4.add(z, half);
    for (let to = at + baseBytes; to < end; to += baseBytes) {
      const d = f32x4.mul(half, v128.load(to));
      let sine: v128;
      if (v128.any_true(f32x4.gt(f32x4.abs(d), half))) {
        sine = sinOfHalfTurns(d, magic, c1, c3, c5, c7, c9);
      } else {
        const y = f32x4.mul(d, d);
        sine = f32x4.mul(d, madd(madd(madd(madd(c9, y, c7), y, c5), y, c3), y, c1));
      }
      const cosine = sinOfHalfTurns(f32x4.add(quarter, d), magic, c1, c3, c5, c7, c9);
      v128.store(to, f32x4.mul(f32x4.add(sine, sine), cosine));
    }
    v128.store(at, sinOfHalfTurns(z, magic, c1, c3, c5, c7, c9));
  }
}

/** Of summand + factor / (2^t + 1). */
function differSigmoid(factor: v128, summand: v128, row: usize, baseBytes: usize, end: usize): void {
  const low = constant(NEGATIVE_60);
  const high = constant(C60);
  const one = constant(ONE);
  for (let at = row; at < row + baseBytes; at += 16) {
    const z = v128.load(at);
    const power = powerOfTwo(limit(z, low, high));
    const below = f32x4.add(power, one);
    const share = f32x4.div(factor, below);
    const fall = f32x4.neg(f32x4.mul(share, power));
    for (let to = at + baseBytes; to < end; to += baseBytes) {
      const d = v128.load(to);
      const rise = riseOf(d);
      let apart = f32x4.div(f32x4.mul(fall, rise), madd(power, rise, below));
      const isFar = isBeyondHalf(d);
      if (v128.any_true(isFar)) {
        const other = f32x4.div(factor, f32x4.add(powerOfTwo(limit(f32x4.add(z, d), low, high)), one));
        apart = v128.bitselect(f32x4.sub(other, share), apart, isFar);
      }
      v128.store(to, apart);
    }
    v128.store(at, f32x4.add(summand, share));
  }
}

/** Of summand + factor 2^(-t²). */
function differBell(factor: v128, summand: v128, row: usize, baseBytes: usize, end: usize): void {
  const low = constant(NEGATIVE_126);
  for (let at = row; at < row + baseBytes; at += 16) {
    const z = v128.load(at);
    const bell = f32x4.mul(factor, powerOfTwo(f32x4.pmax(low, f32x4.neg(f32x4.mul(z, z)))));
    const back = f32x4.neg(f32x4.add(z, z));
    for (let to = at + baseBytes; to < end; to += baseBytes) {
      const d = v128.load(to);
      const power = f32x4.mul(d, f32x4.sub(back, d));
      let apart = f32x4.mul(bell, riseOf(power));
      const isFar = isBeyondHalf(power);
      if (v128.any_true(isFar)) {
        const other = f32x4.add(z, d);
        const otherBell = f32x4.mul(factor, powerOfTwo(f32x4.pmax(low, f32x4.neg(f32x4.mul(other, other)))));
        apart = v128.bitselect(f32x4.sub(otherBell, bell), apart, isFar);
      }
      v128.store(to, apart);
    }
    v128.store(at, f32x4.add(summand, bell));
  }
}

/** By the difference of squares over the sum of roots. */
function differSoftAbs(row: usize, baseBytes: usize, end: usize): void {
  for (let at = row; at < row + baseBytes; at += 16) {
    const z = v128.load(at);
    const base = softAbsOf(z);
    for (let to = at + baseBytes; to < end; to += baseBytes) {
      const d = v128.load(to);
      const other = f32x4.add(z, d);
      const roots = f32x4.add(f32x4.add(base, softAbsOf(other)), f32x4.splat(1.2));
      v128.store(to, f32x4.div(f32x4.mul(d, f32x4.add(z, other)), roots));
    }
    v128.store(at, base);
  }
}

/** For what is limited only: as far as both are within the limits, and on one side of 0 where the sign is masked away. */
export function differLimited(low: v128, high: v128, mask: v128, row: usize, baseBytes: usize, bytes: usize): void {
  for (let at = row; at < row + baseBytes; at += 16) {
    const z = v128.load(at);
    const limited = v128.and(mask, limit(z, low, high));
    const isWithin = v128.and(f32x4.ge(z, low), f32x4.le(z, high));
    for (let to = at + baseBytes; to < row + bytes; to += baseBytes) {
      const d = v128.load(to);
      const other = f32x4.add(z, d);
      const isOtherWithin = v128.and(f32x4.ge(other, low), f32x4.le(other, high));
      const isOneSided = i32x4.eq(v128.andnot(v128.xor(z, other), mask), constant(ZERO));
      const straight = v128.xor(d, v128.andnot(z, mask));
      const bent = f32x4.sub(v128.and(mask, limit(other, low, high)), limited);
      const isStraight = v128.and(isOneSided, v128.and(isWithin, isOtherWithin));
      v128.store(to, v128.bitselect(straight, bent, isStraight));
    }
    v128.store(at, limited);
  }
}

/** Of what has no better way. */
function subtract(kind: i32, row: usize, baseBytes: usize, end: usize): void {
  for (let at = row; at < row + baseBytes; at += 16) {
    for (let to = at + baseBytes; to < end; to += baseBytes) v128.store(to, f32x4.add(v128.load(at), v128.load(to)));
  }
  activate(kind, row, end);
  for (let at = row; at < row + baseBytes; at += 16) {
    for (let to = at + baseBytes; to < end; to += baseBytes) v128.store(to, f32x4.sub(v128.load(to), v128.load(at)));
  }
}

// @ts-ignore: decorator
@inline
function isBeyondHalf(t: v128): v128 {
  return f32x4.gt(f32x4.abs(t), constant(HALF));
}

/** 2^t - 1 for t in [-.5, .5], to the last digits of small ones too. */
// @ts-ignore: decorator
@inline
function riseOf(t: v128): v128 {
  const p = madd(madd(madd(constant(POWER_5), t, constant(POWER_4)), t, constant(POWER_3)), t, constant(POWER_2));
  return f32x4.mul(t, madd(p, t, constant(POWER_1)));
}
