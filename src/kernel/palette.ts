// The palette coloring with its finishes, in the order of src/core/cppn/palette-color.ts.
import { hashOf, MIX_X, MIX_Y, MIX_Z } from './hash';
import {
  CELL_X, CELL_Y, CELLS_X, CELLS_Y, CHROMA, EDGE, FLAGS, GAIN, GRAIN, HAS_CHROMA, HAS_GRAIN, HAS_LIGHT, HAS_LINES,
  HAS_RELIEF, HAS_SHADE, LINE_WIDTH, LINES, OUTPUT_0, OUTPUT_1, OUTPUT_2, POSITION, RELIEF, ROW, SAMPLE_COUNT,
  SAMPLE_SIZE, SAMPLES, SCRATCH, SHADE, SLOPE_X, SLOPE_Y, STEPS, TABLE,
} from './layout';
import { addLinear } from './oklab';
import { C0_01, C0_06, C0_1, C0_14, C0_22, C0_26, C0_32, C0_52, C0_55, C0_65, C0_86, C0_985, C1022, C1023, C1E_6, constant, HALF, limit, madd, nmadd, ONE, sinOf, tanhOf, ZERO, wholeBits } from './vectors';

/** L that relief adds to four pixels, and their slope of v for lines. */
const tilt = memory.data(16, 16);
const lineSlope = memory.data(16, 16);

/** Position, height, tanh of light, 1 + chroma tanh of color: of every sample, in the scratch rows. */
export function prepareRows(parameters: usize, bytes: usize): void {
  const flags = load<i32>(parameters, FLAGS);
  const forms = <usize>load<u32>(parameters, OUTPUT_0);
  const lights = <usize>load<u32>(parameters, OUTPUT_1);
  const colors = <usize>load<u32>(parameters, OUTPUT_2);
  const scratch = <usize>load<u32>(parameters, SCRATCH);
  const gain = v128.load32_splat(parameters, GAIN);
  const isSine = load<i32>(parameters, POSITION);
  for (let at: usize = 0; at < bytes; at += 16) {
    const form = v128.load(forms + at);
    const scaled = f32x4.mul(gain, form);
    const wave = isSine ? sinOf(scaled) : tanhOf(scaled, false);
    v128.store(scratch + at, madd(constant(HALF), wave, constant(HALF)));
    if (flags & HAS_LIGHT) {
      const light = tanhOf(v128.load(lights + at), false);
      v128.store(scratch + ROW * 2 + at, light);
      if (flags & HAS_RELIEF) v128.store(scratch + ROW + at, madd(constant(HALF), light, tanhOf(form, false)));
    }
    if (flags & HAS_CHROMA) {
      const richness = madd(v128.load32_splat(parameters, CHROMA), tanhOf(v128.load(colors + at), false), constant(ONE));
      v128.store(scratch + ROW * 3 + at, richness);
    }
  }
}

/** Slopes are a pixel's own: the least-squares plane through its samples. `at` is where four pixels stand in a row. */
export function measureSlopes(parameters: usize, at: usize, stride: usize): void {
  const flags = load<i32>(parameters, FLAGS);
  const scratch = <usize>load<u32>(parameters, SCRATCH);
  const sampleCount = load<i32>(parameters, SAMPLE_COUNT);
  const samples = <usize>load<u32>(parameters, SAMPLES);
  v128.store(tilt, constant(ZERO));
  if (flags & HAS_LINES) {
    let gx = constant(ZERO);
    let gy = constant(ZERO);
    for (let s = 0; s < sampleCount; s++) {
      const sample = samples + s * SAMPLE_SIZE;
      const t = v128.load(scratch + at + stride * s);
      gx = madd(v128.load32_splat(sample, SLOPE_X), t, gx);
      gy = madd(v128.load32_splat(sample, SLOPE_Y), t, gy);
    }
    const slope = f32x4.sqrt(madd(gx, gx, f32x4.mul(gy, gy)));
    v128.store(lineSlope, f32x4.pmax(constant(C1E_6), f32x4.mul(v128.load32_splat(parameters, LINES), slope)));
  }
  if (flags & HAS_RELIEF) {
    let gx = constant(ZERO);
    let gy = constant(ZERO);
    for (let s = 0; s < sampleCount; s++) {
      const sample = samples + s * SAMPLE_SIZE;
      const h = v128.load(scratch + ROW + at + stride * s);
      gx = madd(v128.load32_splat(sample, SLOPE_X), h, gx);
      gy = madd(v128.load32_splat(sample, SLOPE_Y), h, gy);
    }
    const scale = v128.load32_splat(parameters, RELIEF);
    gx = f32x4.mul(gx, scale);
    gy = f32x4.mul(gy, scale);
    const length = f32x4.sqrt(madd(gx, gx, madd(gy, gy, constant(ONE))));
    const rise = madd(constant(C0_55), gx, madd(constant(C0_65), gy, constant(C0_52)));
    const d = f32x4.div(rise, length);
    const d2 = f32x4.mul(d, d);
    const d4 = f32x4.mul(d2, d2);
    const d8 = f32x4.mul(d4, d4);
    const gloss = f32x4.mul(f32x4.mul(f32x4.mul(d8, d8), d2), constant(C0_1));
    const lit = v128.and(gloss, f32x4.gt(d, constant(ZERO)));
    v128.store(tilt, madd(constant(C0_26), f32x4.sub(d, constant(C0_52)), lit));
  }
}

/** Sample `s` of the four pixels at `at`. */
export function addSample(
  parameters: usize,
  at: usize,
  s: i32,
  stride: usize,
  column: v128,
  row: v128,
  sums: usize,
): void {
  const flags = load<i32>(parameters, FLAGS);
  const from = <usize>load<u32>(parameters, SCRATCH) + at + stride * s;
  const sample = <usize>load<u32>(parameters, SAMPLES) + s * SAMPLE_SIZE;
  const plain = v128.load(from);
  let t = plain;
  let lightness = v128.load(tilt);
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
    const cover = f32x4.sub(v128.load32_splat(parameters, LINE_WIDTH), f32x4.div(away, v128.load(lineSlope)));
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
  addLinear(limit(lightness, constant(C0_06), constant(C0_985)), a, b, sums);
}

/** One color of the table: {L, a, b, 0} and what it rises by to the next. */
// @ts-ignore: decorator
@inline
function look(entry: usize, share: v128): v128 {
  return madd(share, v128.load(entry, 16), v128.load(entry));
}

/** What the hash of a grain cell begins with. */
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
