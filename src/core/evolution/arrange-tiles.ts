import type { Finish } from '#core/cppn/coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { createRandom, type Seed } from '#core/math/random.ts';

export type FinishFamily = 'lines' | 'steps' | 'relief' | 'grain' | 'smooth';

/** What neighbours on a wall should not share. */
export interface Traits {
  readonly palette: string;
  readonly finish: FinishFamily;
}

const RESTARTS = 32;

/**
 * An order of tiles, as places in `traits`, in which no two neighbours in a row or column share a palette family or a finish,
 * or as few as a seeded search finds. The first comes top left.
 */
export function arrangeTiles(traits: readonly Traits[], seed: Seed, columnCount = 5): number[] {
  const random = createRandom(seed);
  const places = traits.map((_, i) => i);
  const isClash = traits.map((a) =>
    traits.map((b) => Number(a.palette === b.palette) + Number(a.finish === b.finish)),
  );
  const neighbours = places.map((at) => [
    ...(at % columnCount > 0 ? [at - 1] : []),
    ...(at % columnCount < columnCount - 1 && at + 1 < places.length ? [at + 1] : []),
    ...(at >= columnCount ? [at - columnCount] : []),
    ...(at + columnCount < places.length ? [at + columnCount] : []),
  ]);

  let best = places;
  let fewest = Number.POSITIVE_INFINITY;
  for (let round = 0; round < RESTARTS && fewest > 0; round++) {
    const order = random.shuffle(places);
    const clashesAt = (at: number) =>
      neighbours[at]!.reduce((sum, other) => sum + isClash[order[at]!]![order[other]!]!, 0);
    let clashes = places.reduce((sum, at) => sum + clashesAt(at), 0) / 2;
    let hasImproved = true;
    while (clashes > 0 && hasImproved) {
      hasImproved = false;
      for (let a = 0; a < places.length; a++) {
        for (let b = a + 1; b < places.length; b++) {
          const before = clashesAt(a) + clashesAt(b);
          [order[a], order[b]] = [order[b]!, order[a]!];
          // A clash of the two with each other counts twice on both sides.
          const gain = before - clashesAt(a) - clashesAt(b);
          if (gain > 0) {
            clashes -= gain;
            hasImproved = true;
          } else {
            [order[a], order[b]] = [order[b]!, order[a]!];
          }
        }
      }
    }
    if (clashes < fewest) {
      fewest = clashes;
      best = order;
    }
  }
  return [...best];
}

/** Pairs of neighbours that share a palette family, and such that share a finish, added up. */
export function countClashes(traits: readonly Traits[], columnCount = 5): number {
  return traits.reduce((sum, here, at) => {
    const right = at % columnCount < columnCount - 1 ? traits[at + 1] : undefined;
    const below = traits[at + columnCount];
    const shared = [right, below].flatMap((other) =>
      other === undefined ? [] : [other.palette === here.palette, other.finish === here.finish],
    );
    return sum + shared.filter(Boolean).length;
  }, 0);
}

export function traitsOf({ coloring }: Genome): Traits {
  if (coloring.kind !== 'palette') return { palette: coloring.kind, finish: 'smooth' };
  return { palette: coloring.palette.name, finish: finishFamily(coloring.finish) };
}

/** The finish that is seen first. */
export function finishFamily({ lines, steps, relief, grain }: Finish): FinishFamily {
  if (lines > 0) return 'lines';
  if (steps > 0) return 'steps';
  if (relief >= 0.5) return 'relief';
  return grain >= 0.1 ? 'grain' : 'smooth';
}
