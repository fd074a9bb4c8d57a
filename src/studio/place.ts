import type { ArtworkId, TrainingId } from '#core/gallery/records.ts';

/** Where the person is. The easel lies over the place it was opened from. */
export type Place =
  | { readonly kind: 'explore' }
  | { readonly kind: 'gallery' }
  | { readonly kind: 'taste' }
  /** null: the training that was looked at last. */
  | { readonly kind: 'train'; readonly training: TrainingId | null }
  | { readonly kind: 'art'; readonly artwork: ArtworkId };

/** A location fragment, as in `#/gallery`. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'explore':
      return '#/explore';
    case 'gallery':
    case 'taste':
      return `#/${place.kind}`;
    case 'train':
      return place.training === null ? '#/train' : `#/train/${place.training}`;
    case 'art':
      return `#/art/${place.artwork}`;
  }
}

/** null for a fragment that names no place. */
export function parsePlace(fragment: string): Place | null {
  if (fragment === '' || fragment === '#' || fragment === '#/' || fragment === '#/explore')
    return { kind: 'explore' };
  if (fragment === '#/gallery') return { kind: 'gallery' };
  if (fragment === '#/taste') return { kind: 'taste' };
  const train = /^#\/train(?:\/([0-9a-f]{16}))?$/.exec(fragment);
  if (train !== null) return { kind: 'train', training: train[1] ?? null };
  const art = /^#\/art\/([0-9a-f]{16})$/.exec(fragment);
  return art === null ? null : { kind: 'art', artwork: art[1]! };
}
