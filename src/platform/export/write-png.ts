import type { Pixels, Size } from '#core/cppn/pixels.ts';
import { pngChunk, pngEnd, pngHead } from '#core/formats/png-chunks.ts';

export interface PngSource {
  readonly size: Size;
  /** Whole rows, from the top, as many at a time as suits; together exactly `size`. */
  readonly strips: AsyncIterable<Pixels>;
  /** The document carried inside; null for none. */
  readonly text: string | null;
}

export interface WriteOptions {
  /** Share of the rows written, (0, 1]. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Picture data is gathered to this many bytes a chunk. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Writes a PNG, RGB of 8 bits each, a strip at a time; alpha is left out. What is packed is handed to Blobs as it comes, so
 * that neither the pixels nor the file are held whole. Rejects with the signal's reason on abort, at once;
 * with RangeError when the strips do not come to `size`.
 */
export async function writePng(
  { size, strips, text }: PngSource,
  { onProgress, signal }: WriteOptions = {},
): Promise<Blob> {
  signal?.throwIfAborted();
  const packing = new CompressionStream('deflate');
  const writer = packing.writable.getWriter();
  let onAbort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal?.reason);
  });
  signal?.addEventListener('abort', onAbort);
  const packed = gather(packing.readable);
  // All three are awaited below or given up on; given up, they must not count as unhandled.
  for (const promise of [stopped, packed, writer.closed]) promise.catch(() => undefined);

  const rows = strips[Symbol.asyncIterator]();
  try {
    const feed = async () => {
      let rowCount = 0;
      for (;;) {
        const { done, value } = await rows.next();
        if (done) break;
        rowCount += value.heightPx;
        if (value.widthPx !== size.widthPx || rowCount > size.heightPx) throw misfit(size);
        await writer.write(filterRows(value));
        onProgress?.(rowCount / size.heightPx);
      }
      if (rowCount !== size.heightPx) throw misfit(size);
      await writer.close();
    };
    await Promise.race([stopped, feed()]);
    const parts = await Promise.race([stopped, packed]);
    return new Blob([...pngHead(size, text), ...parts, pngEnd()], { type: 'image/png' });
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    // Not awaited: a strip that is being painted may take its time to hear of it.
    void rows.return?.()?.catch(() => undefined);
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

const misfit = ({ widthPx, heightPx }: Size) =>
  new RangeError(`writePng expects strips of ${widthPx} px that come to ${heightPx} rows, got others.`);

/**
 * Each row as its filter's number and its RGB differences to the pixel on the left (filter 1, Sub): of the five filters it packed
 * dithered pictures of the recipes best, or within 7 % of the best.
 */
function filterRows({ widthPx, heightPx, data }: Pixels): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((widthPx * 3 + 1) * heightPx);
  let to = 0;
  let from = 0;
  for (let y = 0; y < heightPx; y++) {
    bytes[to++] = 1;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let x = 0; x < widthPx; x++, from += 4) {
      bytes[to++] = data[from]! - red;
      bytes[to++] = data[from + 1]! - green;
      bytes[to++] = data[from + 2]! - blue;
      red = data[from]!;
      green = data[from + 1]!;
      blue = data[from + 2]!;
    }
  }
  return bytes;
}

/** The packed bytes as IDAT chunks, each in a Blob of its own: the browser may keep those outside the heap. */
async function gather(readable: ReadableStream<Uint8Array>): Promise<Blob[]> {
  const parts: Blob[] = [];
  let waiting: Uint8Array[] = [];
  let byteCount = 0;
  const emit = () => {
    const data = new Uint8Array(byteCount);
    let at = 0;
    for (const piece of waiting) {
      data.set(piece, at);
      at += piece.length;
    }
    parts.push(new Blob([pngChunk('IDAT', data)]));
    waiting = [];
    byteCount = 0;
  };
  const reader = readable.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    waiting.push(value);
    byteCount += value.length;
    if (byteCount >= CHUNK_BYTES) emit();
  }
  if (byteCount > 0) emit();
  return parts;
}
