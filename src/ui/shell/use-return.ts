import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Place } from '#studio/place.ts';
import { useUi } from '../context.ts';

/** Going back leads to the same scroll position, and from the easel to the focus on what was open. */
export function useReturn(): void {
  const { studio } = useUi();
  const place = studio.place.value;
  const surface = place.kind === 'art' ? studio.placeBehind.value.kind : place.kind;
  const scrolls = useRef(new Map<Place['kind'], number>());
  const before = useRef({ place, surface });
  /** What the easel was opened with: an edit on it makes an artwork that hangs nowhere behind. */
  const opened = useRef('');

  useLayoutEffect(() => {
    const { current } = before;
    if (current.place.kind !== 'art' && place.kind === 'art') opened.current = place.artwork;
    before.current = { place, surface };
    if (current.place.kind === 'art' && place.kind !== 'art') {
      const { artwork } = current.place;
      const returnFocus = () => {
        const find = (id: string) => document.querySelector<HTMLElement>(`main [data-artwork="${id}"]`);
        const target = find(artwork) ?? find(opened.current) ?? document.getElementById('main');
        target?.focus({ preventScroll: current.surface === surface });
      };
      // Only what is no longer inert can take it.
      requestAnimationFrame(returnFocus);
    }
    if (current.surface !== surface) {
      const top = scrolls.current.get(surface) ?? 0;
      window.scrollTo(0, top);
      // The gallery has its height only once it knows its width.
      requestAnimationFrame(() => requestAnimationFrame(() => window.scrollTo(0, top)));
    }
  }, [place, surface]);

  useLayoutEffect(() => {
    const hold = () => scrolls.current.set(before.current.surface, window.scrollY);
    window.addEventListener('scroll', hold, { passive: true });
    return () => window.removeEventListener('scroll', hold);
  }, []);
}
