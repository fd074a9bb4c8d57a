// The colorings without a palette.
import { OUTPUT_0, OUTPUT_1, OUTPUT_2 } from './layout';
import { addLinear, blue, green, red } from './oklab';
import { C0_055, C12_92, C1_055, constant, cosOf, HALF, LA, LB, limit, MA, madd, MB, ONE, powerOf, SA, SB, sigmoidOf, sinOf, TWO, ZERO } from './vectors';

/** Of the sample of four pixels at `at`: rgb 1, oklch 2, hsv 3, ink 4. */
export function addPlain(parameters: usize, coloring: i32, at: usize, isAveraged: bool, sums: usize): void {
  const first = v128.load(<usize>load<u32>(parameters, OUTPUT_0) + at);
  if (coloring == 4) {
    const gray = f32x4.pmin(constant(ONE), f32x4.abs(first));
    addEncoded(sums, gray, gray, gray, isAveraged);
    return;
  }
  const second = v128.load(<usize>load<u32>(parameters, OUTPUT_1) + at);
  const third = v128.load(<usize>load<u32>(parameters, OUTPUT_2) + at);
  if (coloring == 1) addEncoded(sums, sigmoidOf(first, false), sigmoidOf(second, false), sigmoidOf(third, false), isAveraged);
  else if (coloring == 2) addOklch(first, second, third, sums);
  else addHsv(first, second, third, isAveraged, sums);
}

function addEncoded(sums: usize, r: v128, g: v128, b: v128, isAveraged: bool): void {
  addTo(sums, isAveraged ? decode(r) : r);
  addTo(sums + 16, isAveraged ? decode(g) : g);
  addTo(sums + 32, isAveraged ? decode(b) : b);
}

// @ts-ignore: decorator
@inline
function addTo(sum: usize, value: v128): void {
  v128.store(sum, f32x4.add(v128.load(sum), value));
}

/** The sRGB curve in [0, 1] to linear light. */
function decode(x: v128): v128 {
  const low = f32x4.div(x, constant(C12_92));
  const high = powerOf(f32x4.div(f32x4.add(x, constant(C0_055)), constant(C1_055)), f32x4.splat(2.4));
  return v128.bitselect(high, low, f32x4.gt(x, f32x4.splat(0.04045)));
}

/** Hue in turns, wrapped; saturation limited to [0, 1]; brightness by its size, limited to 1. */
function addHsv(hue: v128, saturation: v128, brightness: v128, isAveraged: bool, sums: usize): void {
  const turned = f32x4.add(hue, constant(ONE));
  const h = f32x4.mul(f32x4.sub(turned, f32x4.floor(turned)), f32x4.splat(6));
  const s = limit(saturation, constant(ZERO), constant(ONE));
  const v = f32x4.pmin(constant(ONE), f32x4.abs(brightness));
  const shade = f32x4.mul(v, s);
  // Of the sextants' zigzag: r by |h - 3| - 1, g by 2 - |h - 2|, b by 2 - |h - 4|, each within [0, 1].
  const r = f32x4.sub(f32x4.abs(f32x4.sub(h, f32x4.splat(3))), constant(ONE));
  const g = f32x4.sub(constant(TWO), f32x4.abs(f32x4.sub(h, constant(TWO))));
  const b = f32x4.sub(constant(TWO), f32x4.abs(f32x4.sub(h, f32x4.splat(4))));
  addEncoded(sums, mixed(v, shade, r), mixed(v, shade, g), mixed(v, shade, b), isAveraged);
}

/** v (1 - s (1 - share)) */
// @ts-ignore: decorator
@inline
function mixed(v: v128, shade: v128, share: v128): v128 {
  const missing = f32x4.sub(constant(ONE), limit(share, constant(ZERO), constant(ONE)));
  return f32x4.sub(v, f32x4.mul(shade, missing));
}

function addOklch(first: v128, second: v128, third: v128, sums: usize): void {
  const lightness = sigmoidOf(first, false);
  const turn = f32x4.mul(third, constant(HALF));
  const radians = f32x4.mul(f32x4.sub(turn, f32x4.floor(turn)), f32x4.splat(6.283185307179586));
  const a = cosOf(radians);
  const b = sinOf(radians);
  const chroma = f32x4.pmin(chromaLimit(lightness, a, b), f32x4.mul(f32x4.splat(0.2), sigmoidOf(second, false)));
  addLinear(lightness, f32x4.mul(a, chroma), f32x4.mul(b, chroma), sums);
}

/** The largest chroma sRGB can show, by bisection, as chromaLimit of src/core/math/color.ts. */
function chromaLimit(lightness: v128, a: v128, b: v128): v128 {
  let low = constant(ZERO);
  let step = f32x4.splat(0.2);
  for (let i = 0; i < 20; i++) {
    const middle = f32x4.add(low, step);
    const isIn = isShown(lightness, f32x4.mul(a, middle), f32x4.mul(b, middle));
    low = v128.bitselect(middle, low, isIn);
    step = f32x4.mul(step, constant(HALF));
  }
  return low;
}

function isShown(lightness: v128, a: v128, b: v128): v128 {
  const l = madd(constant(LA), a, madd(constant(LB), b, lightness));
  const m = madd(constant(MA), a, madd(constant(MB), b, lightness));
  const s = madd(constant(SA), a, madd(constant(SB), b, lightness));
  const l3 = f32x4.mul(f32x4.mul(l, l), l);
  const m3 = f32x4.mul(f32x4.mul(m, m), m);
  const s3 = f32x4.mul(f32x4.mul(s, s), s);
  return v128.and(within(red(l3, m3, s3)), v128.and(within(green(l3, m3, s3)), within(blue(l3, m3, s3))));
}

// @ts-ignore: decorator
@inline
function within(x: v128): v128 {
  return v128.and(f32x4.ge(x, f32x4.splat(-1e-7)), f32x4.le(x, f32x4.splat(1.0000001)));
}
