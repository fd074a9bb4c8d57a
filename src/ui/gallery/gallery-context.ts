import { type ReadonlySignal, useSignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext, useEffect } from 'preact/hooks';
import type { GalleryPart } from '#studio/gallery/gallery-part.ts';
import { useUi } from '../context.ts';

export const GalleryContext = createContext<GalleryPart | null>(null);

/** Throws TypeError outside the gallery. */
export function useGallery(): GalleryPart {
  const gallery = useContext(GalleryContext);
  if (gallery === null) throw new TypeError('This view was drawn outside the gallery.');
  return gallery;
}

/** From anywhere: null until it has come and was read. */
export function useGalleryPart(): ReadonlySignal<GalleryPart | null> {
  const { studio } = useUi();
  const part = useSignal<GalleryPart | null>(null);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const gallery = await studio.loadGallery();
      await gallery.open();
      if (!isGone) part.value = gallery;
    };
    // When it does not come, the studio says so.
    load().catch(() => {});
    return () => {
      isGone = true;
    };
  }, [studio]);
  return part;
}
