/**
 * Scrolls `scroller` up or down, no further than it takes to show all of `element`. Chromium takes what `scrollIntoView` shows for
 * the place from which Tab goes on, wherever the focus is.
 */
export function scrollToShow(element: Element | null | undefined, scroller: Element): void {
  if (!element) return;
  const { top, bottom } = element.getBoundingClientRect();
  const frame = scroller.getBoundingClientRect();
  if (top < frame.top) scroller.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) scroller.scrollTop += bottom - frame.bottom;
}
