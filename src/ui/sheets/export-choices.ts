// What the export sheet offers.
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import { type PngForm, printForm, screenForm } from '#core/formats/png-form.ts';
import { type PaperName, paperNames, papers } from '#core/formats/print-sizes.ts';
import { density } from '../layout.ts';

export type ExportChoice =
  | { readonly kind: 'screen'; readonly name: string; readonly size: Size }
  | { readonly kind: 'print'; readonly name: string; readonly paper: PaperName };

const square = (sidePx: number): ExportChoice => ({
  kind: 'screen',
  name: `${sidePx} px square`,
  size: { widthPx: sidePx, heightPx: sidePx },
});

export function listChoices(): readonly ExportChoice[] {
  const widthPx = Math.round(window.innerWidth * density());
  const heightPx = Math.round(window.innerHeight * density());
  return [
    ...[1080, 2160, 4096, 8192, 16_384, 32_768].map(square),
    { kind: 'screen', name: 'Screen size', size: { widthPx, heightPx } },
    ...paperNames.map((paper) => ({ kind: 'print', name: papers[paper].words, paper }) as const),
  ];
}

export const formOf = (choice: ExportChoice, isLandscape: boolean, view: View): PngForm =>
  choice.kind === 'screen' ? screenForm(choice.size, view) : printForm(choice.paper, isLandscape, view);

/** As it hangs: a print without what is cut away. */
export function shapeOf(choice: ExportChoice, isLandscape: boolean): { width: number; height: number } {
  if (choice.kind === 'screen') return { width: choice.size.widthPx, height: choice.size.heightPx };
  const { widthMm, heightMm } = papers[choice.paper];
  return isLandscape ? { width: heightMm, height: widthMm } : { width: widthMm, height: heightMm };
}
