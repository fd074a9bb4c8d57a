import type { Hanging, Hung } from './hang.ts';

/** Left and right go in order, up and down to the nearest above or below; null for any other key. */
export function moveAmongHung(key: string, index: number, hanging: Hanging): number | null {
  const last = hanging.places.length - 1;
  switch (key) {
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'ArrowRight':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return nearest(index, hanging, -1) ?? index;
    case 'ArrowDown':
      return nearest(index, hanging, 1) ?? index;
    case 'PageUp':
    case 'PageDown': {
      const step = key === 'PageUp' ? -1 : 1;
      let at = index;
      for (let row = 0; row < 3; row++) at = nearest(at, hanging, step) ?? at;
      return at;
    }
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** How many rows up or down are looked at: in columns, the nearest may be some further on. */
const reach = 4;

function nearest(index: number, { places, rows, rowOf }: Hanging, step: -1 | 1): number | undefined {
  const from = places[index];
  if (from === undefined) return undefined;
  const row = rowOf[index]!;
  const middle = ({ xPx, widthPx }: Hung) => xPx + widthPx / 2;
  let best: { index: number; distance: number } | undefined;
  for (let at = row; at !== row + step * reach; at += step) {
    for (const place of rows[at]?.places ?? []) {
      const apart =
        step < 0 ? from.yPx - (place.yPx + place.heightPx) : place.yPx - (from.yPx + from.heightPx);
      if (apart <= 0) continue;
      // Further up or down weighs more than aside: in rows, the next row always wins.
      const distance = 1.5 * apart + Math.abs(middle(place) - middle(from));
      if (best === undefined || distance < best.distance) best = { index: place.index, distance };
    }
  }
  return best?.index;
}
