/** Painted pictures of a wall or gallery, kept so that going back shows them at once. The longest unused go first. */
export interface BitmapCache {
  /** Still the cache's: draw it in the same turn, do not close it. */
  get(key: string): ImageBitmap | undefined;
  /** Takes the bitmap over. */
  put(key: string, bitmap: ImageBitmap): void;
  forget(key: string): void;
  dispose(): void;
}

export function createBitmapCache({ pixelLimit = 12_000_000 } = {}): BitmapCache {
  const bitmaps = new Map<string, ImageBitmap>(); // oldest use first
  let pixelCount = 0;

  const drop = (key: string, bitmap: ImageBitmap) => {
    bitmaps.delete(key);
    pixelCount -= bitmap.width * bitmap.height;
    bitmap.close();
  };

  return {
    get(key) {
      const bitmap = bitmaps.get(key);
      if (bitmap === undefined) return undefined;
      bitmaps.delete(key);
      bitmaps.set(key, bitmap);
      return bitmap;
    },
    put(key, bitmap) {
      const older = bitmaps.get(key);
      if (older !== undefined) drop(key, older);
      bitmaps.set(key, bitmap);
      pixelCount += bitmap.width * bitmap.height;
      for (const [oldest, old] of bitmaps) {
        if (pixelCount <= pixelLimit || oldest === key) break;
        drop(oldest, old);
      }
    },
    forget(key) {
      const bitmap = bitmaps.get(key);
      if (bitmap !== undefined) drop(key, bitmap);
    },
    dispose() {
      for (const [key, bitmap] of bitmaps) drop(key, bitmap);
    },
  };
}
