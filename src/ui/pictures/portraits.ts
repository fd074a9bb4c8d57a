// Thumbnails of the studio, decoded for whoever shows a picture, and made of sharp ones when the browser has time.
import type { Genome } from '#core/cppn/genome.ts';
import type { View } from '#core/cppn/view.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { Studio } from '#studio/studio.ts';
import { idle } from '../idle.ts';

/** Short side at most, in pixels. */
const thumbnailPx = 256;
/** A smaller picture makes no portrait: it would be shown larger than it is. */
const leastPx = 110;
/** Without another sharp picture, before they are encoded. */
const quietMs = 1500;

export interface Portraits {
  /** null at once where there cannot be one. Resolves to null when there is none; the receiver closes the bitmap. */
  find(artwork: Artwork): Promise<ImageBitmap | null> | null;
  /** The whole picture is sharp. `read` gives it when there is time to encode it: still open, or undefined. */
  note(artwork: Artwork, read: () => ImageBitmap | undefined): void;
  dispose(): void;
}

export function createPortraits({ read, keep }: Studio['portraits']): Portraits {
  /** Asked for in this turn: one reading for a whole wall. */
  let asked: Artwork[] = [];
  let reading: Promise<ReadonlyMap<ArtworkId, ArrayBuffer>> | null = null;
  /** Views of which there is a portrait, so that it is not made again. */
  const current = new WeakMap<Genome, View>();
  const waiting = new Map<ArtworkId, { artwork: Artwork; read: () => ImageBitmap | undefined }>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDisposed = false;

  async function readAsked() {
    await null;
    const artworks = asked;
    asked = [];
    reading = null;
    return read(artworks);
  }

  async function encodeWaiting() {
    const made = [];
    for (const { artwork, read: readBitmap } of [...waiting.values()]) {
      await idle();
      waiting.delete(artwork.id);
      const bitmap = readBitmap();
      const thumbnail = bitmap === undefined || isDisposed ? null : await encode(bitmap);
      if (thumbnail !== null) made.push({ artwork, thumbnail });
    }
    if (made.length > 0 && !isDisposed) await keep(made);
  }

  return {
    find(artwork) {
      // Not stored yet: nobody was here before.
      if (artwork.sequence === 0) return null;
      asked.push(artwork);
      reading ??= readAsked();
      return reading.then(async (found) => {
        const thumbnail = found.get(artwork.id);
        if (thumbnail === undefined) return null;
        const bitmap = await createImageBitmap(new Blob([thumbnail])).catch(() => null);
        if (bitmap !== null) current.set(artwork.genome, artwork.view);
        return bitmap;
      });
    },
    note(artwork, readBitmap) {
      if (current.get(artwork.genome) === artwork.view) return;
      current.set(artwork.genome, artwork.view);
      waiting.set(artwork.id, { artwork, read: readBitmap });
      clearTimeout(timer);
      timer = setTimeout(() => void encodeWaiting(), quietMs);
    },
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      waiting.clear();
    },
  };
}

/** null where the browser encodes nothing, or the picture is too small. */
async function encode(bitmap: ImageBitmap): Promise<ArrayBuffer | null> {
  const short = Math.min(bitmap.width, bitmap.height);
  if (short < leastPx) return null;
  const scale = Math.min(1, thumbnailPx / short);
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) return null;
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const file = await canvas.convertToBlob({ type: 'image/webp', quality: 0.85 }).catch(() => null);
  return file === null ? null : file.arrayBuffer();
}
