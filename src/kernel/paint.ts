// The painting kernel: any genome, tile by tile, to RGBA bytes. The host (src/platform/render/kernel.ts) puts parameters and
// program into the memory and asks for runs of pixels.
import { colorTile, columns, rows } from './color';
import { placeSamples } from './coordinates';
import {
  FIRST_X, FIRST_Y, FLAGS, HAS_DIFFERENCES, MIDDLE_X, MIDDLE_Y, REGION_WIDTH, ROW, SAMPLE_COUNT, SCRATCH, TILE_PIXELS,
} from './layout';
import { runNetwork } from './network';

/** Paints `count` pixels of the region, row by row from pixel `first`, to `out`; up to a tile more is written behind them. */
export function paint(parameters: usize, first: i32, count: i32, out: usize): void {
  const width = load<i32>(parameters, REGION_WIDTH);
  const tilePixels = load<i32>(parameters, TILE_PIXELS);
  // Whole blocks of sixteen samples.
  const bytes = <usize>((load<i32>(parameters, SAMPLE_COUNT) * tilePixels + 15) & ~15) << 2;
  // Of a row that are values, where the others are differences from them.
  const baseBytes = load<i32>(parameters, FLAGS) & HAS_DIFFERENCES ? <usize>tilePixels << 2 : bytes;
  let x = first % width;
  let y = first / width;
  for (let done = 0; done < count; done += tilePixels) {
    placePixels(parameters, x, y, tilePixels, width);
    placeSamples(parameters, baseBytes, bytes);
    runNetwork(parameters, baseBytes, bytes);
    colorTile(parameters, min(tilePixels, count - done), out + (<usize>done << 2), baseBytes, bytes);
    x += tilePixels;
    y += x / width;
    x %= width;
  }
}

/** Columns and rows of the tile's pixels; and how far they are from the middle of the picture, in the scratch rows. */
function placePixels(parameters: usize, x: i32, y: i32, count: i32, width: i32): void {
  const firstX = load<i32>(parameters, FIRST_X);
  const firstY = load<i32>(parameters, FIRST_Y);
  const middleX = v128.load32_splat(parameters, MIDDLE_X);
  const middleY = v128.load32_splat(parameters, MIDDLE_Y);
  const us = <usize>load<u32>(parameters, SCRATCH);
  const end = <usize>count << 2;
  for (let at: usize = 0; at < end; at += 16) {
    let column: v128;
    let row: v128;
    if (x + 4 <= width) {
      column = i32x4.add(i32x4.splat(firstX + x), i32x4(0, 1, 2, 3));
      row = i32x4.splat(firstY + y);
      x += 4;
    } else {
      for (let lane: usize = 0; lane < 16; lane += 4) {
        if (x >= width) {
          x -= width;
          y++;
        }
        store<i32>(columns + at + lane, firstX + x);
        store<i32>(rows + at + lane, firstY + y);
        x++;
      }
      column = v128.load(columns + at);
      row = v128.load(rows + at);
    }
    if (x >= width) {
      x -= width;
      y++;
    }
    v128.store(columns + at, column);
    v128.store(rows + at, row);
    v128.store(us + at, f32x4.sub(f32x4.convert_i32x4_s(column), middleX));
    v128.store(us + ROW + at, f32x4.sub(f32x4.convert_i32x4_s(row), middleY));
  }
}

/** The first byte the host may use. */
export const heap: usize = __heap_base;
