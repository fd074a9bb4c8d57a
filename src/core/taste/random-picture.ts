import type { Genome } from '#core/cppn/genome.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { sowSeeds } from '#core/evolution/sow-seeds.ts';
import type { Seed } from '#core/math/random.ts';

/** A fresh picture as a wall would show it: a recipe by its share, past the gates. */
export function randomPicture(paint: Paint, seed: Seed): Genome {
  for (let from = seed; ; from++) {
    const { proposals } = runToEnd(
      sowSeeds(paint, { seed: from, count: 1, tile: 'seed', wall: [], seen: [], twinLimit: 0 }),
    );
    if (proposals[0] !== undefined) return proposals[0].genome;
  }
}
