import { useSignal } from '@preact/signals';
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

/** From anywhere: `part` is null until it has come and was read. */
export function useGalleryPart(): { readonly part: GalleryPart | null; readonly hasFailed: boolean } {
  const { studio } = useUi();
  const part = useSignal<GalleryPart | null>(null);
  const hasFailed = useSignal(false);
  useEffect(() => {
    let isGone = false;
    const load = async () => {
      const gallery = await studio.loadGallery();
      await gallery?.open();
      if (isGone) return;
      part.value = gallery;
      hasFailed.value = gallery === null;
    };
    void load();
    return () => {
      isGone = true;
    };
  }, [studio]);
  return { part: part.value, hasFailed: hasFailed.value };
}
