import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Size } from '#core/cppn/pixels.ts';

const settleMs = 120;

/** Sizes as last seen, by name and window: whoever comes back is drawn at the right size at once. */
const known = new Map<string, Size>();
const keyOf = (name: string) => `${name} ${window.innerWidth}x${window.innerHeight}`;

/** For what is about to be drawn in the place of `element`. */
export function rememberSize(name: string, element: Element): void {
  const { width, height } = element.getBoundingClientRect();
  known.set(keyOf(name), { widthPx: Math.round(width), heightPx: Math.round(height) });
}

/** The element's size in CSS pixels, from the next frame on and whenever it has settled; 0 x 0 until then. */
export function useSize(name: string, ref: RefObject<HTMLElement | null>, again: unknown): Signal<Size> {
  const size = useSignal<Size>(known.get(keyOf(name)) ?? { widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const take = (next: Size) => {
      const { widthPx, heightPx } = size.peek();
      if (next.widthPx === widthPx && next.heightPx === heightPx) return;
      size.value = next;
      known.set(keyOf(name), next);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isFirst = true;
    // The browser tells the size as laid out, in the frame's own layout: to ask for it would make one more. As laid out also
    // means that the easel is not smaller for growing.
    const observer = new ResizeObserver(([entry]) => {
      const box = entry?.borderBoxSize[0];
      // Drawn before it is put on the page, an element is told to be 0 x 0: what is remembered is better.
      if (box === undefined || !element.isConnected) return;
      const next = { widthPx: Math.round(box.inlineSize), heightPx: Math.round(box.blockSize) };
      clearTimeout(timer);
      if (isFirst) take(next);
      else timer = setTimeout(() => take(next), settleMs);
      isFirst = false;
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [again]);
  return size;
}
