// The gallery's part of the studio arrives when it is first asked for.
import { effect, untracked } from '@preact/signals-core';
import type { ArtworkId } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import type { GalleryPart } from './gallery/gallery-part.ts';
import type { History } from './history.ts';
import { createLate } from './late.ts';
import type { Session } from './session.ts';
import type { Viewer } from './showing.ts';

export interface GalleryDoor {
  /** null when it does not come, which is said; the next call asks again. */
  readonly load: () => Promise<GalleryPart | null>;
  /** Follows the place from now on. */
  readonly start: () => () => void;
  readonly deleteArtworks: (ids: readonly ArtworkId[]) => Promise<void>;
  readonly toggleSelected: (id: ArtworkId) => void;
}

export interface GalleryDoorParts {
  readonly session: Session;
  readonly history: History;
  readonly acting: Acting;
  readonly viewers: Viewer[];
}

export function createGalleryDoor(parts: GalleryDoorParts): GalleryDoor {
  const { shown, surface, notices } = parts.session;
  const late = createLate(notices, async () => {
    const { createGalleryPart } = await import('./gallery/gallery-part.ts');
    const part = createGalleryPart(parts);
    parts.viewers.push(part.viewer);
    return part;
  });

  return {
    load: late.get,
    start: () =>
      effect(() => {
        const isShown = surface.value.kind === 'gallery' && shown.state.value.kind === 'ready';
        if (isShown) untracked(() => void late.use((part) => part.open()));
      }),
    deleteArtworks: (ids) => late.use((part) => part.deleteArtworks(ids)),
    toggleSelected(artwork) {
      const next = new Set(shown.selected.peek());
      if (!next.delete(artwork)) next.add(artwork);
      shown.selected.value = next;
    },
  };
}
