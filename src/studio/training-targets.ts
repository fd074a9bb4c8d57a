// What a network can learn from: an artwork's picture, or a file's.
import { wholeRegion } from '#core/cppn/pixels.ts';
import { type PictureTarget, targetSizeOf } from '#core/cppn/training-target.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { isArtwork } from './changes.ts';
import type { Session } from './session.ts';

const choiceCount = 5;

/** Hung ones, the newest first, then those of the wall. */
export async function findChoices({ keeping, shown }: Session): Promise<readonly Artwork[]> {
  const query = { order: 'hung', direction: 'descending', limit: choiceCount } as const;
  const { items } = await keeping.store().page('artwork', query);
  const hung = items.filter(isArtwork);
  const tiles = (shown.wall.peek()?.tiles ?? []).map(({ artwork }) => artwork);
  const others = tiles.filter(({ id }) => hung.every((artwork) => artwork.id !== id));
  return [...hung, ...others].slice(0, choiceCount);
}

/** The artwork as it was last seen, square. */
export async function paintTarget(
  { options }: Session,
  artwork: Artwork,
  signal: AbortSignal,
): Promise<PictureTarget> {
  const size = targetSizeOf({ width: 512, height: 512 });
  const request = {
    size,
    region: wholeRegion(size),
    view: artwork.view,
    samples: 2,
    grain: 'pixel',
    dither: false,
  } as const;
  const { genome } = artwork;
  const { data } = await options.workers.run(
    'readPixels',
    { genome, request },
    { signal, priority: 'awaited' },
  );
  const rgb = new Uint8Array((data.length / 4) * 3);
  for (let pixel = 0; pixel < data.length / 4; pixel++) {
    rgb.set(data.subarray(4 * pixel, 4 * pixel + 3), 3 * pixel);
  }
  return { kind: 'picture', title: artwork.title, from: artwork.id, ...size, rgb };
}

/** What a file is called without its ending, at most 60 characters. */
export const titleOfFile = (fileName: string) =>
  fileName
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
    .slice(0, 60) || 'A picture';
