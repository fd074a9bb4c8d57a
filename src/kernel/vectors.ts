// Arithmetic on four floats at a time. AssemblyScript: compiled by scripts/kernel.ts, twice, without and with relaxed SIMD.

/**
 * Constants, read from memory with a splat: one instruction each, where a constant in the code costs several on x64.
 * sin: odd polynomial on [-pi/2, pi/2], error 5e-9; of half turns on [-.5, .5], 8e-9. 2^f on [-.5, .5]: degree 5, relative error 9e-8; degree 6, 2e-9.
 * log2 m = s (K0 + K1 s² ...), s = (m - 1) / (m + 1), m in [.707, 1.414]: error 2e-10. ln(1 + u) likewise, to 1e-9.
 */
const table = memory.data<f32>(
  [
    12582912.0, // 0 MAGIC: added and taken away again, it rounds to a whole number
    0.3183098861837907, // 1 1/pi
    3.140625, // 2 pi in three parts
    0.0009670257568359375, // 3
    6.278329471e-7, // 4
    2.600054812608342e-6, // 5 sin
    -0.000198066152239441, // 6
    0.008333017291917521, // 7
    -0.16666657096521595, // 8
    1.4426950408889634, // 9 log2 e
    0.001326472689935128, // 10 2^f, degree 5
    0.009671512660504394, // 11
    0.05550733744242212, // 12
    0.24022242084920445, // 13
    0.6931469775984745, // 14
    0.00015353362232014777, // 15 2^f, degree 6
    0.0013398874457398909, // 16
    0.009618437356827403, // 17
    0.05550332470986888, // 18
    0.24022647913631195, // 19
    0.6931472028551569, // 20
    0.43425655831792204, // 21 log2
    0.5765845094972739, // 22
    0.9618007596824469, // 23
    2.8853900727504227, // 24
    0.28869748810993523, // 25 ln(1 + u)
    0.2778764770538287, // 26
    0.4003933445084786, // 27
    0.6666586900802023, // 28
    2.000000045120474, // 29
    1.0, // 30
    0.5, // 31
    2.0, // 32
    -126.0, // 33
    60.0, // 34
    -60.0, // 35
    0.003, // 36
    0.6, // 37
    2.8853900817779268, // 38 2 log2 e
    0.0, // 39
    3.0, // 40
    -1.0, // 41
    255.0, // 42
    12.92, // 43
    1.055, // 44
    0.055, // 45
    0.0031308, // 46
    0.4166666666666667, // 47
    8388608.0, // 48
    5.960464477539063e-8, // 49
    0.3963377774, // 50
    0.2158037573, // 51
    -0.1055613458, // 52
    -0.0638541728, // 53
    -0.0894841775, // 54
    -1.291485548, // 55
    4.0767416621, // 56
    -3.3077115913, // 57
    0.2309699292, // 58
    -1.2684380046, // 59
    2.6097574011, // 60
    -0.3413193965, // 61
    -0.0041960863, // 62
    -0.7034186147, // 63
    1.707614701, // 64
    1e-6, // 65
    0.55, // 66
    0.65, // 67
    0.52, // 68
    0.26, // 69
    0.1, // 70
    0.01, // 71
    0.86, // 72
    0.14, // 73
    0.22, // 74
    0.32, // 75
    1023.0, // 76
    1022.0, // 77
    0.06, // 78
    0.985, // 79
    -1.4426950408889634, // 80 for e^-x
    -0.7213475204444817, // 81 for e^(-x / 2)
    3.141592502593994, // 82 sin of half turns
    -5.1677021980285645, // 83
    2.549957752227783, // 84
    -0.5976252555847168, // 85
    0.07643315196037292, // 86
    126.0, // 87
  ],
  16,
);

export const MAGIC: i32 = 0;
const PER_PI: i32 = 1;
const TWO_PI_HIGH: i32 = 2;
const TWO_PI_MIDDLE: i32 = 3;
const TWO_PI_LOW: i32 = 4;
const SINE_9: i32 = 5;
const SINE_7: i32 = 6;
const SINE_5: i32 = 7;
const SINE_3: i32 = 8;
const EXACT_6: i32 = 15;
const EXACT_5: i32 = 16;
const EXACT_4: i32 = 17;
const EXACT_3: i32 = 18;
const EXACT_2: i32 = 19;
const EXACT_1: i32 = 20;
const LOG2_7: i32 = 21;
const LOG2_5: i32 = 22;
const LOG2_3: i32 = 23;
const LOG2_1: i32 = 24;
const LN_9: i32 = 25;
const LN_7: i32 = 26;
const LN_5: i32 = 27;
const LN_3: i32 = 28;
const LN_1: i32 = 29;
const C0_003: i32 = 36;
const C0_6: i32 = 37;
export const POWER_5: i32 = 10;
export const POWER_4: i32 = 11;
export const POWER_3: i32 = 12;
export const POWER_2: i32 = 13;
export const POWER_1: i32 = 14;
export const SIN_1: i32 = 82;
export const SIN_3: i32 = 83;
export const SIN_5: i32 = 84;
export const SIN_7: i32 = 85;
export const SIN_9: i32 = 86;
export const C60: i32 = 34;
export const TWO_LOG2E: i32 = 38;
export const NEGATIVE_60: i32 = 35;
export const NEGATIVE_126: i32 = 33;
export const C126: i32 = 87;
export const ONE: i32 = 30;
export const HALF: i32 = 31;
export const TWO: i32 = 32;
export const ZERO: i32 = 39;
export const THREE: i32 = 40;
export const NEGATIVE_LOG2E: i32 = 80;
export const NEGATIVE_HALF_LOG2E: i32 = 81;
export const NONE: i32 = 41; // -1
export const C255: i32 = 42;
export const C12_92: i32 = 43;
export const C1_055: i32 = 44;
export const C0_055: i32 = 45;
export const C0_0031308: i32 = 46;
export const C1_2_4: i32 = 47;
export const C2_23: i32 = 48;
export const C2_M24: i32 = 49;
export const LA: i32 = 50;
export const LB: i32 = 51;
export const MA: i32 = 52;
export const MB: i32 = 53;
export const SA: i32 = 54;
export const SB: i32 = 55;
export const RL: i32 = 56;
export const RM: i32 = 57;
export const RS: i32 = 58;
export const GL: i32 = 59;
export const GM: i32 = 60;
export const GS: i32 = 61;
export const BL: i32 = 62;
export const BM: i32 = 63;
export const BS: i32 = 64;
export const C1E_6: i32 = 65;
export const C0_55: i32 = 66;
export const C0_65: i32 = 67;
export const C0_52: i32 = 68;
export const C0_26: i32 = 69;
export const C0_1: i32 = 70;
export const C0_01: i32 = 71;
export const C0_86: i32 = 72;
export const C0_14: i32 = 73;
export const C0_22: i32 = 74;
export const C0_32: i32 = 75;
export const C1023: i32 = 76;
export const C1022: i32 = 77;
export const C0_06: i32 = 78;
export const C0_985: i32 = 79;

// @ts-ignore: decorator
@inline
export function constant(index: i32): v128 {
  return v128.load32_splat(table + (<usize>index << 2));
}

/** a b + c */
// @ts-ignore: decorator
@inline
export function madd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_madd(a, b, c);
  return f32x4.add(f32x4.mul(a, b), c);
}

/** c - a b */
// @ts-ignore: decorator
@inline
export function nmadd(a: v128, b: v128, c: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return f32x4.relaxed_nmadd(a, b, c);
  return f32x4.sub(c, f32x4.mul(a, b));
}

/** Limits x; the bounds stand first, so that each is one instruction. */
// @ts-ignore: decorator
@inline
export function limit(x: v128, low: v128, high: v128): v128 {
  return f32x4.pmin(high, f32x4.pmax(low, x));
}

// @ts-ignore: decorator
@inline
function sinOfRest(shifted: v128, n: v128, x: v128): v128 {
  let r = nmadd(n, constant(TWO_PI_HIGH), x);
  r = nmadd(n, constant(TWO_PI_MIDDLE), r);
  r = nmadd(n, constant(TWO_PI_LOW), r);
  const z = f32x4.mul(r, r);
  let p = madd(constant(SINE_9), z, constant(SINE_7));
  p = madd(p, z, constant(SINE_5));
  p = madd(p, z, constant(SINE_3));
  const y = madd(f32x4.mul(r, z), p, r);
  return v128.xor(y, i32x4.shl(shifted, 31)); // odd multiples of pi change the sign
}

// @ts-ignore: decorator
@inline
export function sinOf(x: v128): v128 {
  const shifted = madd(x, constant(PER_PI), constant(MAGIC));
  return sinOfRest(shifted, f32x4.sub(shifted, constant(MAGIC)), x);
}

// @ts-ignore: decorator
@inline
export function cosOf(x: v128): v128 {
  const shifted = f32x4.add(madd(x, constant(PER_PI), constant(HALF)), constant(MAGIC));
  return sinOfRest(shifted, f32x4.sub(f32x4.sub(shifted, constant(MAGIC)), constant(HALF)), x);
}

/** 2^t for t in [-126, 127]. */
// @ts-ignore: decorator
@inline
export function powerOfTwo(t: v128): v128 {
  const shifted = f32x4.add(t, constant(MAGIC));
  const f = f32x4.sub(t, f32x4.sub(shifted, constant(MAGIC)));
  let p = madd(constant(POWER_5), f, constant(POWER_4));
  p = madd(p, f, constant(POWER_3));
  p = madd(p, f, constant(POWER_2));
  p = madd(p, f, constant(POWER_1));
  p = madd(p, f, constant(ONE));
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** As `powerOfTwo`, to the last bit or two. */
// @ts-ignore: decorator
@inline
function exactPowerOfTwo(t: v128): v128 {
  const shifted = f32x4.add(t, constant(MAGIC));
  const f = f32x4.sub(t, f32x4.sub(shifted, constant(MAGIC)));
  let p = madd(constant(EXACT_6), f, constant(EXACT_5));
  p = madd(p, f, constant(EXACT_4));
  p = madd(p, f, constant(EXACT_3));
  p = madd(p, f, constant(EXACT_2));
  p = madd(p, f, constant(EXACT_1));
  p = madd(p, f, constant(ONE));
  return i32x4.add(p, i32x4.shl(shifted, 23));
}

/** x^exponent for x > 0. */
// @ts-ignore: decorator
@inline
export function powerOf(x: v128, exponent: v128): v128 {
  const e = i32x4.shr_s(i32x4.sub(x, i32x4.splat(0x3f3504f3)), 23);
  const m = i32x4.sub(x, i32x4.shl(e, 23));
  const s = f32x4.div(f32x4.sub(m, constant(ONE)), f32x4.add(m, constant(ONE)));
  const z = f32x4.mul(s, s);
  let p = madd(constant(LOG2_7), z, constant(LOG2_5));
  p = madd(p, z, constant(LOG2_3));
  p = madd(p, z, constant(LOG2_1));
  const whole = f32x4.mul(f32x4.convert_i32x4_s(e), exponent);
  return exactPowerOfTwo(madd(f32x4.mul(s, p), exponent, whole));
}

/** Whole numbers in [0, 2^23) as integers, in the low bits: what lies above is the caller's to cut off. */
// @ts-ignore: decorator
@inline
export function wholeBits(x: v128): v128 {
  return f32x4.add(x, constant(C2_23));
}

// @ts-ignore: decorator
@inline
export function sigmoidOf(x: v128): v128 {
  const e = powerOfTwo(limit(f32x4.mul(x, constant(NEGATIVE_LOG2E)), constant(NEGATIVE_60), constant(C60)));
  return f32x4.div(constant(ONE), f32x4.add(e, constant(ONE)));
}

/** 2^(factor x²), of the constant of that number. */
// @ts-ignore: decorator
@inline
export function bellOf(x: v128, factor: i32): v128 {
  return powerOfTwo(f32x4.pmax(constant(NEGATIVE_126), f32x4.mul(f32x4.mul(x, x), constant(factor))));
}

/** ln(1 + e^x) = max(x, 0) + ln(1 + e^-|x|) */
// @ts-ignore: decorator
@inline
export function softplusOf(x: v128): v128 {
  const u = powerOfTwo(f32x4.pmax(constant(NEGATIVE_126), f32x4.mul(f32x4.abs(x), constant(NEGATIVE_LOG2E))));
  const s = f32x4.div(u, f32x4.add(u, constant(TWO)));
  const z = f32x4.mul(s, s);
  let p = madd(constant(LN_9), z, constant(LN_7));
  p = madd(p, z, constant(LN_5));
  p = madd(p, z, constant(LN_3));
  p = madd(p, z, constant(LN_1));
  return madd(s, p, f32x4.pmax(constant(ZERO), x));
}

// @ts-ignore: decorator
@inline
export function softAbsOf(x: v128): v128 {
  return f32x4.sub(f32x4.sqrt(madd(x, x, constant(C0_003))), constant(C0_6));
}
