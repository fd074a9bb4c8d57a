// OKLab to linear sRGB. Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
import { BL, BM, BS, constant, GL, GM, GS, LA, LB, limit, MA, madd, MB, ONE, RL, RM, RS, SA, SB, ZERO } from './vectors';

/** Adds the three channels, each limited to [0, 1], to `sums`. */
// @ts-ignore: decorator
@inline
export function addLinear(lightness: v128, a: v128, b: v128, sums: usize): void {
  const l = madd(constant(LA), a, madd(constant(LB), b, lightness));
  const m = madd(constant(MA), a, madd(constant(MB), b, lightness));
  const s = madd(constant(SA), a, madd(constant(SB), b, lightness));
  const l3 = f32x4.mul(f32x4.mul(l, l), l);
  const m3 = f32x4.mul(f32x4.mul(m, m), m);
  const s3 = f32x4.mul(f32x4.mul(s, s), s);
  add(sums, red(l3, m3, s3));
  add(sums + 16, green(l3, m3, s3));
  add(sums + 32, blue(l3, m3, s3));
}

// @ts-ignore: decorator
@inline
export function red(l3: v128, m3: v128, s3: v128): v128 {
  return madd(
    constant(RS),
    s3,
    madd(constant(RM), m3, f32x4.mul(constant(RL), l3)),
  );
}

// @ts-ignore: decorator
@inline
export function green(l3: v128, m3: v128, s3: v128): v128 {
  return madd(
    constant(GS),
    s3,
    madd(constant(GM), m3, f32x4.mul(constant(GL), l3)),
  );
}

// @ts-ignore: decorator
@inline
export function blue(l3: v128, m3: v128, s3: v128): v128 {
  return madd(
    constant(BS),
    s3,
    madd(constant(BM), m3, f32x4.mul(constant(BL), l3)),
  );
}

// @ts-ignore: decorator
@inline
function add(to: usize, value: v128): void {
  v128.store(to, f32x4.add(v128.load(to), limit(value, constant(ZERO), constant(ONE))));
}
