import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** What of an element lies on or near the screen, in CSS pixels from its top: a screen above and one below. */
export interface NearScreen {
  readonly fromPx: number;
  readonly toPx: number;
}

/** Changes in steps, so that scrolling a little draws nothing anew. */
export function useNearScreen(ref: RefObject<HTMLElement | null>): Signal<NearScreen> {
  const near = useSignal<NearScreen>({ fromPx: 0, toPx: window.innerHeight });
  useLayoutEffect(() => {
    const read = () => {
      const screen = window.innerHeight;
      const step = Math.max(100, screen / 4);
      const top = Math.floor(-ref.current!.getBoundingClientRect().top / step) * step;
      const next = { fromPx: top - 0.75 * screen, toPx: top + 1.75 * screen + step };
      if (next.fromPx !== near.peek().fromPx || next.toPx !== near.peek().toPx) near.value = next;
    };
    read();
    const ended = new AbortController();
    const options = { signal: ended.signal, passive: true };
    window.addEventListener('scroll', read, options);
    window.addEventListener('resize', read, options);
    return () => ended.abort();
  }, []);
  return near;
}
