// Where the painting kernel asks each pixel, and how slopes and grain come from it.
import type { Coloring } from './coloring.ts';
import type { PaintRequest } from './pixels.ts';
import { planSamples } from './sample-plan.ts';

export interface KernelSamples {
  /** Offsets from a pixel's top left corner, in pixels. */
  readonly dx: readonly number[];
  readonly dy: readonly number[];
  /** How many of them are averaged; the rest only measure slopes. */
  readonly shownCount: number;
  /** What each weighs in the slopes per pixel. */
  readonly slopeX: readonly number[];
  readonly slopeY: readonly number[];
  /** The grain cell each lies in: of its pixel; or where in `cells` its column's and its row's cells begin, in bytes. */
  readonly cellX: readonly number[];
  readonly cellY: readonly number[];
  /** Cells by column, then by row, of the region; empty where they are whole numbers of samples. */
  readonly cells: readonly number[];
  readonly cellRowsAt: number;
  readonly tilePixels: number;
}

/** Samples of a row. */
export const TILE_SAMPLES = 160;
/** With two differences each: sums of differences begin behind them and take twenty samples at a time, all within the row. */
const DIFFERENCE_PIXELS = 48;

/** Below this spacing, in picture units, a difference of two single floats tells no slope any more ... */
const NEAREST = 5e-5;
/** ... and it is taken this far on each side of the pixel's middle. */
const WIDE = 5e-4;

export function planKernelSamples(coloring: Coloring, request: PaintRequest): KernelSamples {
  const plan = planSamples(coloring, request);
  const hasSlopes = coloring.kind === 'palette' && (coloring.finish.relief > 0 || coloring.finish.lines > 0);
  const shortPx = Math.min(request.size.widthPx, request.size.heightPx);
  const unitsPerPx = 2 / (shortPx * request.view.zoom);
  const slopes =
    hasSlopes && unitsPerPx < NEAREST
      ? wideSlopes(plan.dx.slice(0, plan.shownCount), plan.dy.slice(0, plan.shownCount), WIDE / unitsPerPx)
      : { dx: plan.dx, dy: plan.dy, ...ownSlopes(plan.dx, plan.dy, request.samples) };
  return {
    ...slopes,
    shownCount: plan.shownCount,
    ...planCells(slopes.dx, slopes.dy, coloring, request, shortPx),
    tilePixels: tilePixelsFor(slopes.dx.length),
  };
}

/**
 * For a painter that carries the second and third sample of a pixel as differences from the first, `dx` and `dy` of those too; null where
 * there are none, or more. Then a slope keeps its digits, at any zoom.
 */
export function planDifferences(coloring: Coloring, request: PaintRequest): KernelSamples | null {
  const plan = planSamples(coloring, request);
  if (request.samples > 1 || plan.dx.length === 1) return null;
  const shortPx = Math.min(request.size.widthPx, request.size.heightPx);
  return {
    dx: [0.5, 0.5, 0],
    dy: [0.5, 0, 0.5],
    slopeX: [0, 2, 0],
    slopeY: [0, 0, 2],
    shownCount: 1,
    ...planCells(plan.dx, plan.dy, coloring, request, shortPx),
    tilePixels: DIFFERENCE_PIXELS,
  };
}

const tilePixelsFor = (sampleCount: number) => Math.floor(TILE_SAMPLES / sampleCount / 4) * 4;

/** The least-squares plane through a pixel's samples; with one sample, through the two beside it. */
function ownSlopes(dx: readonly number[], dy: readonly number[], samples: PaintRequest['samples']) {
  if (samples === 1) return { slopeX: [-2, 2, 0], slopeY: [-2, 0, 2] };
  const squares = dx.reduce((sum, x) => sum + (x - 0.5) ** 2, 0);
  return { slopeX: dx.map((x) => (x - 0.5) / squares), slopeY: dy.map((y) => (y - 0.5) / squares) };
}

/** Four samples more, `away` pixels from the middle. */
function wideSlopes(dx: readonly number[], dy: readonly number[], away: number) {
  const none = dx.map(() => 0);
  const w = 1 / (2 * away);
  return {
    dx: [...dx, 0.5 - away, 0.5 + away, 0.5, 0.5],
    dy: [...dy, 0.5, 0.5, 0.5 - away, 0.5 + away],
    slopeX: [...none, -w, w, 0, 0],
    slopeY: [...none, 0, 0, -w, w],
  };
}

function planCells(
  dx: readonly number[],
  dy: readonly number[],
  coloring: Coloring,
  { grain, region }: PaintRequest,
  shortPx: number,
) {
  const half = (offsets: readonly number[]) => offsets.map((offset) => Math.floor(2 * offset));
  if (grain === 'pixel' || coloring.kind !== 'palette' || coloring.finish.grain === 0) {
    return { cellX: half(dx), cellY: half(dy), cells: [], cellRowsAt: 0 };
  }
  // 240 cells across the short side, in halves.
  const scale = 480 / shortPx;
  const columnCount = region.widthPx;
  // A last tile reaches beyond the region's rows.
  const rowCount = region.heightPx + TILE_SAMPLES;
  const xs = [...new Set(dx)];
  const ys = [...new Set(dy)];
  const along = (first: number, count: number, offset: number) =>
    Array.from({ length: count }, (_, i) => Math.floor((first + i + offset) * scale));
  return {
    cellX: dx.map((x) => xs.indexOf(x) * columnCount * 4),
    cellY: dy.map((y) => ys.indexOf(y) * rowCount * 4),
    cells: [
      ...xs.flatMap((x) => along(region.xPx, columnCount, x)),
      ...ys.flatMap((y) => along(region.yPx, rowCount, y)),
    ],
    cellRowsAt: xs.length * columnCount,
  };
}
