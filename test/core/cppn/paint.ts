import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { type PaintRequest, type Pixels, type Size, wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';

/** A request for a whole picture as the wall paints it, with what a test changes. */
export function request(size: Size, changes: Partial<PaintRequest> = {}): PaintRequest {
  return {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 2,
    grain: 'pixel',
    dither: true,
    ...changes,
  };
}

export const square = (px: number): Size => ({ widthPx: px, heightPx: px });

/** Runs the tile painter to its end. */
export function paint(genome: Genome, asked: PaintRequest): Pixels {
  const work = paintTiles(genome, asked);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The first byte in which two pictures differ, or null. */
export function firstDifference(a: Pixels, b: Pixels): string | null {
  if (a.data.length !== b.data.length) return `${a.data.length} and ${b.data.length} bytes`;
  const at = a.data.findIndex((byte, i) => byte !== b.data[i]);
  return at === -1 ? null : `byte ${at}: ${a.data[at]} and ${b.data[at]}`;
}
