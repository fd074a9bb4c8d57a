import type { Hung } from './hang.ts';

/** Left and right go in order, up and down to the nearest above or below; null for any other key. */
export function moveAmongHung(key: string, index: number, places: readonly Hung[]): number | null {
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(places.length - 1, index + 1);
    case 'ArrowUp':
    case 'ArrowDown':
      return nearest(places[index], places, key === 'ArrowUp') ?? index;
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    default:
      return null;
  }
}

function nearest(from: Hung | undefined, places: readonly Hung[], isUp: boolean): number | undefined {
  if (from === undefined) return undefined;
  const middle = ({ xPx, widthPx }: Hung) => xPx + widthPx / 2;
  let best: { index: number; distance: number } | undefined;
  for (const place of places) {
    const apart = isUp ? from.yPx - (place.yPx + place.heightPx) : place.yPx - (from.yPx + from.heightPx);
    if (apart <= 0) continue;
    // Further up or down weighs more than aside: in rows, the next row always wins.
    const distance = 1.5 * apart + Math.abs(middle(place) - middle(from));
    if (best === undefined || distance < best.distance) best = { index: place.index, distance };
  }
  return best?.index;
}
