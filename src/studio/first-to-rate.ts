// Before the critic knows anything: which pictures would tell it the most.
import type { LogReading } from '#core/gallery/read-log.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { Statistics } from '#core/taste/measure-picture.ts';
import type { Measurements } from './measurements.ts';

const wantedCount = 3;

/** The three of the wall that are least like one another and like what is rated. */
export async function chooseFirst(
  { ratings }: LogReading,
  wall: readonly Artwork[],
  measurements: Measurements,
  signal: AbortSignal,
): Promise<Artwork[]> {
  const rated = ratings.map(({ artwork }) => artwork);
  const left = wall.filter(({ id }) => !rated.includes(id));
  const seen = await measurements.of([...rated, ...left.map(({ id }) => id)], { signal, priority: 'sharp' });
  const known = rated.flatMap((id) => {
    const statistics = seen.get(id);
    return statistics === undefined ? [] : [statistics];
  });
  const chosen: Artwork[] = [];
  while (chosen.length < wantedCount && chosen.length < left.length) {
    const distanceOf = ({ id }: Artwork) => nearest(seen.get(id), known);
    const next = left
      .filter((artwork) => !chosen.includes(artwork))
      .reduce((a, b) => (distanceOf(b) > distanceOf(a) ? b : a));
    chosen.push(next);
    const own = seen.get(next.id);
    if (own !== undefined) known.push(own);
  }
  return chosen;
}

/** Squared; without anything to compare with, all are equally far. */
function nearest(statistics: Statistics | undefined, known: readonly Statistics[]): number {
  if (statistics === undefined) return -1;
  return known.reduce(
    (least, other) =>
      Math.min(
        least,
        other.reduce((sum, value, i) => sum + (value - statistics[i]!) ** 2, 0),
      ),
    Number.POSITIVE_INFINITY,
  );
}
