// OKLab to linear sRGB. Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
import { ROW } from './layout';
import { BL, BM, BS, constant, GL, GM, GS, LA, LB, limit, MA, madd, MB, ONE, RL, RM, RS, SA, SB, ZERO } from './vectors';

/** The three channels, each limited to [0, 1], added at `to`, `to` + ROW and so on; the first of them are put there. */
// @ts-ignore: decorator
@inline
export function addLinear(lightness: v128, a: v128, b: v128, to: usize, isFirst: bool): void {
  const l = madd(constant(LA), a, madd(constant(LB), b, lightness));
  const m = madd(constant(MA), a, madd(constant(MB), b, lightness));
  const s = madd(constant(SA), a, madd(constant(SB), b, lightness));
  const l3 = f32x4.mul(f32x4.mul(l, l), l);
  const m3 = f32x4.mul(f32x4.mul(m, m), m);
  const s3 = f32x4.mul(f32x4.mul(s, s), s);
  addLimited(to, red(l3, m3, s3), isFirst);
  addLimited(to + ROW, green(l3, m3, s3), isFirst);
  addLimited(to + ROW * 2, blue(l3, m3, s3), isFirst);
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
function addLimited(to: usize, value: v128, isFirst: bool): void {
  const limited = limit(value, constant(ZERO), constant(ONE));
  v128.store(to, isFirst ? limited : f32x4.add(v128.load(to), limited));
}
