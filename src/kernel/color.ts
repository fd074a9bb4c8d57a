// From a tile's outputs to bytes: palette and finishes, or one of the plain colorings; averaging in linear light; sRGB; dither. Each step
// goes over the whole tile before the next, so that its constants stay in registers.
import { addPalette } from './palette';
import { addPlain } from './plain-colors';
import { COLORING, DITHER, FLAGS, IS_DECODED, ROUNDING, ROW, SHARE, TILE_PIXELS } from './layout';
import { hashOf, MIX_X, MIX_Y, MIX_Z } from './hash';
import { C0_0031308, C0_055, C12_92, C1_055, C1_2_4, C255, C2_M24, constant, limit, madd, powerOf, wholeBits, ZERO } from './vectors';

/** Sums of the pixels' three channels, a row each. */
export const sums = memory.data(1920, 16);
/** The tile's pixels: column and row in the picture. */
export const columns = memory.data(640, 16);
export const rows = memory.data(640, 16);

/** `count` pixels, four at a time: up to three more are written behind them. */
export function colorTile(parameters: usize, count: i32, out: usize, baseBytes: usize, bytes: usize): void {
  const coloring = load<i32>(parameters, COLORING);
  const pixelBytes = <usize>load<i32>(parameters, TILE_PIXELS) << 2;
  if (coloring == 0) addPalette(parameters, baseBytes, bytes, columns, rows, sums);
  else addPlain(parameters, coloring, bytes, sums);
  const share = v128.load32_splat(parameters, SHARE);
  const isDecoded = (load<i32>(parameters, FLAGS) & IS_DECODED) != 0;
  if (isDecoded) for (let channel: usize = 0; channel < 3; channel++) encode(sums + channel * ROW, pixelBytes, share);
  if (load<i32>(parameters, DITHER)) packDithered(<usize>count << 2, out);
  else packRounded(<usize>count << 2, out, v128.load32_splat(parameters, ROUNDING));
}

/** Sums in linear light, times `share`, to the sRGB curve. */
function encode(row: usize, bytes: usize, share: v128): void {
  const factor = constant(C12_92);
  const scale = constant(C1_055);
  const offset = constant(C0_055);
  const exponent = constant(C1_2_4);
  const knee = constant(C0_0031308);
  for (let at = row; at < row + bytes; at += 16) {
    const x = f32x4.mul(v128.load(at), share);
    const high = f32x4.sub(f32x4.mul(powerOf(x, exponent), scale), offset);
    v128.store(at, v128.bitselect(high, f32x4.mul(x, factor), f32x4.gt(x, knee)));
  }
}

function packDithered(bytes: usize, out: usize): void {
  const scale = constant(C2_M24);
  const top = constant(C255);
  const zero = constant(ZERO);
  for (let at: usize = 0; at < bytes; at += 16) {
    const x = i32x4.mul(v128.load(columns + at), i32x4.splat(MIX_X));
    const y = i32x4.mul(v128.load(rows + at), i32x4.splat(MIX_Y));
    const place = v128.xor(x, y);
    const red = levelOf(v128.load(sums + at), noiseOf(place, scale), top, zero);
    const green = levelOf(v128.load(sums + at, ROW), noiseOf(v128.xor(place, i32x4.splat(MIX_Z)), scale), top, zero);
    const blue = levelOf(v128.load(sums + at, ROW * 2), noiseOf(v128.xor(place, i32x4.splat(2 * MIX_Z)), scale), top, zero);
    v128.store(out + at, packed(red, green, blue));
  }
}

/** In [0, 1). */
// @ts-ignore: decorator
@inline
function noiseOf(place: v128, scale: v128): v128 {
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.shr_u(hashOf(place), 8)), scale);
}

function packRounded(bytes: usize, out: usize, offset: v128): void {
  const top = constant(C255);
  const zero = constant(ZERO);
  for (let at: usize = 0; at < bytes; at += 16) {
    const red = levelOf(v128.load(sums + at), offset, top, zero);
    const green = levelOf(v128.load(sums + at, ROW), offset, top, zero);
    const blue = levelOf(v128.load(sums + at, ROW * 2), offset, top, zero);
    v128.store(out + at, packed(red, green, blue));
  }
}

// @ts-ignore: decorator
@inline
function levelOf(value: v128, offset: v128, top: v128, zero: v128): v128 {
  return wholeBits(limit(f32x4.floor(madd(value, top, offset)), zero, top));
}

/** RGBA of 2^23 plus a level each: what stands above a level is shifted out, or lies within the opaque byte. */
// @ts-ignore: decorator
@inline
function packed(red: v128, green: v128, blue: v128): v128 {
  return v128.or(v128.or(red, i32x4.shl(green, 8)), v128.or(i32x4.shl(blue, 16), i32x4.splat(0xff000000)));
}
