// From a tile's outputs to bytes: palette and finishes, or one of the plain colorings; averaging in linear light; sRGB; dither.
import { addSample, measureSlopes, prepareRows } from './palette';
import { addPlain } from './plain-colors';
import { COLORING, DITHER, FLAGS, IS_DECODED, ROUNDING, SHARE, SHOWN_COUNT, TILE_PIXELS } from './layout';
import { hashOf, MIX_X, MIX_Y, MIX_Z } from './hash';
import { constant, limit, ONE, powerOf, ZERO } from './vectors';

/** Sums of the pixels' three channels. */
export const sums = memory.data(48, 16);
/** The tile's pixels: column and row in the picture, and where each lies. */
export const columns = memory.data(576, 16);
export const rows = memory.data(576, 16);

/** `count` pixels, four at a time: up to three more are written behind them. */
export function colorTile(parameters: usize, count: i32, out: usize, bytes: usize): void {
  const coloring = load<i32>(parameters, COLORING);
  const shownCount = load<i32>(parameters, SHOWN_COUNT);
  const stride = <usize>load<i32>(parameters, TILE_PIXELS) << 2;
  const isPalette = coloring == 0;
  if (isPalette) prepareRows(parameters, bytes);
  for (let pixel = 0; pixel < count; pixel += 4) {
    const at = <usize>pixel << 2;
    v128.store(sums, constant(ZERO));
    v128.store(sums, constant(ZERO), 16);
    v128.store(sums, constant(ZERO), 32);
    if (isPalette) measureSlopes(parameters, at, stride);
    for (let s = 0; s < shownCount; s++) {
      if (isPalette) addSample(parameters, at, s, stride, v128.load(columns + at), v128.load(rows + at), sums);
      else addPlain(parameters, coloring, at + stride * s, shownCount > 1, sums);
    }
    v128.store(out + at, packPixels(parameters, v128.load(columns + at), v128.load(rows + at)));
  }
}

function packPixels(parameters: usize, column: v128, row: v128): v128 {
  const isDecoded = load<i32>(parameters, FLAGS) & IS_DECODED;
  const isDithered = load<i32>(parameters, DITHER);
  const share = v128.load32_splat(parameters, SHARE);
  const place = v128.xor(i32x4.mul(column, i32x4.splat(MIX_X)), i32x4.mul(row, i32x4.splat(MIX_Y)));
  let packed = i32x4.splat(0xff000000);
  for (let channel = 0; channel < 3; channel++) {
    let value = f32x4.mul(v128.load(sums + (<usize>channel << 4)), share);
    if (isDecoded) value = encode(value);
    let offset = v128.load32_splat(parameters, ROUNDING);
    if (isDithered) {
      const noise = hashOf(v128.xor(place, i32x4.splat(channel * MIX_Z)));
      offset = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(noise, 8)), f32x4.splat(5.960464477539063e-8));
    }
    const level = f32x4.floor(f32x4.add(f32x4.mul(value, f32x4.splat(255)), offset));
    const byte = i32x4.trunc_sat_f32x4_s(limit(level, constant(ZERO), f32x4.splat(255)));
    packed = v128.or(packed, i32x4.shl(byte, channel << 3));
  }
  return packed;
}

/** Linear light in [0, 1] to the sRGB curve. */
// @ts-ignore: decorator
@inline
function encode(x: v128): v128 {
  const low = f32x4.mul(x, f32x4.splat(12.92));
  const high = f32x4.sub(
    f32x4.mul(powerOf(x, f32x4.splat(0.4166666666666667)), f32x4.splat(1.055)),
    f32x4.splat(0.055),
  );
  return v128.bitselect(high, low, f32x4.gt(x, f32x4.splat(0.0031308)));
}
