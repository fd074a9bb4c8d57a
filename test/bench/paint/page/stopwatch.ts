import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { type PaintRequest, type Pixels, wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';

/** Of each work the milliseconds of every round; works take turns within a round, so that all meet the same machine. */
export async function timeInTurns<N extends string>(
  rounds: number,
  works: Readonly<Record<N, () => unknown>>,
): Promise<Record<N, number[]>> {
  const names = Object.keys(works) as N[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<N, number[]>;
  // What is not compiled yet, or fetched, is not measured.
  for (const name of names) for (let call = 0; call < 3; call++) await works[name]();
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      times[name].push(performance.now() - start);
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
  return times;
}

export const requestOf = (
  widthPx: number,
  heightPx = widthPx,
  changes: Partial<PaintRequest> = {},
): PaintRequest => ({
  size: { widthPx, heightPx },
  region: wholeRegion({ widthPx, heightPx }),
  view: wholeView,
  samples: 1,
  grain: 'pixel',
  dither: false,
  ...changes,
});

export const paintWith = (paint: Paint, genome: Genome, request: PaintRequest, spare?: Pixels['data']) =>
  runToEnd(paint(genome, request, spare)).data;
