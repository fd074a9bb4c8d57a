// Which cards are shown, and in what order: pure, over everything that hangs.
import type { Card, FinishName } from '#core/gallery/card.ts';
import type { ArtworkId, Collection, Origin, Stars } from '#core/gallery/records.ts';
import type { GalleryList } from '#studio/place.ts';

export interface GalleryFilter {
  /** 0: rated or not. */
  readonly atLeast: 0 | Stars;
  readonly finish: FinishName | null;
  readonly palette: string | null;
  readonly made: Origin['kind'] | null;
}

export const noFilter: GalleryFilter = { atLeast: 0, finish: null, palette: null, made: null };

export type GalleryOrder = 'newest' | 'rating';

export interface Counts {
  readonly five: number;
  readonly unrated: number;
  readonly imported: number;
}

export type StarsOf = (artwork: ArtworkId) => number;

/** What hung last comes first; what is not stored yet hangs as of now. */
export const newestFirst = (a: Card, b: Card) =>
  placeOf(b) - placeOf(a) || b.createdAtMs - a.createdAtMs || (a.id < b.id ? 1 : -1);

const placeOf = ({ hungSequence }: Card) => (hungSequence === 0 ? Number.MAX_SAFE_INTEGER : hungSequence);

/** Those of a fixed list or a collection; the search is made elsewhere. */
export function cardsOfList(
  cards: readonly Card[],
  list: GalleryList | undefined,
  { starsOf, collection }: { readonly starsOf: StarsOf; readonly collection: Collection | undefined },
): readonly Card[] {
  switch (list?.kind) {
    case 'five':
      return cards.filter(({ id }) => starsOf(id) === 5);
    case 'unrated':
      return cards.filter(({ id }) => starsOf(id) === 0);
    case 'imported':
      return cards.filter(isImported);
    case 'collection': {
      const ids = new Set(collection?.artworks);
      return cards.filter(({ id }) => ids.has(id));
    }
    default:
      return cards;
  }
}

export const isImported = ({ made }: Card) => made === 'imported' || made === 'shared';

export function filterCards(
  cards: readonly Card[],
  { atLeast, finish, palette, made }: GalleryFilter,
  starsOf: StarsOf,
): readonly Card[] {
  if (atLeast === 0 && finish === null && palette === null && made === null) return cards;
  return cards.filter(
    (card) =>
      (atLeast === 0 || starsOf(card.id) >= atLeast) &&
      (finish === null || card.finishes.includes(finish)) &&
      (palette === null || card.palette === palette) &&
      (made === null || card.made === made),
  );
}

/** `cards` are in the order they were hung, the newest first; equals stay so. */
export function orderCards(cards: readonly Card[], order: GalleryOrder, starsOf: StarsOf): readonly Card[] {
  return order === 'newest' ? cards : cards.toSorted((a, b) => starsOf(b.id) - starsOf(a.id));
}

export function countCards(cards: readonly Card[], starsOf: StarsOf): Counts {
  const counts = { five: 0, unrated: 0, imported: 0 };
  for (const card of cards) {
    const stars = starsOf(card.id);
    if (stars === 5) counts.five++;
    if (stars === 0) counts.unrated++;
    if (isImported(card)) counts.imported++;
  }
  return counts;
}
