// Deleting, and what becomes of it: an artwork lies in the trash, with all that was in it, until it is brought back or let go.
// Its tombstone keeps the lineage of its children in either case.
import type { Artwork, ArtworkId, RecordChange, Tombstone } from '#core/gallery/records.ts';
import { countArtworks } from '#studio/artworks.ts';
import { change, isArtwork } from '#studio/changes.ts';
import type { History, Plan } from '#studio/history.ts';
import { undoMs } from '#studio/notices.ts';
import { buryArtwork } from '#studio/rebase.ts';
import type { Session } from '#studio/session.ts';

export interface Trash {
  readonly deleteArtworks: (ids: readonly ArtworkId[]) => Promise<void>;
  readonly bringBack: (ids: readonly ArtworkId[]) => Promise<void>;
  /** Only the lineage stays. Undo still brings them back, as long as it remembers. */
  readonly letGo: (ids: readonly ArtworkId[]) => Promise<void>;
}

export function createTrash(session: Session, history: History, undo: (act: string) => void): Trash {
  const { keeping, notices, options, shown } = session;

  async function planDeletion(ids: readonly ArtworkId[]): Promise<Plan | null> {
    const records = await keeping.getMany('artwork', ids);
    const changes = records.flatMap((record) =>
      isArtwork(record) ? [change('artwork', record.id, record, trashArtwork(record, options.now()))] : [],
    );
    if (changes.length === 0) return null;
    const portraits = await keeping.getMany(
      'portrait',
      changes.map(({ id }) => id),
    );
    const along: RecordChange[] = portraits.flatMap((portrait) =>
      portrait === undefined ? [] : [change('portrait', portrait.id, portrait, null)],
    );
    return { label: `Deleted ${countArtworks(changes.length)}`, changes, along };
  }

  /** Of those that lie in the trash. */
  async function planForTrash(
    ids: readonly ArtworkId[],
    what: string,
    next: (tombstone: Tombstone, artwork: Artwork) => Artwork | Tombstone,
  ): Promise<Plan | null> {
    const records = await keeping.getMany('artwork', ids);
    const changes = records.flatMap((record) => {
      if (record === undefined || isArtwork(record)) return [];
      const artwork = unearthArtwork(record);
      return artwork === null ? [] : [change('artwork', record.id, record, next(record, artwork))];
    });
    return changes.length === 0 ? null : { label: `${what} ${countArtworks(changes.length)}`, changes };
  }

  async function act(
    ids: readonly ArtworkId[],
    plan: (unique: readonly ArtworkId[]) => Promise<Plan | null>,
  ) {
    const unique = [...new Set(ids)];
    let label = '';
    const written = await history.act(async () => {
      const planned = await plan(unique);
      label = planned?.label ?? '';
      return planned;
    });
    if (written === null) return;
    shown.selected.value = new Set();
    notices.say(`${label}.`, {
      milliseconds: undoMs,
      about: 'undo',
      action: { label: 'Undo', run: () => undo(written) },
    });
  }

  return {
    deleteArtworks: (ids) => act(ids, planDeletion),
    bringBack: (ids) =>
      act(ids, (unique) =>
        planForTrash(unique, 'Brought back', (_, artwork) => ({ ...artwork, isHung: true })),
      ),
    letGo: (ids) =>
      act(ids, (unique) =>
        planForTrash(unique, 'Let go of', ({ deletedAtMs }, artwork) => buryArtwork(artwork, deletedAtMs)),
      ),
  };
}

export function trashArtwork(artwork: Artwork, deletedAtMs: number): Tombstone {
  const { id: _, schema: __, title: ___, origin: ____, sequence: _____, ...remains } = artwork;
  return { ...buryArtwork(artwork, deletedAtMs), remains };
}

/** null when it was let go. */
export function unearthArtwork({ id, schema, title, origin, remains }: Tombstone): Artwork | null {
  return remains && { ...remains, id, schema, title, origin, sequence: 0 };
}
