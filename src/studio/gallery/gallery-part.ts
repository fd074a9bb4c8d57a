// The gallery, a page at a time: newest first, or by rating with what is not rated after it.
import type { Artwork, RecordChange } from '#core/gallery/records.ts';
import type { Cursor } from '#platform/storage/store.ts';
import type { Acting } from '#studio/acting.ts';
import { isArtwork } from '#studio/changes.ts';
import type { History } from '#studio/history.ts';
import type { Session } from '#studio/session.ts';
import type { Projection, Viewer } from '#studio/showing.ts';
import { createTrash, type Trash } from './trash.ts';

export const pageSize = 60;

/** Where the next page begins. */
type Position =
  | { readonly phase: 'stars' | 'hung'; readonly after: Cursor | null }
  | { readonly phase: 'end' };

export interface GalleryPart extends Viewer, Trash {
  /** Reads what is stale. */
  readonly open: () => Promise<void>;
  readonly showMore: () => Promise<void>;
  readonly setOrder: (order: 'newest' | 'rating') => Promise<void>;
}

export interface GalleryParts {
  readonly session: Session;
  readonly projection: Projection;
  readonly history: History;
  readonly acting: Acting;
}

export function createGalleryPart({ session, projection, history, acting }: GalleryParts): GalleryPart {
  const { keeping, shown, surface } = session;
  let position: Position = { phase: 'hung', after: null };
  let isStale = true;

  const isAtEnd = () => position.phase === 'end';

  /** Reads at least as many as were shown. */
  async function refresh() {
    const isByRating = shown.galleryOrder.peek() === 'rating';
    const wanted = Math.max(pageSize, shown.galleryItems.peek().length);
    position = { phase: isByRating ? 'stars' : 'hung', after: null };
    isStale = false;
    const held = keeping.held('artwork').filter((record) => isArtwork(record) && record.isHung);
    const items = [...(held as Artwork[])];
    while (items.length < wanted && !isAtEnd()) items.push(...(await readPage(items)));
    await show(items);
  }

  async function show(items: readonly Artwork[]) {
    await projection.readStars(items.map(({ id }) => id));
    shown.galleryCount.value = Math.max(items.length, await keeping.store().count('artwork', 'hung'));
    shown.galleryItems.value = items;
    const ids = new Set(items.map(({ id }) => id));
    const focused = shown.focused.peek();
    if (focused !== null && !ids.has(focused) && shown.place.peek().kind === 'gallery') {
      shown.focused.value = null;
    }
    const selected = [...shown.selected.peek()].filter((id) => ids.has(id));
    if (selected.length < shown.selected.peek().size) shown.selected.value = new Set(selected);
  }

  /** The next artworks that are not among `known`. Moves the position. */
  async function readPage(known: readonly Artwork[]): Promise<readonly Artwork[]> {
    if (position.phase === 'end') return [];
    const { phase, after } = position;
    const query = { direction: 'descending', limit: pageSize, ...(after === null ? {} : { after }) } as const;
    let found: readonly Artwork[];
    let next: Cursor | null;
    if (phase === 'stars') {
      const page = await keeping.store().page('standing', { order: 'stars', ...query });
      next = page.next;
      const profile = shown.desk.peek()?.profile;
      const mine = page.items.filter((standing) => standing.profile === profile);
      const records = await keeping.getMany(
        'artwork',
        mine.map(({ artwork }) => artwork),
      );
      found = records.filter(isArtwork);
    } else {
      const page = await keeping.store().page('artwork', { order: 'hung', ...query });
      next = page.next;
      found = page.items.filter(isArtwork);
      await projection.readStars(found.map(({ id }) => id));
      const isRated = ({ id }: Artwork) => shown.stars.peek().has(id);
      if (shown.galleryOrder.peek() === 'rating') found = found.filter((artwork) => !isRated(artwork));
    }
    if (next !== null) position = { phase, after: next };
    else position = phase === 'stars' ? { phase: 'hung', after: null } : { phase: 'end' };
    const ids = new Set([...known, ...keeping.held('artwork')].map(({ id }) => id));
    return found.filter(({ id, isHung }) => isHung && !ids.has(id));
  }

  return {
    ...createTrash(session, history, (act) => void acting.inTurn(() => history.undo(act))),
    async open() {
      if (isStale) await refresh();
    },

    async showMore() {
      const items = [...shown.galleryItems.peek()];
      const wanted = items.length + pageSize;
      while (items.length < wanted && !isAtEnd()) items.push(...(await readPage(items)));
      await show(items);
    },

    async setOrder(order) {
      if (order === shown.galleryOrder.peek()) return;
      shown.galleryOrder.value = order;
      shown.galleryItems.value = [];
      await refresh();
    },

    async hear(changes) {
      if (!changes.some(({ record }) => record === 'artwork' || record === 'standing')) return;
      shown.galleryItems.value = replaceShown(shown.galleryItems.peek(), changes);
      isStale = true;
      if (surface.peek().kind === 'gallery') await refresh();
    },
  };
}

function replaceShown(items: readonly Artwork[], changes: readonly RecordChange[]): readonly Artwork[] {
  const changed = new Map(
    changes.flatMap((one) => (one.record === 'artwork' ? [[one.id, one.after] as const] : [])),
  );
  if (!items.some(({ id }) => changed.has(id))) return items;
  return items.flatMap((artwork) => {
    const after = changed.get(artwork.id);
    if (after === undefined) return [artwork];
    return isArtwork(after) && after.isHung ? [after] : [];
  });
}
