import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { sowSeeds } from '#core/evolution/sow-seeds.ts';
import type { Seed } from '#core/math/random.ts';

/** A fresh picture as a wall would show it: a recipe by its share, past the gates. */
export function randomPicture(seed: Seed): Genome {
  for (let from = seed; ; from++) {
    const { proposals } = runToEnd(
      sowSeeds(paintTiles, { seed: from, count: 1, tile: 'seed', wall: [], seen: [], twinLimit: 0 }),
    );
    if (proposals[0] !== undefined) return proposals[0].genome;
  }
}
