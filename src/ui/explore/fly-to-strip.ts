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

const arrive = 'cubic-bezier(.2,.8,.2,1)';
const wallMs = 320;
const pickMs = 220;
const benchPx = 52;
const benchPitchPx = 58;

/**
 * The old wall flies to its sheet in the strip, or to the button that stands for the strip, as one picture of what was sharp;
 * what was picked of it shrinks to the bench.
 */
export function flyToStrip(old: ShownWall, from: FlyFrom): void {
  const { grid, tile, columnCount, cache } = from;
  const scale = density();
  const size = { widthPx: Math.round(tile.widthPx * scale), heightPx: Math.round(tile.heightPx * scale) };
  const bitmaps = old.tiles.map(({ artwork }) => cache.get(pictureKey(artwork, size)));
  if (bitmaps.every((bitmap) => bitmap === undefined)) return;
  const sheet = drawSheet(bitmaps, grid.getBoundingClientRect(), columnCount);
  const picked = old.wall.picks.flatMap((id, place) => {
    const index = old.tiles.findIndex(({ artwork }) => artwork.id === id);
    const bitmap = bitmaps[index];
    const cell = grid.querySelectorAll('[role=gridcell]')[index];
    return bitmap === undefined || cell === undefined
      ? []
      : [{ place, canvas: drawOne(bitmap), from: cell.getBoundingClientRect() }];
  });

  // The strip gets the new wall in the same turn, the old one moves down in it.
  requestAnimationFrame(() => {
    const target =
      document.querySelector(`.strip [data-wall="${old.wall.id}"] canvas`) ??
      document.querySelector('.walls-button');
    const to = target?.getBoundingClientRect();
    if (to !== undefined && to.width > 0)
      fly(sheet, grid.getBoundingClientRect(), to, { milliseconds: wallMs, opacity: 0.62 });
    const bench = document.querySelector('.parents')?.getBoundingClientRect();
    if (bench === undefined) return;
    for (const { place, canvas, from } of picked) {
      const to = new DOMRect(bench.left + place * benchPitchPx, bench.top, benchPx, benchPx);
      fly(canvas, from, to, { milliseconds: pickMs, opacity: 0 });
    }
  });
}

function drawSheet(
  bitmaps: readonly (ImageBitmap | undefined)[],
  { width, height }: DOMRect,
  columns: number,
) {
  const canvas = document.createElement('canvas');
  // It is on its way to a thumbnail: half the pixels are plenty.
  canvas.width = Math.round(width / 2);
  canvas.height = Math.round(height / 2);
  const context = canvas.getContext('2d')!;
  const pitchX = (canvas.width + 5) / columns;
  const pitchY = (canvas.height + 5) / Math.ceil(bitmaps.length / columns);
  bitmaps.forEach((bitmap, i) => {
    if (bitmap === undefined) return;
    context.drawImage(
      bitmap,
      (i % columns) * pitchX,
      Math.floor(i / columns) * pitchY,
      pitchX - 5,
      pitchY - 5,
    );
  });
  return canvas;
}

function drawOne(bitmap: ImageBitmap) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(bitmap.width / 2);
  canvas.height = Math.round(bitmap.height / 2);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

function fly(
  canvas: HTMLCanvasElement,
  from: DOMRect,
  to: DOMRect,
  { milliseconds, opacity }: { milliseconds: number; opacity: number },
): void {
  canvas.className = 'flying-wall';
  canvas.setAttribute('aria-hidden', 'true');
  canvas.style.left = `${from.left}px`;
  canvas.style.top = `${from.top}px`;
  canvas.style.width = `${from.width}px`;
  canvas.style.height = `${from.height}px`;
  document.body.append(canvas);
  const move = `translate(${to.left - from.left}px, ${to.top - from.top}px) scale(${to.width / from.width}, ${to.height / from.height})`;
  const flight = canvas.animate(
    [
      { transform: 'none', opacity: 1 },
      { transform: move, opacity },
    ],
    { duration: milliseconds, easing: arrive, fill: 'forwards' },
  );
  const land = () => canvas.remove();
  flight.finished.then(land, land);
}
