import type { Artwork, Stars, TileKind } from '#core/gallery/records.ts';
import type { Ring } from '#studio/critic-view.ts';

/** The word at the bottom right, for tiles that are no ordinary children. */
export const originWords: Partial<Record<TileKind, string>> = { wild: 'wild card', unsure: 'unsure' };

/** As a screen reader says it: `Beetroot Moon. A round form, pink on dark plum. You gave 5 of 5. Parent 1.` */
export function nameArtwork(
  artwork: Pick<Artwork, 'title' | 'altText'>,
  {
    stars,
    pickNumber = 0,
    tile,
    ring,
  }: { stars: Stars | undefined; pickNumber?: number; tile?: TileKind; ring?: Ring | undefined },
): string {
  const words = tile === undefined ? undefined : originWords[tile];
  return [
    artwork.title,
    artwork.altText,
    stars === undefined ? '' : `You gave ${stars} of 5`,
    ring?.sentence ?? '',
    pickNumber > 0 ? `Parent ${pickNumber}` : '',
    words === undefined ? '' : words[0]!.toUpperCase() + words.slice(1),
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}
