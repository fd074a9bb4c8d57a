import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { GalleryList } from '#studio/place.ts';

const settleMs = 500;

/** Says how many were found, once the typing rests. */
export function FoundCount({ list, count }: { list: GalleryList | undefined; count: number }) {
  const words = useSignal('');
  const text = list?.kind === 'search' ? list.text.trim() : '';
  useEffect(() => {
    if (text === '') {
      words.value = '';
      return undefined;
    }
    const timer = setTimeout(() => {
      words.value =
        count === 0 ? 'Nothing found.' : count === 1 ? '1 artwork found.' : `${count} artworks found.`;
    }, settleMs);
    return () => clearTimeout(timer);
  }, [text, count]);
  return (
    <p class="sr-only" aria-live="polite">
      {words.value}
    </p>
  );
}
