// From a tile's outputs to bytes: palette and finishes, or one of the plain colorings; averaging in linear light; sRGB; dither.
import { addSample, measureSlopes, prepareRows } from './palette';
import { addPlain } from './plain-colors';
import { COLORING, DITHER, FLAGS, IS_DECODED, ROUNDING, SHARE, SHOWN_COUNT, TILE_PIXELS } from './layout';
import { hashOf, MIX_X, MIX_Y, MIX_Z } from './hash';
import { C0_0031308, C0_055, C12_92, C1_055, C1_2_4, C255, C2_M24, constant, limit, madd, ONE, powerOf, wholeBits, ZERO } from './vectors';

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
  const place = v128.xor(i32x4.mul(column, i32x4.splat(MIX_X)), i32x4.mul(row, i32x4.splat(MIX_Y)));
  const red = levelOf(parameters, 0, place);
  const green = levelOf(parameters, 1, place);
  const blue = levelOf(parameters, 2, place);
  return v128.or(
    v128.or(red, i32x4.shl(green, 8)),
    v128.or(i32x4.shl(blue, 16), i32x4.splat(0xff000000)),
  );
}

/** A channel's levels, 0 to 255. `place`: what the hash of the pixels begins with. */
function levelOf(parameters: usize, channel: i32, place: v128): v128 {
  let value = f32x4.mul(v128.load(sums + (<usize>channel << 4)), v128.load32_splat(parameters, SHARE));
  if (load<i32>(parameters, FLAGS) & IS_DECODED) value = encode(value);
  let offset = v128.load32_splat(parameters, ROUNDING);
  if (load<i32>(parameters, DITHER)) {
    const noise = hashOf(v128.xor(place, i32x4.splat(channel * MIX_Z)));
    offset = f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(noise, 8)), constant(C2_M24));
  }
  const level = f32x4.floor(madd(value, constant(C255), offset));
  return v128.and(wholeBits(limit(level, constant(ZERO), constant(C255))), i32x4.splat(0xff));
}

/** Linear light in [0, 1] to the sRGB curve. */
// @ts-ignore: decorator
@inline
function encode(x: v128): v128 {
  const low = f32x4.mul(x, constant(C12_92));
  const high = f32x4.sub(
    f32x4.mul(powerOf(x, constant(C1_2_4)), constant(C1_055)),
    constant(C0_055),
  );
  return v128.bitselect(high, low, f32x4.gt(x, constant(C0_0031308)));
}
