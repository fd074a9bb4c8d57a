// What paints for every view: one queue, one cache.

import type { PaintRequest, Size } from '#core/cppn/pixels.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { Studio } from '#studio/studio.ts';
import { type BitmapCache, createBitmapCache } from './bitmap-cache.ts';
import { createPaintQueue, type PaintQueue } from './paint-queue.ts';
import { createPortraits, type Portraits } from './portraits.ts';

export interface Pictures {
  readonly queue: PaintQueue;
  readonly cache: BitmapCache;
  readonly portraits: Portraits;
  dispose(): void;
}

export function createPictures({ paint, portraits: stored }: Pick<Studio, 'paint' | 'portraits'>): Pictures {
  const queue = createPaintQueue(paint);
  const portraits = createPortraits(stored);
  const cache = createBitmapCache();
  return {
    queue,
    cache,
    portraits,
    dispose: () => {
      portraits.dispose();
      queue.dispose();
      cache.dispose();
    },
  };
}

/** Ranks of the queue: whole bands, within which the nearest to the center goes first. */
export const ranks = { coarse: 0, sharp: 1_000, small: 2_000 } as const;

export const screenRequest = (size: Size, view: View, samples: PaintRequest['samples']): PaintRequest => ({
  size,
  region: wholeRegion(size),
  view,
  samples,
  grain: 'pixel',
  dither: true,
});

/** What a sharp picture is kept under. Genomes never change, so the artwork's id stands for its own. */
export const pictureKey = ({ id, view }: Artwork, { widthPx, heightPx }: Size) =>
  `${id} ${widthPx}x${heightPx} ${view.center} ${view.zoom} ${view.rotation} ${view.phase}`;

const COARSE_PX = 64;

/** `size` with a short side of 64 px. */
export function coarseSize({ widthPx, heightPx }: Size): Size {
  const scale = COARSE_PX / Math.min(widthPx, heightPx);
  return scale >= 1
    ? { widthPx, heightPx }
    : { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
}

export const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError';
