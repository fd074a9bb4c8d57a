// Which pictures are in the document: those on the screen, and as many around them as there is room for.
import { useSignal } from '@preact/signals';
import { observeWindowOffset, observeWindowRect, Virtualizer, windowScroll } from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Hanging } from './hang.ts';

/** However large the gallery and the screen. One more is the picture with the focus. */
const mostPictures = 59;
/** While the screen moves, what is far from it only costs time. */
const mostWhileScrolling = 36;
/** After the last movement. */
const restMs = 120;

export interface VirtualRows {
  /** Of `hanging.rows`, in order. */
  readonly rowIndexes: readonly number[];
  readonly isScrolling: boolean;
  readonly isOnScreen: (yPx: number, heightPx: number) => boolean;
  /** Brings a picture on the screen that may be far away. */
  readonly showRow: (rowIndex: number) => void;
}

export function useVirtualRows(list: RefObject<HTMLElement | null>, hanging: Hanging): VirtualRows {
  const tick = useSignal(0);
  const current = useRef(hanging);
  current.current = hanging;
  tick.value;

  const virtualizer = useMemo(() => {
    const made: Virtualizer<Window, Element> = new Virtualizer<Window, Element>({
      count: 0,
      getScrollElement: () => window,
      estimateSize: (index) => current.current.rows[index]?.heightPx ?? 0,
      scrollToFn: windowScroll,
      observeElementRect: observeWindowRect,
      observeElementOffset: observeWindowOffset,
      initialRect: { width: window.innerWidth, height: window.innerHeight },
      initialOffset: () => window.scrollY,
      isScrollingResetDelay: restMs,
      onChange: () => {
        tick.value = tick.peek() + 1;
      },
      rangeExtractor: ({ startIndex, endIndex }) =>
        widen(current.current, startIndex, endIndex, made.isScrolling ? mostWhileScrolling : mostPictures),
    });
    return made;
  }, []);

  const topPx = useSignal(0);
  virtualizer.setOptions({
    ...virtualizer.options,
    count: hanging.rows.length,
    scrollMargin: topPx.value,
    // Below the bar, above what lies at the foot.
    scrollPaddingStart: 80,
    scrollPaddingEnd: 110,
  });

  useLayoutEffect(() => virtualizer._didMount(), []);
  useLayoutEffect(() => virtualizer._willUpdate());
  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const next = Math.round(element.getBoundingClientRect().top + window.scrollY);
    if (next !== topPx.peek()) topPx.value = next;
    virtualizer.measure();
  }, [hanging]);

  const screen = virtualizer.scrollRect?.height ?? window.innerHeight;
  const offset = virtualizer.scrollOffset ?? window.scrollY;
  return {
    rowIndexes: virtualizer.getVirtualItems().map(({ index }) => index),
    isScrolling: virtualizer.isScrolling,
    isOnScreen: (yPx, heightPx) => {
      const top = topPx.value + yPx - offset;
      return top < screen && top + heightPx > 0;
    },
    showRow: (rowIndex) => virtualizer.scrollToIndex(rowIndex, { align: 'auto' }),
  };
}

/** Rows around those on the screen, below and above in turn, while their pictures are not too many. */
function widen({ rows }: Hanging, start: number, end: number, most: number): number[] {
  let [first, last] = [start, end];
  const countOf = (index: number) => rows[index]?.places.length ?? 0;
  let count = 0;
  for (let index = first; index <= last; index++) count += countOf(index);
  // A screen so large that it holds more shows the first of them.
  while (count > most && last > first) count -= countOf(last--);
  for (let isFull = false; !isFull; ) {
    isFull = true;
    for (const next of [last + 1, first - 1]) {
      const more = countOf(next);
      if (more === 0 || count + more > most) continue;
      count += more;
      if (next > last) last = next;
      else first = next;
      isFull = false;
    }
  }
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
