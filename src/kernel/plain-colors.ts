// The colorings without a palette.
import { sigmoidOfExponents, sigmoidOfSums } from './activate';
import { OUTPUT_0, OUTPUT_1, OUTPUT_2, ROW, SCRATCH, SHOWN_COUNT, TILE_PIXELS } from './layout';
import { addLinear, blue, green, red } from './oklab';
import { C0_055, C12_92, C1_055, constant, cosOf, HALF, LA, LB, limit, MA, madd, MB, ONE, powerOf, SA, SB, sigmoidOf, sinOf, TWO, ZERO } from './vectors';

/** Of all samples of a tile, to three rows of sums: rgb 1, oklch 2, hsv 3, ink 4, rgb of exponents 5. One sample a pixel stays encoded, but of oklch. */
export function addPlain(parameters: usize, coloring: i32, bytes: usize, sums: usize): void {
  const shownCount = load<i32>(parameters, SHOWN_COUNT);
  const to = shownCount == 1 ? sums : <usize>load<u32>(parameters, SCRATCH);
  const first = <usize>load<u32>(parameters, OUTPUT_0);
  const second = <usize>load<u32>(parameters, OUTPUT_1);
  const third = <usize>load<u32>(parameters, OUTPUT_2);
  if (coloring == 1) {
    sigmoidOfSums(first, to, bytes);
    sigmoidOfSums(second, to + ROW, bytes);
    sigmoidOfSums(third, to + ROW * 2, bytes);
  } else if (coloring == 5) {
    sigmoidOfExponents(first, to, bytes);
    sigmoidOfExponents(second, to + ROW, bytes);
    sigmoidOfExponents(third, to + ROW * 2, bytes);
  } else {
    for (let at: usize = 0; at < bytes; at += 16) {
      if (coloring == 4) {
        const gray = f32x4.pmin(constant(ONE), f32x4.abs(v128.load(first + at)));
        put(to + at, gray, gray, gray);
      } else if (coloring == 2) {
        oklchTo(to + at, v128.load(first + at), v128.load(second + at), v128.load(third + at));
      } else {
        hsvTo(to + at, v128.load(first + at), v128.load(second + at), v128.load(third + at));
      }
    }
  }
  if (shownCount == 1) return;
  const pixelBytes = <usize>load<i32>(parameters, TILE_PIXELS) << 2;
  for (let row: usize = 0; row < <usize>ROW * 3; row += ROW) {
    if (coloring != 2) decode(to + row, bytes);
    for (let at: usize = 0; at < pixelBytes; at += 16) {
      let sum = v128.load(to + row + at);
      let from = to + row + at + pixelBytes;
      for (let s = 1; s < shownCount; s++, from += pixelBytes) sum = f32x4.add(sum, v128.load(from));
      v128.store(sums + row + at, sum);
    }
  }
}

// @ts-ignore: decorator
@inline
function put(to: usize, r: v128, g: v128, b: v128): void {
  v128.store(to, r);
  v128.store(to + ROW, g);
  v128.store(to + ROW * 2, b);
}

/** The sRGB curve in [0, 1] to linear light. */
function decode(row: usize, bytes: usize): void {
  const factor = constant(C12_92);
  const offset = constant(C0_055);
  const scale = constant(C1_055);
  const exponent = f32x4.splat(2.4);
  const knee = f32x4.splat(0.04045);
  for (let at = row; at < row + bytes; at += 16) {
    const x = v128.load(at);
    const high = powerOf(f32x4.div(f32x4.add(x, offset), scale), exponent);
    v128.store(at, v128.bitselect(high, f32x4.div(x, factor), f32x4.gt(x, knee)));
  }
}

/** Hue in turns, wrapped; saturation limited to [0, 1]; brightness by its size, limited to 1. */
function hsvTo(to: usize, hue: v128, saturation: v128, brightness: v128): void {
  const turned = f32x4.add(hue, constant(ONE));
  const h = f32x4.mul(f32x4.sub(turned, f32x4.floor(turned)), f32x4.splat(6));
  const s = limit(saturation, constant(ZERO), constant(ONE));
  const v = f32x4.pmin(constant(ONE), f32x4.abs(brightness));
  const shade = f32x4.mul(v, s);
  // Of the sextants' zigzag: r by |h - 3| - 1, g by 2 - |h - 2|, b by 2 - |h - 4|, each within [0, 1].
  const r = f32x4.sub(f32x4.abs(f32x4.sub(h, f32x4.splat(3))), constant(ONE));
  const g = f32x4.sub(constant(TWO), f32x4.abs(f32x4.sub(h, constant(TWO))));
  const b = f32x4.sub(constant(TWO), f32x4.abs(f32x4.sub(h, f32x4.splat(4))));
  put(to, mixed(v, shade, r), mixed(v, shade, g), mixed(v, shade, b));
}

/** v (1 - s (1 - share)) */
// @ts-ignore: decorator
@inline
function mixed(v: v128, shade: v128, share: v128): v128 {
  const missing = f32x4.sub(constant(ONE), limit(share, constant(ZERO), constant(ONE)));
  return f32x4.sub(v, f32x4.mul(shade, missing));
}

function oklchTo(to: usize, first: v128, second: v128, third: v128): void {
  const lightness = sigmoidOf(first);
  const turn = f32x4.mul(third, constant(HALF));
  const radians = f32x4.mul(f32x4.sub(turn, f32x4.floor(turn)), f32x4.splat(6.283185307179586));
  const a = cosOf(radians);
  const b = sinOf(radians);
  const chroma = f32x4.pmin(chromaLimit(lightness, a, b), f32x4.mul(f32x4.splat(0.2), sigmoidOf(second)));
  addLinear(lightness, f32x4.mul(a, chroma), f32x4.mul(b, chroma), to, true);
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
