import type { Size } from '#core/cppn/pixels.ts';
import type { ShownWall } from '#studio/studio.ts';
import { density } from '../layout.ts';
import type { BitmapCache } from '../pictures/bitmap-cache.ts';
import { pictureKey } from '../pictures/pictures.ts';

export interface FlyFrom {
  readonly grid: HTMLElement;
  /** CSS pixels. */
  readonly tile: Size;
  readonly columnCount: number;
  readonly cache: BitmapCache;
}

/** The old wall flies to its sheet in the strip, as one picture of what was sharp. Without a strip, nothing happens. */
export function flyToStrip(old: ShownWall, { grid, tile, columnCount, cache }: FlyFrom): void {
  const from = grid.getBoundingClientRect();
  const scale = density();
  const size = { widthPx: Math.round(tile.widthPx * scale), heightPx: Math.round(tile.heightPx * scale) };
  const bitmaps = old.tiles.map(({ artwork }) => cache.get(pictureKey(artwork, size)));
  if (bitmaps.every((bitmap) => bitmap === undefined)) return;

  const canvas = document.createElement('canvas');
  canvas.className = 'flying-wall';
  canvas.setAttribute('aria-hidden', 'true');
  // It is on its way to a thumbnail: half the pixels are plenty.
  canvas.width = Math.round(from.width / 2);
  canvas.height = Math.round(from.height / 2);
  const context = canvas.getContext('2d')!;
  const rowCount = Math.ceil(bitmaps.length / columnCount);
  const pitchX = (canvas.width + 5) / columnCount;
  const pitchY = (canvas.height + 5) / rowCount;
  bitmaps.forEach((bitmap, i) => {
    if (bitmap === undefined) return;
    const x = (i % columnCount) * pitchX;
    const y = Math.floor(i / columnCount) * pitchY;
    context.drawImage(bitmap, x, y, pitchX - 5, pitchY - 5);
  });

  // The strip gets the new wall in the same turn, the old one moves down in it.
  requestAnimationFrame(() => {
    const target = document
      .querySelector(`.strip [data-wall="${old.wall.id}"] canvas`)
      ?.getBoundingClientRect();
    if (target === undefined || target.width === 0) return;
    canvas.style.left = `${from.left}px`;
    canvas.style.top = `${from.top}px`;
    canvas.style.width = `${from.width}px`;
    canvas.style.height = `${from.height}px`;
    document.body.append(canvas);
    const move = `translate(${target.left - from.left}px, ${target.top - from.top}px) scale(${target.width / from.width}, ${target.height / from.height})`;
    const flight = canvas.animate(
      [
        { transform: 'none', opacity: 1 },
        { transform: move, opacity: 0.62 },
      ],
      { duration: 320, easing: 'cubic-bezier(.2,.8,.2,1)', fill: 'forwards' },
    );
    const land = () => canvas.remove();
    flight.finished.then(land, land);
  });
}
