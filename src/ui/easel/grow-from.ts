import type { ArtworkId } from '#core/gallery/records.ts';
import { isMotionReduced } from '../layout.ts';

/** The pixels of the tile or hung picture that an artwork was opened from, if it has any yet. */
export function pixelsBehind(id: ArtworkId): HTMLCanvasElement | null {
  const pixels = document.querySelector<HTMLCanvasElement>(`[inert] [data-artwork="${id}"] canvas.painted`);
  return pixels !== null && pixels.width > 1 ? pixels : null;
}

/** The easel grows out of the picture it was opened from, where that is on the screen. */
export function growFrom(pixels: HTMLCanvasElement, area: HTMLElement): void {
  const from = pixels.getBoundingClientRect();
  const to = area.getBoundingClientRect();
  const isOnScreen = from.bottom > 0 && from.top < window.innerHeight && from.width > 0;
  if (!isOnScreen || isMotionReduced()) return;
  const scale = Math.min(from.width, from.height) / Math.min(to.width, to.height);
  const x = from.left + from.width / 2 - (to.left + to.width / 2);
  const y = from.top + from.height / 2 - (to.top + to.height / 2);
  area.animate([{ transform: `translate(${x}px, ${y}px) scale(${scale})` }, { transform: 'none' }], {
    duration: 320,
    easing: 'cubic-bezier(.2,.8,.2,1)',
  });
}
