import type { ArtworkId } from '#core/gallery/records.ts';

const restMs = 600;
/** A hand on a mouse is never quite still. */
const stirPx = 3;

/**
 * Calls back with the tile that a pointer came to rest on, until the returned function is called. Not over its discs: whoever is there
 * is about to rate, and must not be led. Fingers never rest: they press.
 */
export function watchForRest(onRest: (artwork: ArtworkId) => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from: readonly [x: number, y: number] = [0, 0];

  const leave = () => clearTimeout(timer);
  const move = (event: PointerEvent) => {
    const { clientX, clientY, target, pointerType } = event;
    if (Math.hypot(clientX - from[0], clientY - from[1]) < stirPx) return;
    from = [clientX, clientY];
    leave();
    if (pointerType === 'touch' || event.buttons !== 0 || !(target instanceof Element)) return;
    if (target.closest('.pill') !== null) return;
    const artwork = target.closest<HTMLElement>('.tile')?.dataset.artwork;
    if (artwork !== undefined) timer = setTimeout(() => onRest(artwork), restMs);
  };

  document.addEventListener('pointermove', move, { passive: true });
  document.addEventListener('pointerdown', leave, { passive: true });
  document.documentElement.addEventListener('pointerleave', leave);
  return () => {
    leave();
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerdown', leave);
    document.documentElement.removeEventListener('pointerleave', leave);
  };
}
