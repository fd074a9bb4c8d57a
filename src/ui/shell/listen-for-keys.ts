import type { Signal } from '@preact/signals';
import type { View } from '#core/cppn/view.ts';
import type { Studio } from '#studio/studio.ts';

const stirrings = ['pointermove', 'pointerdown', 'focusin'] as const;

/**
 * Hears keys at once, until the returned function is called. What they do is fetched when the person first stirs; what was
 * pressed until then is done then. `easelView` is what the easel shows.
 */
export function listenForKeys(studio: Studio, easelView: () => Signal<View> | null): () => void {
  const ended = new AbortController();
  const waiting: (() => void)[] = [];
  let press: ((event: KeyboardEvent, isTaken: boolean) => void) | null = null;
  let isFetching = false;

  const fetchKeys = () => {
    if (isFetching) return;
    isFetching = true;
    import('./bind-keys.ts').then(
      ({ createPress }) => {
        press = createPress(studio, easelView, ended.signal);
        for (const act of waiting.splice(0)) act();
      },
      () => (isFetching = false),
    );
  };
  const hear = (event: KeyboardEvent) => {
    const isTaken = event.defaultPrevented;
    if (press !== null) return press(event, isTaken);
    fetchKeys();
    waiting.push(() => press?.(event, isTaken));
    // Too late to do so then: it would scroll the page.
    if (event.key === ' ' && event.target instanceof Element && event.target.matches('[role=gridcell]'))
      event.preventDefault();
  };
  window.addEventListener('keydown', hear, { signal: ended.signal });
  for (const name of stirrings)
    window.addEventListener(name, fetchKeys, { once: true, signal: ended.signal });
  return () => ended.abort();
}
