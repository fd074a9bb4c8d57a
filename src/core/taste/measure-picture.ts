import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { measureHue, measurePalette, measureTone } from './measure-color.ts';
import { measureEdges, measureScale } from './measure-form.ts';
import { measureLayout, measureSymmetry } from './measure-layout.ts';
import { planesOf, SIDE_PX } from './picture-planes.ts';
import { standardDeviations, standardMeans } from './standard.ts';

/** 70 numbers, each about 0 with deviation 1 over random pictures, within [-3, 3]; see `statisticGroups`. */
export type Statistics = Float32Array<ArrayBuffer>;

const size = { widthPx: SIDE_PX, heightPx: SIDE_PX };

/** What the critic looks at: the whole picture with its finish, 32 x 32 px, one sample a pixel. */
export const criticView: PaintRequest = {
  size,
  region: wholeRegion(size),
  view: wholeView,
  samples: 1,
  grain: 'pixel',
  dither: false,
};

/** The statistics of a render made as `criticView` says. Throws RangeError for a picture of another size. */
export function measurePicture(pixels: Pixels): Statistics {
  return Float32Array.from(rawStatistics(pixels), (value, i) =>
    Math.max(-3, Math.min(3, (value - standardMeans[i]!) / standardDeviations[i]!)),
  );
}

/** In their own units, before they are made comparable: [70]. */
export function rawStatistics(pixels: Pixels): Float64Array {
  const planes = planesOf(pixels);
  return Float64Array.from([
    ...measureTone(planes),
    ...measureHue(planes),
    ...measureScale(planes),
    ...measureEdges(planes),
    ...measureSymmetry(planes),
    ...measureLayout(planes),
    ...measurePalette(planes),
  ]);
}
