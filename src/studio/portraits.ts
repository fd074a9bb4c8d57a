// What pictures looked like when they were last sharp, so that a returning person sees them at once. Derived: never an act, told to
// nobody, left out when the device is full, and bounded in number.
import type { Artwork, ArtworkId, Portrait, RecordChange } from '#core/gallery/records.ts';
import { Conflict, StoreError } from '#platform/storage/store.ts';
import { change, isArtwork } from './changes.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';

/** About 8 MB of thumbnails: forty walls. */
export const portraitLimit = 600;

export interface NewPortrait {
  /** As it was when it was painted. */
  readonly artwork: Artwork;
  /** Encoded, as the record holds it. */
  readonly thumbnail: ArrayBuffer;
}

export interface Portraits {
  /** Encoded thumbnails of those that have one of the view they have now. */
  readonly read: (artworks: readonly Artwork[]) => Promise<ReadonlyMap<ArtworkId, ArrayBuffer>>;
  /** Stores them unless the artwork has changed or gone meanwhile. Never rejects for what the device does. */
  readonly keep: (portraits: readonly NewPortrait[]) => Promise<void>;
}

export function createPortraits({ keeping, enqueue, end }: Session): Portraits {
  async function plan(portraits: readonly NewPortrait[]): Promise<readonly RecordChange[]> {
    const ids = portraits.map(({ artwork }) => artwork.id);
    const store = keeping.store();
    const [stored, before, count] = await Promise.all([
      store.getMany('artwork', ids),
      store.getMany('portrait', ids),
      store.count('portrait', 'sequence'),
    ]);
    const changes = portraits.flatMap(({ artwork, thumbnail }, index): RecordChange[] => {
      const { id, genome, view } = artwork;
      const now = stored[index];
      if (!isArtwork(now) || !isSame(now.view, view) || !isSame(now.genome, genome)) return [];
      const after: Portrait = { id, schema: 1, view, thumbnail, sequence: 0 };
      return [change('portrait', id, before[index], after)];
    });
    const addedCount = changes.filter(({ before }) => before === null).length;
    return [...changes, ...(await planLeaving(count + addedCount - portraitLimit, new Set(ids)))];
  }

  /** The longest unseen go. */
  async function planLeaving(excess: number, staying: ReadonlySet<ArtworkId>): Promise<RecordChange[]> {
    if (excess <= 0) return [];
    const { items } = await keeping
      .store()
      .page('portrait', { order: 'sequence', direction: 'ascending', limit: excess });
    return items.flatMap((old) => (staying.has(old.id) ? [] : [change('portrait', old.id, old, null)]));
  }

  return {
    async read(artworks) {
      const found = new Map<ArtworkId, ArrayBuffer>();
      if (!keeping.isOpen()) return found;
      try {
        const portraits = await keeping.store().getMany(
          'portrait',
          artworks.map(({ id }) => id),
        );
        for (const [index, portrait] of portraits.entries()) {
          const { id, view } = artworks[index]!;
          if (portrait !== undefined && isSame(portrait.view, view)) found.set(id, portrait.thumbnail);
        }
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
      return found;
    },

    keep: (portraits) =>
      enqueue(async () => {
        if (!keeping.isOpen() || keeping.unsaved.peek() !== null || end.signal.aborted) return;
        try {
          const changes = await plan(portraits);
          if (changes.length > 0) await keeping.store().write(changes);
        } catch (error) {
          // The next sharp picture makes another.
          if (!(error instanceof StoreError) && !(error instanceof Conflict)) throw error;
        }
      }),
  };
}
