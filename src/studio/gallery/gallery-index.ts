// Everything that hangs, as cards, with its ratings and collections: read once, then kept up with what is written.
import { type Signal, signal } from '@preact/signals-core';
import { buildCard, type Card } from '#core/gallery/card.ts';
import type {
  Artwork,
  ArtworkId,
  Collection,
  CollectionId,
  RecordChange,
  Stars,
  Tombstone,
} from '#core/gallery/records.ts';
import { buildSearchRow, type Kin, type SearchRow } from '#core/gallery/search-cards.ts';
import { isArtwork } from '#studio/changes.ts';
import type { Session } from '#studio/session.ts';
import { newestFirst } from './arrange-cards.ts';
import { unearthArtwork } from './trash.ts';

export interface GalleryIndex {
  /** Raised with every change of what the others answer. */
  readonly version: Signal<number>;
  /** Reads what was not read yet. */
  readonly read: () => Promise<void>;
  readonly isRead: () => boolean;
  /** Newest first. */
  readonly cards: () => readonly Card[];
  readonly has: (artwork: ArtworkId) => boolean;
  readonly collections: () => readonly Collection[];
  /** What lies in the trash, the last deleted first. */
  readonly trash: () => readonly Card[];
  readonly rows: () => readonly SearchRow[];
  readonly kinOf: (artwork: ArtworkId) => Kin | undefined;
  /** Learns the ancestors that do not hang. */
  readonly readKin: () => Promise<void>;
  readonly follow: (changes: readonly RecordChange[]) => void;
}

/** How much of the trash is listed. */
const trashLimit = 500;

export function createGalleryIndex({ keeping, shown }: Session): GalleryIndex {
  const version = signal(0);
  const byId = new Map<ArtworkId, Card>();
  const trashed = new Map<ArtworkId, { readonly card: Card; readonly deletedAtMs: number }>();
  const collections = new Map<CollectionId, Collection>();
  const rows = new Map<ArtworkId, SearchRow>();
  const kin = new Map<ArtworkId, Kin | undefined>();
  let isRead = false;
  let ordered: readonly Card[] | null = null;

  function note(id: ArtworkId, record: Artwork | Tombstone | null) {
    byId.delete(id);
    trashed.delete(id);
    rows.delete(id);
    kin.delete(id);
    ordered = null;
    if (isArtwork(record)) {
      if (record.isHung) byId.set(id, buildCard(record));
    } else if (record !== null) {
      const artwork = unearthArtwork(record);
      if (artwork !== null) trashed.set(id, { card: buildCard(artwork), deletedAtMs: record.deletedAtMs });
    }
  }

  async function read() {
    if (isRead) return;
    for (const card of await keeping.store().cards()) byId.set(card.id, card);
    for (const record of await readTrash()) note(record.id, record);
    for (const one of await keeping.store().all('collection')) collections.set(one.id, one);
    // What the device refused is read as if it were stored.
    for (const one of keeping.held('artwork')) note(one.id, one);
    for (const one of keeping.held('collection')) collections.set(one.id, one);
    ordered = null;
    isRead = true;
    version.value++;
    await readStars();
  }

  async function readTrash(): Promise<readonly (Artwork | Tombstone)[]> {
    const query = { order: 'trash', direction: 'descending', limit: trashLimit } as const;
    return (await keeping.store().page('artwork', query)).items;
  }

  async function readStars() {
    const profile = shown.desk.peek()?.profile;
    const next = new Map<ArtworkId, Stars>();
    for (const standing of await keeping.store().all('standing'))
      if (standing.profile === profile && standing.stars !== 0) next.set(standing.artwork, standing.stars);
    // What was said meanwhile is newer.
    for (const [artwork, stars] of shown.stars.peek()) next.set(artwork, stars);
    shown.stars.value = next;
  }

  function kinOf(id: ArtworkId): Kin | undefined {
    return byId.get(id) ?? kin.get(id);
  }

  return {
    version,
    read,
    isRead: () => isRead,
    cards() {
      ordered ??= [...byId.values()].sort(newestFirst);
      return ordered;
    },
    has: (artwork) => byId.has(artwork),
    collections: () => [...collections.values()].sort((a, b) => a.name.localeCompare(b.name)),
    trash: () => [...trashed.values()].sort((a, b) => b.deletedAtMs - a.deletedAtMs).map(({ card }) => card),
    rows() {
      for (const [id, card] of byId) if (!rows.has(id)) rows.set(id, buildSearchRow(card));
      return this.cards().map(({ id }) => rows.get(id)!);
    },
    kinOf,
    async readKin() {
      for (let asked = [...byId.values()].flatMap(({ parents }) => parents); asked.length > 0; ) {
        const unknown = [...new Set(asked)].filter((id) => !byId.has(id) && !kin.has(id));
        asked = [];
        for (let start = 0; start < unknown.length; start += kinBatch) {
          const ids = unknown.slice(start, start + kinBatch);
          for (const [index, record] of (await keeping.getMany('artwork', ids)).entries()) {
            const parents = record?.origin.kind === 'bred' ? record.origin.parents : [];
            kin.set(ids[index]!, record && { title: record.title, parents });
            asked.push(...parents);
          }
        }
      }
    },
    follow(changes) {
      if (!isRead) return;
      let isChanged = false;
      for (const one of changes) {
        if (one.record === 'artwork') note(one.id, one.after);
        else if (one.record === 'collection') {
          if (one.after === null) collections.delete(one.id);
          else collections.set(one.id, one.after);
        } else continue;
        isChanged = true;
      }
      if (isChanged) version.value++;
    },
  };
}

/** Artworks read at a time for their titles. */
const kinBatch = 100;
