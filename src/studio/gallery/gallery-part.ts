// The gallery's part of the studio: what is shown of everything that hangs, and what can be done with it.
import { batch, computed, effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { Card } from '#core/gallery/card.ts';
import { nearestTitles } from '#core/gallery/nearest-titles.ts';
import type { Artwork, ArtworkId, Collection } from '#core/gallery/records.ts';
import { searchCards } from '#core/gallery/search-cards.ts';
import type { Acting } from '#studio/acting.ts';
import { isArtwork } from '#studio/changes.ts';
import type { History } from '#studio/history.ts';
import { go } from '#studio/navigating.ts';
import type { GalleryList } from '#studio/place.ts';
import type { Session } from '#studio/session.ts';
import type { Viewer } from '#studio/showing.ts';
import {
  type Counts,
  cardsOfList,
  countCards,
  filterCards,
  type GalleryFilter,
  type GalleryOrder,
  noFilter,
  orderCards,
} from './arrange-cards.ts';
import { type Collections, createCollections } from './collections.ts';
import { type Family, readFamily } from './family.ts';
import { createGalleryIndex } from './gallery-index.ts';
import { setNote } from './notes.ts';
import { createTrash, type Trash, unearthArtwork } from './trash.ts';

export interface GalleryPart extends Trash, Collections {
  readonly viewer: Viewer;
  /** Reads what was not read yet. */
  readonly open: () => Promise<void>;
  readonly facts: ReadonlySignal<GalleryFacts>;
  readonly filter: ReadonlySignal<GalleryFilter>;
  readonly setFilter: (filter: Partial<GalleryFilter>) => void;
  readonly setOrder: (order: GalleryOrder) => void;
  /** What is typed into the search; nothing typed shows everything. */
  readonly search: (text: string) => void;
  readonly select: (artworks: readonly ArtworkId[]) => void;
  readonly setNote: (artwork: ArtworkId, note: string) => Promise<void>;
  /** null when it is not here. */
  readonly readFamily: (artwork: ArtworkId) => Promise<Family | null>;
  /** Whole, as far as they are still there; those in the trash too. */
  readonly readArtworks: (ids: readonly ArtworkId[]) => Promise<readonly (Artwork | undefined)[]>;
}

export interface GalleryFacts {
  readonly isRead: boolean;
  readonly counts: Counts;
  readonly trashCount: number;
  /** In the order of the alphabet; counted is what hangs. */
  readonly collections: readonly { readonly collection: Collection; readonly count: number }[];
  /** What may have been meant, when a search finds nothing. */
  readonly nearest: readonly Card[];
  /** In the order of the alphabet. */
  readonly palettes: readonly string[];
}

export interface GalleryParts {
  readonly session: Session;
  readonly history: History;
  readonly acting: Acting;
}

export function createGalleryPart({ session, history, acting }: GalleryParts): GalleryPart {
  const { keeping, shown, surface, end } = session;
  const { inTurn } = acting;
  const index = createGalleryIndex(session);
  const filter = signal<GalleryFilter>(noFilter);

  const starsOf = (id: ArtworkId) => shown.stars.value.get(id) ?? 0;
  const list = computed((): GalleryList | undefined =>
    surface.value.kind === 'gallery' ? surface.value.list : undefined,
  );

  const found = computed((): readonly Card[] => {
    index.version.value;
    const which = list.value;
    if (which?.kind === 'trash') return index.trash();
    if (which?.kind === 'search')
      return searchCards(index.rows(), which.text, { starsOf, kinOf: index.kinOf }).map(({ card }) => card);
    const name = which?.kind === 'collection' ? which.name : null;
    const collection = index.collections().find((one) => one.name === name);
    return cardsOfList(index.cards(), which, { starsOf, collection });
  });

  const items = computed((): readonly Card[] =>
    list.value?.kind === 'trash'
      ? found.value
      : orderCards(filterCards(found.value, filter.value, starsOf), shown.galleryOrder.value, starsOf),
  );

  const facts = computed((): GalleryFacts => {
    index.version.value;
    const cards = index.cards();
    const isEmptySearch = list.value?.kind === 'search' && found.value.length === 0;
    return {
      isRead: index.isRead(),
      counts: countCards(cards, starsOf),
      trashCount: index.trash().length,
      collections: index.collections().map((collection) => ({
        collection,
        count: collection.artworks.filter(index.has).length,
      })),
      nearest: isEmptySearch
        ? nearestTitles(index.rows(), list.value?.kind === 'search' ? list.value.text : '').map(
            ({ card }) => card,
          )
        : [],
      palettes: [...new Set(cards.map(({ palette }) => palette))].filter((name) => name !== '').sort(),
    };
  });

  const stops = [
    effect(() => {
      const next = items.value;
      index.version.value;
      untracked(() => show(next));
    }),
    // What is selected is of the list that is left.
    effect(() => {
      list.value;
      untracked(() => {
        if (shown.selected.peek().size > 0) shown.selected.value = new Set();
      });
    }),
    // Ancestors that do not hang are asked for by name only then.
    effect(() => {
      const which = list.value;
      if (which?.kind === 'search' && /from:/i.test(which.text))
        untracked(() => void acting.reading(readKin));
    }),
  ];
  end.signal.addEventListener('abort', () => {
    for (const stop of stops) stop();
  });

  /** Keys never act on what is no longer shown. */
  function show(next: readonly Card[]) {
    const ids = new Set(next.map(({ id }) => id));
    batch(() => {
      shown.galleryItems.value = next;
      shown.galleryCount.value = index.cards().length;
      const focused = shown.focused.peek();
      if (focused !== null && !ids.has(focused) && shown.place.peek().kind === 'gallery')
        shown.focused.value = null;
      const selected = [...shown.selected.peek()].filter((id) => ids.has(id));
      if (selected.length < shown.selected.peek().size) shown.selected.value = new Set(selected);
    });
  }

  async function readKin() {
    await index.read();
    await index.readKin();
    index.version.value++;
  }

  const undo = (act: string) => void inTurn(() => history.undo(act));
  const trash = createTrash(session, history, undo);
  const collections = createCollections({ session, history, undo, all: index.collections });

  /** Each in its turn; `then` with what it came to, null when it was not done. */
  const turn = async <T>(task: () => Promise<T>): Promise<T | null> => {
    let result: T | null = null;
    await inTurn(async () => {
      await index.read();
      result = await task();
    });
    return result;
  };

  return {
    viewer: { follow: index.follow },
    open: () => acting.reading(index.read),
    facts,
    filter,
    setFilter(next) {
      filter.value = { ...filter.peek(), ...next };
    },
    setOrder(order) {
      shown.galleryOrder.value = order;
    },
    search(text) {
      go(session, text === '' ? { kind: 'gallery' } : { kind: 'gallery', list: { kind: 'search', text } });
    },
    select(artworks) {
      shown.selected.value = new Set(artworks);
    },
    async readArtworks(ids) {
      const records = await keeping.getMany('artwork', ids);
      return records.map((record) => {
        if (record === undefined || isArtwork(record)) return record;
        return unearthArtwork(record) ?? undefined;
      });
    },
    readFamily: (id) => readFamily(keeping, index.cards(), id),
    setNote: (id, note) => inTurn(() => setNote(session, history, id, note)),
    deleteArtworks: async (ids) => void (await turn(() => trash.deleteArtworks(ids))),
    bringBack: async (ids) => void (await turn(() => trash.bringBack(ids))),
    letGo: async (ids) => void (await turn(() => trash.letGo(ids))),
    async createCollection(name, artworks) {
      const made = await turn(() => collections.createCollection(name, artworks));
      if (made !== null) shown.selected.value = new Set();
      return made;
    },
    async renameCollection(id, name) {
      const before = index.collections().find((one) => one.id === id)?.name;
      const after = await turn(() => collections.renameCollection(id, name));
      const which = list.peek();
      if (after !== null && which?.kind === 'collection' && which.name === before)
        go(session, { kind: 'gallery', list: { kind: 'collection', name: after } });
      return after;
    },
    async deleteCollection(id) {
      const name = index.collections().find((one) => one.id === id)?.name;
      await turn(() => collections.deleteCollection(id));
      const which = list.peek();
      if (which?.kind === 'collection' && which.name === name) go(session, { kind: 'gallery' });
    },
    async collect(id, artworks) {
      await turn(() => collections.collect(id, artworks));
      shown.selected.value = new Set();
    },
    uncollect: async (id, artworks) => void (await turn(() => collections.uncollect(id, artworks))),
  };
}
