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
    const read = () => {
      // As laid out: the easel is smaller to the eye while it grows.
      const { offsetWidth: width, offsetHeight: height } = element;
      const { widthPx, heightPx } = size.peek();
      if (width === widthPx && height === heightPx) return;
      size.value = { widthPx: width, heightPx: height };
      known.set(keyOf(name), size.value);
    };
    // By then the browser has laid the page out; to ask now would do it twice.
    const frame = requestAnimationFrame(read);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(read, settleMs);
    });
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [again]);
  return size;
}
