// Which pictures would tell the critic the most.
import type { LogReading } from '#core/gallery/read-log.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { Statistics } from '#core/taste/measure-picture.ts';
import type { Measurements } from './measurements.ts';

const wantedCount = 3;
/** Asked again only after this many others, so that it is judged and not remembered. */
const othersBetween = 30;
/** One in so many is asked again. */
const askedAgainEvery = 12;

/**
 * The three of the wall that are least like one another and like what is rated. Those of `before` that are not rated yet keep their
 * places, so that only what was rated makes way.
 */
export async function chooseFirst(
  { ratings }: Pick<LogReading, 'ratings'>,
  wall: readonly Artwork[],
  before: readonly Artwork[],
  measurements: Measurements,
  signal: AbortSignal,
): Promise<Artwork[]> {
  const rated = ratings.map(({ artwork }) => artwork);
  const left = wall.filter(({ id }) => !rated.includes(id));
  const seen = await measurements.of([...rated, ...left.map(({ id }) => id)], { signal, priority: 'sharp' });
  const statisticsOf = (id: ArtworkId) => {
    const statistics = seen.get(id);
    return statistics === undefined ? [] : [statistics];
  };
  const kept = Array.from({ length: wantedCount }, (_, place) =>
    left.find(({ id }) => id === before[place]?.id),
  );
  const known = [...rated, ...kept.flatMap((artwork) => artwork?.id ?? [])].flatMap(statisticsOf);
  const chosen = [...kept];
  for (let place = 0; place < wantedCount; place++) {
    const rest = left.filter((artwork) => !chosen.includes(artwork));
    if (chosen[place] !== undefined || rest.length === 0) continue;
    const distanceOf = ({ id }: Artwork) => nearest(seen.get(id), known);
    const next = rest.reduce((a, b) => (distanceOf(b) > distanceOf(a) ? b : a));
    chosen[place] = next;
    known.push(...statisticsOf(next.id));
  }
  return chosen.filter((artwork) => artwork !== undefined);
}

/** What was rated longest ago, when it is time to ask again whether the person still thinks so; null otherwise. */
export function chooseAgain({ ratings, secondRatings }: Pick<LogReading, 'ratings' | 'secondRatings'>) {
  const isDue = secondRatings.length < Math.floor(ratings.length / askedAgainEvery);
  return isDue && ratings.length > othersBetween ? ratings[0]!.artwork : null;
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
