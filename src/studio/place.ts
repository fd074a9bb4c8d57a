import type { ArtworkId, TrainingId } from '#core/gallery/records.ts';

/** What of the gallery is shown. */
export type GalleryList =
  | { readonly kind: 'five' | 'unrated' | 'imported' | 'trash' }
  | { readonly kind: 'collection'; readonly name: string }
  | { readonly kind: 'search'; readonly text: string };

/** Where the person is. The easel lies over the place it was opened from. */
export type Place =
  | { readonly kind: 'explore' }
  /** Without a list: everything. */
  | { readonly kind: 'gallery'; readonly list?: GalleryList }
  | { readonly kind: 'taste' }
  /** null: the training that was looked at last. */
  | { readonly kind: 'train'; readonly training: TrainingId | null }
  /** null: the first. */
  | { readonly kind: 'sketches'; readonly sketch: string | null }
  /** `link`: what the address carried it in. */
  | { readonly kind: 'art'; readonly artwork: ArtworkId; readonly link?: string };

const linkStart = '#/a/';

/** What a fragment carries of a shared artwork, to be read first; null when it names a place. */
export const parseLink = (fragment: string): string | null =>
  fragment.startsWith(linkStart) ? fragment.slice(linkStart.length) : null;

export const formatLink = (link: string): string => `${linkStart}${link}`;

/** The fragment of a shared artwork in any text, such as an address that was pasted; null when there is none. */
export const findLink = (text: string): string | null => /#\/a\/[\w-]+/.exec(text)?.[0] ?? null;

/** A location fragment, as in `#/gallery`. */
export function formatPlace(place: Place): string {
  switch (place.kind) {
    case 'explore':
      return '#/explore';
    case 'gallery':
      return `#/gallery${place.list === undefined ? '' : `/${formatList(place.list)}`}`;
    case 'taste':
      return '#/taste';
    case 'train':
      return place.training === null ? '#/train' : `#/train/${place.training}`;
    case 'sketches':
      return place.sketch === null ? '#/sketches' : `#/sketches/${place.sketch}`;
    case 'art':
      return place.link === undefined ? `#/art/${place.artwork}` : formatLink(place.link);
  }
}

const actPlaceLimit = 300;

/** As an act remembers it: short, and a shared artwork by its own name. */
export const formatActPlace = (place: Place): string =>
  formatPlace(place.kind === 'art' ? { kind: 'art', artwork: place.artwork } : place).slice(0, actPlaceLimit);

function formatList(list: GalleryList): string {
  switch (list.kind) {
    case 'collection':
      return `c/${encode(list.name)}`;
    case 'search':
      return `q/${encode(list.text)}`;
    default:
      return list.kind;
  }
}

/** Half a character cannot be encoded. */
const encode = (text: string) => encodeURIComponent(text.replace(/\p{Cs}/gu, '\uFFFD'));

/** null for a fragment that names no place. */
export function parsePlace(fragment: string): Place | null {
  if (fragment === '' || fragment === '#' || fragment === '#/' || fragment === '#/explore')
    return { kind: 'explore' };
  if (fragment === '#/gallery') return { kind: 'gallery' };
  if (fragment === '#/taste') return { kind: 'taste' };
  const train = /^#\/train(?:\/([0-9a-f]{16}))?$/.exec(fragment);
  if (train !== null) return { kind: 'train', training: train[1] ?? null };
  const list = /^#\/gallery\/(?:(five|unrated|imported|trash)|([cq])\/(.*))$/s.exec(fragment);
  if (list !== null) return parseList(list);
  const sketch = /^#\/sketches(?:\/([a-z0-9-]{1,60}))?$/.exec(fragment);
  if (sketch !== null) return { kind: 'sketches', sketch: sketch[1] ?? null };
  const art = /^#\/art\/([0-9a-f]{16})$/.exec(fragment);
  return art === null ? null : { kind: 'art', artwork: art[1]! };
}

function parseList([, name, letter, text = '']: readonly (string | undefined)[]): Place | null {
  if (name !== undefined) return { kind: 'gallery', list: { kind: name as 'five' } };
  try {
    const decoded = decodeURIComponent(text);
    const list: GalleryList =
      letter === 'c' ? { kind: 'collection', name: decoded } : { kind: 'search', text: decoded };
    return { kind: 'gallery', list };
  } catch {
    return null;
  }
}
