// The palette coloring with its finishes, in the order of src/core/cppn/palette-color.ts.
import { activate } from './activate';
import { differ } from './differences';
import { hashOf, MIX_X, MIX_Y, MIX_Z } from './hash';
import {
  CELL_X, CELL_Y, CELLS_X, CELLS_Y, CHROMA, EDGE, FLAGS, GAIN, GRAIN, HAS_CHROMA, HAS_GRAIN, HAS_LIGHT, HAS_LINES,
  HAS_RELIEF, HAS_SHADE, LINE_WIDTH, LINES, OUTPUT_0, OUTPUT_1, OUTPUT_2, POSITION, RELIEF, ROW, SAMPLE_COUNT,
  SAMPLE_SIZE, SAMPLES, SCRATCH, SHADE, SHOWN_COUNT, SLOPE_X, SLOPE_Y, STEPS, TABLE, TILE_PIXELS,
} from './layout';
import { addLinear } from './oklab';
import { C0_01, C0_06, C0_1, C0_14, C0_22, C0_26, C0_32, C0_52, C0_55, C0_65, C0_86, C0_985, C1022, C1023, C1E_6, constant, HALF, limit, madd, nmadd, ONE, TWO_LOG2E, wholeBits, ZERO } from './vectors';

/** Of the tile's pixels: L that relief adds, and the slope of v for lines. */
const tilts = memory.data(640, 16);
const lineSlopes = memory.data(640, 16);

/** Of all samples of a tile, to three rows of sums. */
export function addPalette(parameters: usize, baseBytes: usize, bytes: usize, columns: usize, rows: usize, sums: usize): void {
  prepareRows(parameters, baseBytes, bytes);
  const pixelBytes = <usize>load<i32>(parameters, TILE_PIXELS) << 2;
  const flags = load<i32>(parameters, FLAGS);
  if (flags & HAS_LINES) measureLines(parameters, pixelBytes);
  if (flags & HAS_RELIEF) measureRelief(parameters, pixelBytes);
  const shownCount = load<i32>(parameters, SHOWN_COUNT);
  for (let s = 0; s < shownCount; s++) {
    for (let at: usize = 0; at < pixelBytes; at += 16) {
      addSample(parameters, at, s, pixelBytes, v128.load(columns + at), v128.load(rows + at), sums + at);
    }
  }
}

/** Position, height, tanh of light, 1 + chroma tanh of color: of every sample, in the scratch rows. */
function prepareRows(parameters: usize, baseBytes: usize, bytes: usize): void {
  const flags = load<i32>(parameters, FLAGS);
  const forms = <usize>load<u32>(parameters, OUTPUT_0);
  const positions = <usize>load<u32>(parameters, SCRATCH);
  const heights = positions + ROW;
  const lights = positions + ROW * 2;
  const richness = positions + ROW * 3;
  const perTanh = constant(TWO_LOG2E);
  scaleTo(positions, forms, bytes, v128.load32_splat(parameters, GAIN));
  bend(load<i32>(parameters, POSITION) ? SIN : TANH, positions, baseBytes, bytes);
  rescale(positions, baseBytes, constant(HALF), constant(HALF));
  rescale(positions + baseBytes, bytes - baseBytes, constant(HALF), constant(ZERO));
  if (flags & HAS_LIGHT) {
    scaleTo(lights, <usize>load<u32>(parameters, OUTPUT_1), bytes, perTanh);
    bend(TANH, lights, baseBytes, bytes);
  }
  if (flags & HAS_RELIEF) {
    scaleTo(heights, forms, bytes, perTanh);
    bend(TANH, heights, baseBytes, bytes);
    const half = constant(HALF);
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(heights + at, madd(half, v128.load(lights + at), v128.load(heights + at)));
    }
  }
  if (flags & HAS_CHROMA) {
    scaleTo(richness, <usize>load<u32>(parameters, OUTPUT_2), bytes, perTanh);
    bend(TANH, richness, baseBytes, bytes);
    rescale(richness, bytes, v128.load32_splat(parameters, CHROMA), constant(ONE));
  }
}

/** Numbers of `activate`. */
const SIN: i32 = 1;
const TANH: i32 = 2;

function bend(kind: i32, row: usize, baseBytes: usize, bytes: usize): void {
  if (baseBytes < bytes) differ(kind, row, baseBytes, bytes);
  else activate(kind, row, row + bytes);
}

function scaleTo(to: usize, from: usize, bytes: usize, factor: v128): void {
  for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, f32x4.mul(factor, v128.load(from + at)));
}

function rescale(row: usize, bytes: usize, factor: v128, summand: v128): void {
  for (let at = row; at < row + bytes; at += 16) v128.store(at, madd(factor, v128.load(at), summand));
}

// Slopes are a pixel's own: the least-squares plane through its samples.

function measureLines(parameters: usize, pixelBytes: usize): void {
  const positions = <usize>load<u32>(parameters, SCRATCH);
  const lines = v128.load32_splat(parameters, LINES);
  for (let at: usize = 0; at < pixelBytes; at += 16) {
    const gx = slopeOf(parameters, positions + at, SLOPE_X, pixelBytes);
    const gy = slopeOf(parameters, positions + at, SLOPE_Y, pixelBytes);
    const slope = f32x4.sqrt(madd(gx, gx, f32x4.mul(gy, gy)));
    v128.store(lineSlopes + at, f32x4.pmax(constant(C1E_6), f32x4.mul(lines, slope)));
  }
}

function measureRelief(parameters: usize, pixelBytes: usize): void {
  const heights = <usize>load<u32>(parameters, SCRATCH) + ROW;
  const scale = v128.load32_splat(parameters, RELIEF);
  for (let at: usize = 0; at < pixelBytes; at += 16) {
    const gx = f32x4.mul(scale, slopeOf(parameters, heights + at, SLOPE_X, pixelBytes));
    const gy = f32x4.mul(scale, slopeOf(parameters, heights + at, SLOPE_Y, pixelBytes));
    const length = f32x4.sqrt(madd(gx, gx, madd(gy, gy, constant(ONE))));
    const rise = madd(constant(C0_55), gx, madd(constant(C0_65), gy, constant(C0_52)));
    const d = f32x4.div(rise, length);
    const d2 = f32x4.mul(d, d);
    const d4 = f32x4.mul(d2, d2);
    const d8 = f32x4.mul(d4, d4);
    const gloss = f32x4.mul(f32x4.mul(f32x4.mul(d8, d8), d2), constant(C0_1));
    const lit = v128.and(gloss, f32x4.gt(d, constant(ZERO)));
    v128.store(tilts + at, madd(constant(C0_26), f32x4.sub(d, constant(C0_52)), lit));
  }
}

/** Of four pixels, whose samples stand `stride` bytes apart. */
// @ts-ignore: decorator
@inline
function slopeOf(parameters: usize, first: usize, weights: i32, stride: usize): v128 {
  const sampleCount = load<i32>(parameters, SAMPLE_COUNT);
  let sample = <usize>load<u32>(parameters, SAMPLES) + <usize>weights;
  let slope = constant(ZERO);
  for (let s = 0, from = first; s < sampleCount; s++, from += stride, sample += SAMPLE_SIZE) {
    slope = madd(v128.load32_splat(sample), v128.load(from), slope);
  }
  return slope;
}

/** Sample `s` of the four pixels at `at`. */
// @ts-ignore: decorator
@inline
function addSample(
  parameters: usize,
  at: usize,
  s: i32,
  stride: usize,
  column: v128,
  row: v128,
  to: usize,
): void {
  const flags = load<i32>(parameters, FLAGS);
  const from = <usize>load<u32>(parameters, SCRATCH) + at + stride * s;
  const sample = <usize>load<u32>(parameters, SAMPLES) + s * SAMPLE_SIZE;
  const plain = v128.load(from);
  let t = plain;
  let lightness = flags & HAS_RELIEF ? v128.load(tilts + at) : constant(ZERO);
  if (flags & HAS_GRAIN) {
    const noise = hashOf(grainPlace(parameters, sample, column, row));
    const both = i32x4.add(v128.and(noise, i32x4.splat(0xffff)), i32x4.shr_u(noise, 16));
    const centered = f32x4.convert_i32x4_s(i32x4.sub(both, i32x4.splat(65535)));
    t = madd(centered, v128.load32_splat(parameters, GRAIN), t);
  }
  t = limit(t, constant(ZERO), constant(ONE));
  const steps = load<i32>(parameters, STEPS);
  if (steps > 0) {
    const n = f32x4.splat(<f32>steps);
    const v = f32x4.mul(t, n);
    const floor = f32x4.pmin(f32x4.splat(<f32>(steps - 1)), f32x4.floor(v));
    const r = f32x4.sub(v, floor);
    const q = f32x4.pmin(constant(ONE), f32x4.div(r, constant(C0_01)));
    const step = f32x4.div(f32x4.mul(constant(C0_86), f32x4.add(f32x4.sub(floor, constant(HALF)), q)), n);
    t = madd(constant(C0_14), t, step);
    const fade = f32x4.sub(constant(ONE), f32x4.pmin(constant(ONE), f32x4.div(r, constant(C0_22))));
    lightness = nmadd(f32x4.mul(v128.load32_splat(parameters, EDGE), q), fade, lightness);
  }
  if (flags & HAS_LINES) {
    const v = f32x4.mul(v128.load32_splat(parameters, LINES), plain);
    const away = f32x4.abs(f32x4.sub(v, f32x4.floor(f32x4.add(v, constant(HALF)))));
    const cover = f32x4.sub(v128.load32_splat(parameters, LINE_WIDTH), f32x4.div(away, v128.load(lineSlopes + at)));
    lightness = nmadd(constant(C0_32), limit(cover, constant(ZERO), constant(ONE)), lightness);
  }
  if (flags & HAS_SHADE) {
    lightness = madd(v128.load32_splat(parameters, SHADE), v128.load(from + ROW * 2), lightness);
  }
  const place = f32x4.mul(f32x4.pmax(constant(ZERO), t), constant(C1023));
  const entry = f32x4.pmin(constant(C1022), f32x4.floor(place));
  const share = f32x4.sub(place, entry);
  const at0 = i32x4.shl(wholeBits(entry), 5);
  const table = <usize>load<u32>(parameters, TABLE);
  const c0 = look(table + (i32x4.extract_lane(at0, 0) & 0x7fe0), v128.shuffle<f32>(share, share, 0, 0, 0, 0));
  const c1 = look(table + (i32x4.extract_lane(at0, 1) & 0x7fe0), v128.shuffle<f32>(share, share, 1, 1, 1, 1));
  const c2 = look(table + (i32x4.extract_lane(at0, 2) & 0x7fe0), v128.shuffle<f32>(share, share, 2, 2, 2, 2));
  const c3 = look(table + (i32x4.extract_lane(at0, 3) & 0x7fe0), v128.shuffle<f32>(share, share, 3, 3, 3, 3));
  const la01 = v128.shuffle<f32>(c0, c1, 0, 4, 1, 5);
  const la23 = v128.shuffle<f32>(c2, c3, 0, 4, 1, 5);
  const b01 = v128.shuffle<f32>(c0, c1, 2, 6, 3, 7);
  const b23 = v128.shuffle<f32>(c2, c3, 2, 6, 3, 7);
  lightness = f32x4.add(lightness, v128.shuffle<f32>(la01, la23, 0, 1, 4, 5));
  let a = v128.shuffle<f32>(la01, la23, 2, 3, 6, 7);
  let b = v128.shuffle<f32>(b01, b23, 0, 1, 4, 5);
  if (flags & HAS_CHROMA) {
    const richness = v128.load(from + ROW * 3);
    a = f32x4.mul(a, richness);
    b = f32x4.mul(b, richness);
  }
  addLinear(limit(lightness, constant(C0_06), constant(C0_985)), a, b, to, s == 0);
}

/** One color of the table: {L, a, b, 0} and what it rises by to the next. */
// @ts-ignore: decorator
@inline
function look(entry: usize, share: v128): v128 {
  return madd(share, v128.load(entry, 16), v128.load(entry));
}

/** What the hash of a grain cell begins with. */
// @ts-ignore: decorator
@inline
function grainPlace(parameters: usize, sample: usize, column: v128, row: v128): v128 {
  const cellsX = <usize>load<u32>(parameters, CELLS_X);
  let x: v128;
  let y: v128;
  if (cellsX == 0) {
    x = i32x4.add(i32x4.shl(column, 1), i32x4.splat(load<i32>(sample, CELL_X)));
    y = i32x4.add(i32x4.shl(row, 1), i32x4.splat(load<i32>(sample, CELL_Y)));
  } else {
    const cellsY = <usize>load<u32>(parameters, CELLS_Y);
    x = cellsAt(cellsX + load<i32>(sample, CELL_X), column);
    y = cellsAt(cellsY + load<i32>(sample, CELL_Y), row);
  }
  const mixed = v128.xor(i32x4.mul(x, i32x4.splat(MIX_X)), i32x4.mul(y, i32x4.splat(MIX_Y)));
  return v128.xor(mixed, i32x4.splat(0x67a1 * MIX_Z));
}

// @ts-ignore: decorator
@inline
function cellsAt(cells: usize, places: v128): v128 {
  let found = i32x4.splat(load<i32>(cells + (<usize>i32x4.extract_lane(places, 0) << 2)));
  found = i32x4.replace_lane(found, 1, load<i32>(cells + (<usize>i32x4.extract_lane(places, 1) << 2)));
  found = i32x4.replace_lane(found, 2, load<i32>(cells + (<usize>i32x4.extract_lane(places, 2) << 2)));
  return i32x4.replace_lane(found, 3, load<i32>(cells + (<usize>i32x4.extract_lane(places, 3) << 2)));
}
