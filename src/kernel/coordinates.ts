// What the first layer sees. x and y are measured from the middle of the picture, whose own share the host has put into the
// biases in float64: so deep zooms keep their digits.
import {
  CENTER_MX, CENTER_MY, CENTER_R, CENTER_X, CENTER_Y, COORDINATE_END, COORDINATES, FOLD_X, FOLD_Y, PERIOD, ROW,
  SAMPLE_COUNT, SAMPLE_SIZE, SAMPLE_X, SAMPLE_Y, SAMPLES, SCRATCH, TILE_PIXELS, TILING, X_ROW, XX, XY, Y_ROW, YX, YY,
} from './layout';
import { constant, HALF, madd, nmadd, THREE, TWO, ZERO } from './vectors';

/** From pixels, measured from the middle, in the first two scratch rows. */
export function placeSamples(parameters: usize, baseBytes: usize, bytes: usize): void {
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
    if (to >= baseBytes) {
      for (let at: usize = 0; at < pixelBytes; at += 16, to += 16) {
        v128.store(xs + to, addX);
        v128.store(ys + to, addY);
      }
    } else for (let at: usize = 0; at < pixelBytes; at += 16, to += 16) {
      const u = v128.load(us + at);
      const v = v128.load(vs + at);
      v128.store(xs + to, madd(xx, u, madd(xy, v, addX)));
      v128.store(ys + to, madd(yx, u, madd(yy, v, addY)));
    }
    sample += SAMPLE_SIZE;
  }
  const tiling = load<i32>(parameters, TILING);
  if (tiling != 0) {
    fold(parameters, tiling, xs, baseBytes, bytes, v128.load32_splat(parameters, FOLD_X));
    fold(parameters, tiling, ys, baseBytes, bytes, v128.load32_splat(parameters, FOLD_Y));
  }
  const end = <usize>load<u32>(parameters, COORDINATE_END);
  for (let at = <usize>load<u32>(parameters, COORDINATES); at < end; at += 8) {
    const kind = load<i32>(at);
    const row = <usize>load<u32>(at, 4);
    // Differences first: they are taken from what x and y are there.
    if (baseBytes < bytes) differenceRow(parameters, kind, row, xs, ys, baseBytes, bytes);
    coordinateRow(parameters, kind, row, xs, ys, baseBytes);
  }
}

/** Into the tile around 0: 1 repeats, 2 mirrors. */
function fold(parameters: usize, tiling: i32, row: usize, baseBytes: usize, bytes: usize, center: v128): void {
  const period = v128.load32_splat(parameters, PERIOD);
  const span = tiling == 2 ? f32x4.add(period, period) : period;
  const half = f32x4.mul(period, constant(HALF));
  const shift = tiling == 2 ? f32x4.mul(constant(HALF), constant(HALF)) : constant(HALF);
  for (let at = row; at < row + baseBytes; at += 16) {
    const x = f32x4.add(v128.load(at), center);
    const turn = f32x4.floor(f32x4.add(f32x4.div(x, span), shift));
    const within = nmadd(span, turn, x);
    const isTurned = tiling == 2 ? f32x4.gt(within, half) : constant(ZERO);
    const folded = v128.bitselect(f32x4.sub(period, within), within, isTurned);
    for (let to = at + baseBytes; to < row + bytes; to += baseBytes) {
      const d = v128.load(to);
      const other = f32x4.add(x, d);
      const otherTurn = f32x4.floor(f32x4.add(f32x4.div(other, span), shift));
      const otherWithin = nmadd(span, otherTurn, other);
      const isOtherTurned = tiling == 2 ? f32x4.gt(otherWithin, half) : constant(ZERO);
      const apart = f32x4.sub(v128.bitselect(f32x4.sub(period, otherWithin), otherWithin, isOtherTurned), folded);
      // In the same tile they are as far apart as before.
      const straight = v128.xor(d, v128.and(isTurned, f32x4.splat(-0.0)));
      const isApart = v128.or(f32x4.ne(turn, otherTurn), v128.xor(isTurned, isOtherTurned));
      v128.store(to, v128.bitselect(apart, straight, isApart));
    }
    v128.store(at, folded);
  }
}

/** How far a coordinate is from what it is at the first sample. */
function differenceRow(parameters: usize, kind: i32, row: usize, xs: usize, ys: usize, baseBytes: usize, bytes: usize): void {
  const cx = v128.load32_splat(parameters, CENTER_X);
  const cy = v128.load32_splat(parameters, CENTER_Y);
  const least = f32x4.splat(0.0004);
  for (let at: usize = 0; at < baseBytes; at += 16) {
    const x = f32x4.add(cx, v128.load(xs + at));
    const y = f32x4.add(cy, v128.load(ys + at));
    for (let to = at + baseBytes; to < bytes; to += baseBytes) {
      const dx = v128.load(xs + to);
      const dy = v128.load(ys + to);
      const otherX = f32x4.add(x, dx);
      const otherY = f32x4.add(y, dy);
      const squaresX = f32x4.mul(dx, f32x4.add(x, otherX));
      const squaresY = f32x4.mul(dy, f32x4.add(y, otherY));
      let value: v128;
      if (kind == 0) {
        const sum = f32x4.add(f32x4.sqrt(madd(x, x, f32x4.mul(y, y))), f32x4.sqrt(madd(otherX, otherX, f32x4.mul(otherY, otherY))));
        value = v128.and(f32x4.div(f32x4.add(squaresX, squaresY), sum), f32x4.gt(sum, constant(ZERO)));
      } else if (kind == 1) {
        value = f32x4.div(squaresX, f32x4.add(f32x4.sqrt(madd(x, x, least)), f32x4.sqrt(madd(otherX, otherX, least))));
      } else if (kind == 2) {
        value = f32x4.div(squaresY, f32x4.add(f32x4.sqrt(madd(y, y, least)), f32x4.sqrt(madd(otherY, otherY, least))));
      } else {
        value = f32x4.sub(angleOf(kind, otherX, otherY), angleOf(kind, x, y));
      }
      v128.store(row + to, value);
    }
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
        value = angleOf(kind, x, y);
      }
    }
    v128.store(row + at, value);
  }
}

/** cos and sin of once, twice and three times the angle; 0 in the middle. */
function angleOf(kind: i32, x: v128, y: v128): v128 {
  const r = f32x4.sqrt(madd(x, x, f32x4.mul(y, y)));
  const c = f32x4.div(x, r);
  const s = f32x4.div(y, r);
  let value: v128;
  if (kind == 3) value = c;
  else if (kind == 4) value = s;
  else if (kind == 5) value = f32x4.sub(f32x4.mul(c, c), f32x4.mul(s, s));
  else if (kind == 6) value = f32x4.mul(constant(TWO), f32x4.mul(c, s));
  else if (kind == 7) value = f32x4.mul(c, nmadd(f32x4.mul(s, s), constant(THREE), f32x4.mul(c, c)));
  else value = f32x4.mul(s, f32x4.sub(f32x4.mul(f32x4.mul(c, c), constant(THREE)), f32x4.mul(s, s)));
  return v128.and(value, f32x4.gt(r, constant(ZERO)));
}

/** sqrt(x² + .0004), less that of the middle */
// @ts-ignore: decorator
@inline
function mirrored(dx: v128, x: v128, cx: v128, center: v128): v128 {
  const root = f32x4.sqrt(madd(x, x, f32x4.splat(0.0004)));
  return f32x4.div(f32x4.mul(dx, f32x4.add(x, cx)), f32x4.add(root, center));
}
