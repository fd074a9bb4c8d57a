import type { Size } from '#core/cppn/pixels.ts';
import { joinAdler32 } from '#core/formats/checksums.ts';
import { zlibEnd, zlibHead } from '#core/formats/deflate.ts';
import { type PackedStrip, unpackedBytes } from '#core/formats/packed-strip.ts';
import { pngChunk, pngEnd, pngHead } from '#core/formats/png-chunks.ts';
import type { FileTarget } from './file-target.ts';

export interface PngSource {
  readonly size: Size;
  /** Whole rows, from the top, as many at a time as suits; together exactly `size`. */
  readonly strips: AsyncIterable<PackedStrip>;
  /** The document carried inside; null for none. */
  readonly text: string | null;
  /** For printers. */
  readonly pixelsPerMeter?: number | null;
}

export interface WriteOptions {
  /** Share of the rows written, (0, 1]. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Picture data in a chunk, but for the last. */
const CHUNK_BYTES = 256 * 1024;

/**
 * Writes a PNG, RGB of 8 bits each, a strip at a time. Neither the picture nor the file are ever held whole. When it does not come to its end the target is discarded: rejects with the
 * signal's reason on abort, unless the target is being finished by then, and with RangeError when the strips do not come to `size`.
 */
export async function writePng(
  { size, strips, text, pixelsPerMeter = null }: PngSource,
  target: FileTarget,
  { onProgress, signal }: WriteOptions = {},
): Promise<void> {
  let onAbort = () => {};
  const stopped = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal?.reason);
    if (signal?.aborted) onAbort();
  });
  signal?.addEventListener('abort', onAbort);
  const rows = strips[Symbol.asyncIterator]();

  async function write() {
    signal?.throwIfAborted();
    for (const part of pngHead({ size, text, pixelsPerMeter })) await target.write(part);
    const chunks = createChunks(target);
    let rowCount = 0;
    let sum = 1;
    await chunks.push(zlibHead);
    for (;;) {
      const { done, value } = await rows.next();
      if (done) break;
      rowCount += value.heightPx;
      if (value.widthPx !== size.widthPx || rowCount > size.heightPx) throw misfit(size);
      sum = joinAdler32(sum, value.sum, unpackedBytes(value));
      await chunks.push(value.bytes);
      signal?.throwIfAborted();
      onProgress?.(rowCount / size.heightPx);
    }
    if (rowCount !== size.heightPx) throw misfit(size);
    await chunks.push(zlibEnd(sum));
    await chunks.end();
    await target.write(pngEnd());
    signal?.throwIfAborted();
    // From here on it is too late: whether the file is there must not be in doubt.
    signal?.removeEventListener('abort', onAbort);
    await target.finish();
  }

  const writing = write();
  // Both are awaited below or given up on; given up, they must not count as unhandled.
  for (const promise of [stopped, writing]) promise.catch(() => undefined);
  try {
    await Promise.race([stopped, writing]);
  } catch (error) {
    // Not awaited: a strip that is being painted may take its time to hear of it.
    void rows.return?.()?.catch(() => undefined);
    await target.discard();
    throw error;
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

const misfit = ({ widthPx, heightPx }: Size) =>
  new RangeError(`writePng expects strips of ${widthPx} px that come to ${heightPx} rows, got others.`);

/** Packed bytes as IDAT chunks of one size, however they come. */
function createChunks(target: FileTarget) {
  const buffer = new Uint8Array(CHUNK_BYTES);
  let filled = 0;
  async function emit() {
    const chunk = pngChunk('IDAT', buffer.subarray(0, filled));
    filled = 0;
    await target.write(chunk);
  }
  return {
    async push(bytes: Uint8Array) {
      for (let at = 0; at < bytes.length; ) {
        const piece = bytes.subarray(at, at + CHUNK_BYTES - filled);
        buffer.set(piece, filled);
        filled += piece.length;
        at += piece.length;
        if (filled === CHUNK_BYTES) await emit();
      }
    },
    async end() {
      if (filled > 0) await emit();
    },
  };
}
