import type { PaintRequest, Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { type PaperName, PRINT_PX_PER_METER, printSize, printView } from './print-sizes.ts';

/** How an artwork is painted for a file: the page and the terminal ask alike. */
export interface PngForm {
  readonly size: Size;
  readonly view: View;
  readonly samples: PaintRequest['samples'];
  readonly grain: PaintRequest['grain'];
  /** What a printer is told; null for pictures that have no size on paper. */
  readonly pixelsPerMeter: number | null;
}

export const screenForm = (size: Size, view: View): PngForm => ({
  size,
  view,
  samples: 2,
  grain: 'pixel',
  pixelsPerMeter: null,
});

export const printForm = (paper: PaperName, isLandscape: boolean, view: View): PngForm => ({
  size: printSize(paper, isLandscape),
  view: printView(view, paper),
  samples: 4,
  grain: 'print',
  pixelsPerMeter: PRINT_PX_PER_METER,
});

/** Some whole rows of it. */
export const stripRequest = (
  { size, view, samples, grain }: PngForm,
  yPx: number,
  heightPx: number,
): PaintRequest => ({
  size,
  region: { xPx: 0, yPx, widthPx: size.widthPx, heightPx },
  view,
  samples,
  grain,
  dither: true,
});

/** Of either side: what the painters' single floats still count exactly, and what other programs open. */
export const LONGEST_SIDE_PX = 32_768;
