// The person's own collections as classes of points to tell apart.
import { wholeRegion } from '#core/cppn/pixels.ts';
import { measureLightAndCool, pictureAxes, placePictures } from '#core/cppn/place-pictures.ts';
import { type PointsTarget, targetLimits } from '#core/cppn/training-target.ts';
import type { Artwork, Collection } from '#core/gallery/records.ts';
import { isArtwork } from './changes.ts';
import type { Session } from './session.ts';

/** Fewer show nothing that could be learned. */
const leastArtworks = 4;
const mostArtworks = 60;

/** Those that are large enough, the largest first, as many as there are classes. */
export async function findCollections({ keeping }: Session): Promise<readonly Collection[]> {
  const query = { order: 'sequence', direction: 'descending', limit: 100 } as const;
  const { items } = await keeping.store().page('collection', query);
  return items
    .filter(({ artworks }) => artworks.length >= leastArtworks)
    .sort((a, b) => b.artworks.length - a.artworks.length)
    .slice(0, targetLimits.classes);
}

/**
 * `collections` stand as `findCollections` gives them, the largest first. Each artwork where its lightness and warmth put it; one
 * in two collections counts for the smaller, of which it says more.
 */
export async function collectionsTarget(
  session: Session,
  collections: readonly Collection[],
  signal: AbortSignal,
): Promise<PointsTarget> {
  const seen = new Set<string>();
  const classes: number[] = [];
  const measured: (readonly [number, number])[] = [];
  for (const [own, { artworks }] of [...collections.entries()].reverse()) {
    const fresh = artworks.filter((id) => !seen.has(id)).slice(0, mostArtworks);
    for (const id of fresh) seen.add(id);
    for (const record of await session.keeping.getMany('artwork', fresh)) {
      if (!isArtwork(record)) continue;
      measured.push(await measure(session, record, signal));
      classes.push(own);
    }
  }
  return {
    kind: 'points',
    title: 'Your collections',
    classNames: collections.map(({ name }) => name.slice(0, 60)),
    axes: pictureAxes,
    places: placePictures(measured),
    classes: Uint8Array.from(classes),
  };
}

async function measure({ options }: Session, { genome, view }: Artwork, signal: AbortSignal) {
  const size = { widthPx: 24, heightPx: 24 };
  const request = {
    size,
    region: wholeRegion(size),
    view,
    samples: 1,
    grain: 'pixel',
    dither: false,
  } as const;
  const pixels = await options.workers.run(
    'readPixels',
    { genome, request },
    { signal, priority: 'awaited' },
  );
  return measureLightAndCool(pixels);
}
