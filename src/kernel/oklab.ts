// OKLab to linear sRGB. Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
import { constant, limit, madd, ONE, ZERO } from './vectors';

/** Adds the three channels, each limited to [0, 1], to `sums`. */
// @ts-ignore: decorator
@inline
export function addLinear(lightness: v128, a: v128, b: v128, sums: usize): void {
  const l = madd(f32x4.splat(0.3963377774), a, madd(f32x4.splat(0.2158037573), b, lightness));
  const m = madd(f32x4.splat(-0.1055613458), a, madd(f32x4.splat(-0.0638541728), b, lightness));
  const s = madd(f32x4.splat(-0.0894841775), a, madd(f32x4.splat(-1.291485548), b, lightness));
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
    f32x4.splat(0.2309699292),
    s3,
    madd(f32x4.splat(-3.3077115913), m3, f32x4.mul(f32x4.splat(4.0767416621), l3)),
  );
}

// @ts-ignore: decorator
@inline
export function green(l3: v128, m3: v128, s3: v128): v128 {
  return madd(
    f32x4.splat(-0.3413193965),
    s3,
    madd(f32x4.splat(2.6097574011), m3, f32x4.mul(f32x4.splat(-1.2684380046), l3)),
  );
}

// @ts-ignore: decorator
@inline
export function blue(l3: v128, m3: v128, s3: v128): v128 {
  return madd(
    f32x4.splat(1.707614701),
    s3,
    madd(f32x4.splat(-0.7034186147), m3, f32x4.mul(f32x4.splat(-0.0041960863), l3)),
  );
}

// @ts-ignore: decorator
@inline
function add(to: usize, value: v128): void {
  v128.store(to, f32x4.add(v128.load(to), limit(value, constant(ZERO), constant(ONE))));
}
