// Artworks dragged from the gallery, to be dropped on a collection.
import type { ArtworkId } from '#core/gallery/records.ts';
import type { Studio } from '#studio/studio.ts';

const type = 'application/x-palate-artworks';

/** The selected ones, when what is dragged is one of them. */
export function startDragging(event: DragEvent, studio: Studio, artwork: ArtworkId): void {
  if (event.dataTransfer === null) return;
  const selected = studio.gallery.selected.peek();
  const dragged = selected.has(artwork) ? [...selected] : [artwork];
  event.dataTransfer.setData(type, JSON.stringify(dragged));
  event.dataTransfer.effectAllowed = 'copy';
}

export const isDragged = (event: DragEvent) => event.dataTransfer?.types.includes(type) ?? false;

/** Empty for anything else that was dropped. */
export function draggedArtworks(event: DragEvent): readonly ArtworkId[] {
  try {
    const ids: unknown = JSON.parse(event.dataTransfer?.getData(type) ?? '');
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
