// The gallery's part of the studio arrives when the gallery is first entered; what is asked of it waits for that.
import { effect, untracked } from '@preact/signals-core';
import type { ArtworkId } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import type { GalleryPart } from './gallery/gallery-part.ts';
import type { History } from './history.ts';
import type { Session } from './session.ts';
import type { Projection, Viewer } from './showing.ts';

export function createGalleryDoor(session: Session) {
  const { shown, surface, notices } = session;
  let part: GalleryPart | null = null;
  let acting: Acting;
  let projection: Projection;
  let history: History;

  async function load(): Promise<GalleryPart | null> {
    if (part !== null) return part;
    const loaded = await import('./gallery/gallery-part.ts').catch(() => null);
    if (loaded === null) notices.say('This part did not load. Reload to go on.');
    else part ??= loaded.createGalleryPart({ session, projection, history, acting });
    return part;
  }

  /** Once it is there. */
  const withPart = (act: (part: GalleryPart) => Promise<unknown>) => async () => {
    const loaded = await load();
    if (loaded !== null) await act(loaded);
  };
  const use = (act: (part: GalleryPart) => Promise<unknown>) => acting.inTurn(withPart(act));
  const read = (act: (part: GalleryPart) => Promise<unknown>) => acting.reading(withPart(act));

  const viewer: Viewer = {
    follow: (changes) => part?.follow?.(changes),
    hear: async (changes, from) => part?.hear?.(changes, from),
  };

  return {
    viewer,
    start(given: Acting, projecting: Projection, acts: History) {
      acting = given;
      projection = projecting;
      history = acts;
      return effect(() => {
        const isShown = surface.value.kind === 'gallery' && shown.state.value.kind === 'ready';
        if (isShown) untracked(() => void read((gallery) => gallery.open()));
      });
    },
    actions: {
      showMore: () => read((gallery) => gallery.showMore()),
      setOrder: (order: 'newest' | 'rating') => read((gallery) => gallery.setOrder(order)),
      deleteArtworks: (ids: readonly ArtworkId[]) => use((gallery) => gallery.deleteArtworks(ids)),
      bringBack: (ids: readonly ArtworkId[]) => use((gallery) => gallery.bringBack(ids)),
      letGo: (ids: readonly ArtworkId[]) => use((gallery) => gallery.letGo(ids)),
      toggleSelected(artwork: ArtworkId) {
        const next = new Set(shown.selected.peek());
        if (!next.delete(artwork)) next.add(artwork);
        shown.selected.value = next;
      },
    },
  };
}
