// Collections: made, named, filled, and deleted with a way back.
import { foldText } from '#core/gallery/fold-text.ts';
import type { ArtworkId, Collection, CollectionId, RecordChange } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { cleanTitle, countArtworks } from '#studio/artworks.ts';
import { change } from '#studio/changes.ts';
import { findArtwork, planHanging } from '#studio/hanging.ts';
import type { History, Plan } from '#studio/history.ts';
import { undoMs } from '#studio/notices.ts';
import type { Session } from '#studio/session.ts';

export interface Collections {
  /** With these artworks in it. One of that name is added to instead. null: the name says nothing. */
  readonly createCollection: (name: string, artworks: readonly ArtworkId[]) => Promise<Collection | null>;
  /** The name it has afterwards. */
  readonly renameCollection: (id: CollectionId, name: string) => Promise<string | null>;
  /** Its artworks stay where they are. */
  readonly deleteCollection: (id: CollectionId) => Promise<void>;
  /** Hangs what does not hang yet. */
  readonly collect: (id: CollectionId, artworks: readonly ArtworkId[]) => Promise<void>;
  readonly uncollect: (id: CollectionId, artworks: readonly ArtworkId[]) => Promise<void>;
}

export interface CollectionParts {
  readonly session: Session;
  readonly history: History;
  readonly undo: (act: string) => void;
  readonly all: () => readonly Collection[];
}

export function createCollections({ session, history, undo, all }: CollectionParts): Collections {
  const { keeping, notices, options } = session;

  const findNamed = (name: string) => all().find((one) => foldText(one.name) === foldText(name));

  function say(text: string, act: string | null) {
    if (act === null) return;
    notices.say(text, {
      milliseconds: undoMs,
      about: 'undo',
      action: { label: 'Undo', run: () => undo(act) },
    });
  }

  async function planChange(
    id: CollectionId,
    label: string,
    edit: (before: Collection) => Collection | null,
  ): Promise<Plan | null> {
    const before = await keeping.get('collection', id);
    if (before === undefined) return null;
    const after = edit(before);
    return after === before ? null : { label, changes: [change('collection', id, before, after)] };
  }

  /** A collection is of the gallery. */
  async function planHangings(artworks: readonly ArtworkId[]): Promise<readonly RecordChange[]> {
    const changes: RecordChange[] = [];
    for (const id of artworks) {
      const found = await findArtwork(session, id);
      if (found === null) continue;
      const { changes: own, along = [] } = planHanging(found);
      changes.push(...own, ...along);
    }
    return changes;
  }

  async function addTo(id: CollectionId, artworks: readonly ArtworkId[]) {
    let name = '';
    let addedCount = 0;
    const act = await history.act(async () => {
      const plan = await planChange(id, 'Collecting', (before) => {
        const own = new Set(before.artworks);
        const added = [...new Set(artworks)].filter((one) => !own.has(one));
        name = before.name;
        addedCount = added.length;
        return added.length === 0 ? before : { ...before, artworks: [...before.artworks, ...added] };
      });
      return plan && { ...plan, along: await planHangings(artworks) };
    });
    if (act !== null) say(`Added ${countArtworks(addedCount)} to ${name}.`, act);
    else if (name !== '') notices.say(`${artworks.length === 1 ? 'It is' : 'They are'} in ${name} already.`);
  }

  return {
    async createCollection(name, artworks) {
      const clean = cleanTitle(name);
      if (clean === '') return null;
      const same = findNamed(clean);
      if (same !== undefined) {
        if (artworks.length > 0) await addTo(same.id, artworks);
        else notices.say('There is a collection of that name already.');
        return same;
      }
      const id = hashName(options.nextSeed());
      const made: Collection = { id, schema: 1, name: clean, artworks: [...new Set(artworks)], sequence: 0 };
      const act = await history.act(async () => ({
        label: 'New collection',
        changes: [change('collection', id, null, made)],
        along: await planHangings(artworks),
      }));
      const holding = artworks.length === 0 ? '' : `, with ${countArtworks(made.artworks.length)}`;
      say(`Made the collection ${clean}${holding}.`, act);
      return act === null ? null : made;
    },

    async renameCollection(id, name) {
      const clean = cleanTitle(name);
      if (clean === '') return null;
      const same = findNamed(clean);
      if (same !== undefined && same.id !== id) {
        notices.say('There is a collection of that name already.');
        return null;
      }
      await history.act(() =>
        planChange(id, 'New name', (before) => (before.name === clean ? before : { ...before, name: clean })),
      );
      return clean;
    },

    async deleteCollection(id) {
      const act = await history.act(() => planChange(id, 'Deleting a collection', () => null));
      say('Deleted the collection. Its artworks stay.', act);
    },

    collect: addTo,

    async uncollect(id, artworks) {
      const gone = new Set(artworks);
      let name = '';
      const act = await history.act(() =>
        planChange(id, 'Taking out', (before) => {
          name = before.name;
          const left = before.artworks.filter((one) => !gone.has(one));
          return left.length === before.artworks.length ? before : { ...before, artworks: left };
        }),
      );
      say(`Taken out of ${name}.`, act);
    },
  };
}
