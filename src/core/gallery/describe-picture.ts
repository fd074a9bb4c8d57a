import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { describeForm, type PictureForm } from './describe-form.ts';

const size = { widthPx: 48, heightPx: 48 };
const request: PaintRequest = {
  size,
  region: wholeRegion(size),
  view: wholeView,
  samples: 2,
  grain: 'pixel',
  dither: false,
};

/** Paints a genome's still as it has to be to be described, and describes it; yields progress in [0, 1). */
export function* describePicture(paint: Paint, genome: Genome): Generator<number, PictureForm> {
  return describeForm(yield* paint(withoutLinesAndGrain(genome), request));
}

function withoutLinesAndGrain(genome: Genome): Genome {
  const { coloring } = genome;
  if (coloring.kind !== 'palette') return genome;
  return { ...genome, coloring: { ...coloring, finish: { ...coloring.finish, lines: 0, grain: 0 } } };
}
