import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { Size } from '#core/cppn/pixels.ts';

const settleMs = 120;

/** The element's size in CSS pixels, at once and then whenever it has settled. `again` finds the element anew when it changes. */
export function useSize(ref: RefObject<Element | null>, again: unknown): Signal<Size> {
  const size = useSignal<Size>({ widthPx: 0, heightPx: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const read = () => {
      const { width, height } = element.getBoundingClientRect();
      const { widthPx, heightPx } = size.peek();
      if (width !== widthPx || height !== heightPx) size.value = { widthPx: width, heightPx: height };
    };
    read();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(read, settleMs);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
    };
  }, [again]);
  return size;
}
