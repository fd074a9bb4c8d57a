/** Nearer to the edge of the screen the finger belongs to the browser. */
const edgePx = 24;
const leastPx = 64;
const longestMs = 700;

/** Hears a finger that goes sideways over `element`, until `signal` is aborted. */
export function readSwipe(
  element: HTMLElement,
  signal: AbortSignal,
  onSwipe: (direction: 'left' | 'right') => void,
): void {
  let from: { readonly x: number; readonly y: number; readonly atMs: number; readonly id: number } | null =
    null;
  const hear = (name: string, listener: (event: PointerEvent) => void) =>
    element.addEventListener(name, listener as EventListener, { signal, passive: true });

  hear(
    'pointerdown',
    ({ clientX: x, clientY: y, timeStamp: atMs, pointerId: id, pointerType, isPrimary }) => {
      const isInside = x >= edgePx && x <= innerWidth - edgePx;
      // A second finger makes it something else.
      from = pointerType === 'touch' && isPrimary && isInside ? { x, y, atMs, id } : null;
    },
  );
  hear('pointercancel', () => {
    from = null;
  });
  hear('pointerup', ({ clientX, clientY, timeStamp, pointerId }) => {
    if (from === null || from.id !== pointerId) return;
    const dx = clientX - from.x;
    const dy = clientY - from.y;
    const isQuick = timeStamp - from.atMs < longestMs;
    from = null;
    if (isQuick && Math.abs(dx) >= leastPx && Math.abs(dx) > 2 * Math.abs(dy))
      onSwipe(dx < 0 ? 'left' : 'right');
  });
}
