import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { density } from '../layout.ts';
import { drawBitmap } from './draw-bitmap.ts';
import { coarseSize, isAbort, pictureKey, ranks, screenRequest } from './pictures.ts';

/** Up to this short side a coarse pass would save nothing. */
const smallPx = 110;

/** How much of a picture is there. `failed`: it could not be painted. */
export type Sharpness = 'gradient' | 'coarse' | 'sharp' | 'failed';

interface PictureProps {
  readonly artwork: Artwork;
  /** CSS pixels; nothing is painted while either is 0. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Distance from the center, [0, 999]: the nearest are painted first. */
  readonly rank: number;
  /** False: what is there stays, nothing more is painted. */
  readonly isWanted?: boolean;
  readonly onSharpness?: (sharpness: Sharpness) => void;
}

/** A canvas that sharpens: a portrait, or 32 px on the short side, then device pixels with 2 x 2 samples. The gradient lies under it. */
export function Picture({ artwork, widthPx, heightPx, rank, isWanted = true, onSharpness }: PictureProps) {
  const { pictures } = useUi();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const lossCount = useSignal(0);
  const scale = density();
  const size = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const key = pictureKey(artwork, size);
  const isEmpty = size.widthPx < 1 || size.heightPx < 1;

  // A graphics process that fell has taken the pixels along, and may have had the bitmap's as well.
  const repaint = () => {
    pictures.cache.forget(key);
    delete canvasRef.current?.dataset.shows;
    lossCount.value++;
  };

  useLayoutEffect(() => {
    const canvas = canvasRef.current!;
    const show = (bitmap: ImageBitmap, sharpness: Sharpness) => {
      drawBitmap(canvas, bitmap);
      canvas.dataset.shows = artwork.id;
      canvas.classList.add('painted');
      onSharpness?.(sharpness);
    };
    const cached = isEmpty ? undefined : pictures.cache.get(key);
    if (cached !== undefined) {
      show(cached, 'sharp');
      return undefined;
    }
    // After a change of size only, the old pixels stay, stretched, until the new ones come.
    const isStretched = canvas.dataset.shows === artwork.id;
    if (!isStretched) canvas.classList.remove('painted');
    onSharpness?.(isStretched ? 'coarse' : 'gradient');
    if (isEmpty || !isWanted) return undefined;

    const abort = new AbortController();
    let isSharp = false;
    const failUnlessAborted = (error: unknown) => {
      if (!isAbort(error) && !abort.signal.aborted) onSharpness?.('failed');
    };
    const { queue, cache, portraits } = pictures;
    const isLarge = Math.min(size.widthPx, size.heightPx) > smallPx;
    const paintCoarse = () => {
      const request = screenRequest(coarseSize(size), artwork.view, 1);
      queue.paint(artwork.genome, request, ranks.coarse + rank, abort.signal).then((bitmap) => {
        if (!abort.signal.aborted && !isSharp) show(bitmap, 'coarse');
        bitmap.close();
      }, failUnlessAborted);
    };
    const portrait = isLarge && !isStretched ? portraits.find(artwork) : null;
    void portrait?.then((bitmap) => {
      if (!abort.signal.aborted && !isSharp) {
        if (bitmap === null) paintCoarse();
        else show(bitmap, 'coarse');
      }
      bitmap?.close();
    });
    if (isLarge && !isStretched && portrait === null) paintCoarse();
    const request = screenRequest(size, artwork.view, 2);
    queue.paint(artwork.genome, request, ranks.sharp + rank, abort.signal).then((bitmap) => {
      isSharp = true;
      if (!abort.signal.aborted) show(bitmap, 'sharp');
      cache.put(key, bitmap);
      portraits.note(artwork, () => cache.get(key));
    }, failUnlessAborted);
    return () => abort.abort();
  }, [key, isEmpty, isWanted, lossCount.value]);

  useLayoutEffect(() => {
    const canvas = canvasRef.current!;
    canvas.addEventListener('contextrestored', repaint);
    return () => canvas.removeEventListener('contextrestored', repaint);
  }, [key]);

  return <canvas ref={canvasRef} class="picture" />;
}
