// Paper: what a print is made of, in millimetres and in pixels.
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';

export type PaperName = 'a4' | 'a3' | 'a2' | '50x70';

export interface Paper {
  readonly words: string;
  /** As it is after the cut, upright. */
  readonly widthMm: number;
  readonly heightMm: number;
}

export const papers: Record<PaperName, Paper> = {
  a4: { words: 'A4', widthMm: 210, heightMm: 297 },
  a3: { words: 'A3', widthMm: 297, heightMm: 420 },
  a2: { words: 'A2', widthMm: 420, heightMm: 594 },
  '50x70': { words: '50 × 70 cm', widthMm: 500, heightMm: 700 },
};

export const paperNames: readonly PaperName[] = ['a4', 'a3', 'a2', '50x70'];

/** What is printed beyond each edge, for the cut to fall in. */
export const BLEED_MM = 3;
const PX_PER_INCH = 300;
const MM_PER_INCH = 25.4;
/** 300 dpi, as a PNG says it. */
export const PRINT_PX_PER_METER = Math.round((PX_PER_INCH / MM_PER_INCH) * 1000);

/** With bleed on all sides, at 300 dpi. */
export function printSize(name: PaperName, isLandscape: boolean): Size {
  const { widthMm, heightMm } = papers[name];
  const [across, down] = isLandscape ? [heightMm, widthMm] : [widthMm, heightMm];
  return { widthPx: inPx(across + 2 * BLEED_MM), heightPx: inPx(down + 2 * BLEED_MM) };
}

/** A little wider than `view`, so that what is left after the cut shows `view`. */
export function printView(view: View, name: PaperName): View {
  const { widthMm } = papers[name];
  return { ...view, zoom: (view.zoom * widthMm) / (widthMm + 2 * BLEED_MM) };
}

const inPx = (millimetres: number) => Math.round((millimetres * PX_PER_INCH) / MM_PER_INCH);
