// What the first layer sees. x and y are measured from the middle of the picture, whose own share the host has put into the
// biases in float64: so deep zooms keep their digits.
import {
  CENTER_MX, CENTER_MY, CENTER_R, CENTER_X, CENTER_Y, COORDINATE_END, COORDINATES, FOLD_X, FOLD_Y, PERIOD, ROW,
  SAMPLE_COUNT, SAMPLE_SIZE, SAMPLE_X, SAMPLE_Y, SAMPLES, SCRATCH, TILE_PIXELS, TILING, X_ROW, XX, XY, Y_ROW, YX, YY,
} from './layout';
import { constant, HALF, madd, nmadd, THREE, TWO, ZERO } from './vectors';

/** From pixels, measured from the middle, in the first two scratch rows. */
export function placeSamples(parameters: usize, bytes: usize): void {
  const xs = <usize>load<u32>(parameters, X_ROW);
  const ys = <usize>load<u32>(parameters, Y_ROW);
  const us = <usize>load<u32>(parameters, SCRATCH);
  const vs = us + ROW;
  const pixelBytes = <usize>load<i32>(parameters, TILE_PIXELS) << 2;
  const sampleCount = load<i32>(parameters, SAMPLE_COUNT);
  const xx = v128.load32_splat(parameters, XX);
  const xy = v128.load32_splat(parameters, XY);
  const yx = v128.load32_splat(parameters, YX);
  const yy = v128.load32_splat(parameters, YY);
  let sample = <usize>load<u32>(parameters, SAMPLES);
  let to: usize = 0;
  for (let s = 0; s < sampleCount; s++) {
    const addX = v128.load32_splat(sample, SAMPLE_X);
    const addY = v128.load32_splat(sample, SAMPLE_Y);
    for (let at: usize = 0; at < pixelBytes; at += 16, to += 16) {
      const u = v128.load(us + at);
      const v = v128.load(vs + at);
      v128.store(xs + to, madd(xx, u, madd(xy, v, addX)));
      v128.store(ys + to, madd(yx, u, madd(yy, v, addY)));
    }
    sample += SAMPLE_SIZE;
  }
  const tiling = load<i32>(parameters, TILING);
  if (tiling != 0) {
    fold(parameters, tiling, xs, bytes, v128.load32_splat(parameters, FOLD_X));
    fold(parameters, tiling, ys, bytes, v128.load32_splat(parameters, FOLD_Y));
  }
  const end = <usize>load<u32>(parameters, COORDINATE_END);
  for (let at = <usize>load<u32>(parameters, COORDINATES); at < end; at += 8) {
    coordinateRow(parameters, load<i32>(at), <usize>load<u32>(at, 4), xs, ys, bytes);
  }
}

/** Into the tile around 0: 1 repeats, 2 mirrors. */
function fold(parameters: usize, tiling: i32, row: usize, bytes: usize, center: v128): void {
  const period = v128.load32_splat(parameters, PERIOD);
  const span = tiling == 2 ? f32x4.add(period, period) : period;
  const half = f32x4.mul(period, constant(HALF));
  const shift = tiling == 2 ? f32x4.mul(constant(HALF), constant(HALF)) : constant(HALF);
  for (let at = row; at < row + bytes; at += 16) {
    const x = f32x4.add(v128.load(at), center);
    let folded = nmadd(span, f32x4.floor(f32x4.add(f32x4.div(x, span), shift)), x);
    if (tiling == 2) folded = v128.bitselect(f32x4.sub(period, folded), folded, f32x4.gt(folded, half));
    v128.store(at, folded);
  }
}

/** Kinds as in src/core/cppn/kernel-coordinates.ts. */
function coordinateRow(parameters: usize, kind: i32, row: usize, xs: usize, ys: usize, bytes: usize): void {
  const cx = v128.load32_splat(parameters, CENTER_X);
  const cy = v128.load32_splat(parameters, CENTER_Y);
  for (let at: usize = 0; at < bytes; at += 16) {
    const dx = v128.load(xs + at);
    const dy = v128.load(ys + at);
    const x = f32x4.add(cx, dx);
    const y = f32x4.add(cy, dy);
    let value: v128;
    if (kind == 1) {
      value = mirrored(dx, x, cx, v128.load32_splat(parameters, CENTER_MX));
    } else if (kind == 2) {
      value = mirrored(dy, y, cy, v128.load32_splat(parameters, CENTER_MY));
    } else {
      const square = madd(x, x, f32x4.mul(y, y));
      const r = f32x4.sqrt(square);
      if (kind == 0) {
        value = r;
        const cr = load<f32>(parameters, CENTER_R);
        // r - cr without the difference of two near numbers
        if (cr > 0) {
          const rise = madd(dx, f32x4.add(x, cx), f32x4.mul(dy, f32x4.add(y, cy)));
          value = f32x4.div(rise, f32x4.add(r, f32x4.splat(cr)));
        }
      } else {
        const c = f32x4.div(x, r);
        const s = f32x4.div(y, r);
        const c2 = f32x4.sub(f32x4.mul(c, c), f32x4.mul(s, s));
        if (kind == 3) value = c;
        else if (kind == 4) value = s;
        else if (kind == 5) value = c2;
        else if (kind == 6) value = f32x4.mul(constant(TWO), f32x4.mul(c, s));
        else if (kind == 7) value = f32x4.mul(c, nmadd(f32x4.mul(s, s), constant(THREE), f32x4.mul(c, c)));
        else value = f32x4.mul(s, f32x4.sub(f32x4.mul(f32x4.mul(c, c), constant(THREE)), f32x4.mul(s, s)));
        value = v128.and(value, f32x4.gt(r, constant(ZERO)));
      }
    }
    v128.store(row + at, value);
  }
}

/** sqrt(x² + .0004), less that of the middle */
// @ts-ignore: decorator
@inline
function mirrored(dx: v128, x: v128, cx: v128, center: v128): v128 {
  const root = f32x4.sqrt(madd(x, x, f32x4.splat(0.0004)));
  return f32x4.div(f32x4.mul(dx, f32x4.add(x, cx)), f32x4.add(root, center));
}
