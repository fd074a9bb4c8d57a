import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { createArtworkReader } from '#core/formats/artwork-reader.ts';
import type { OpenedFile } from '#platform/workers/jobs.ts';

/** The largest picture of ours is 2 GB when all of it is grain. */
export const FILE_BYTES_LIMIT = 4 * 1024 ** 3;

/**
 * Reads a dropped file as it streams, holding no more of it than its document. What the file holds never rejects: it is refused
 * with a sentence. Rejects with the signal's reason on abort.
 */
export async function readFile(
  file: Pick<File, 'name' | 'size' | 'stream'>,
  { nowMs = Date.now(), signal }: { readonly nowMs?: number; readonly signal?: AbortSignal } = {},
): Promise<OpenedFile> {
  signal?.throwIfAborted();
  try {
    if (file.size > FILE_BYTES_LIMIT) {
      throw new ForeignDataError('too-large', 'This file is larger than 4 GB, so it was not read.');
    }
    const reader = createArtworkReader();
    await pour(file.stream(), (bytes) => reader.push(bytes), signal);
    return { kind: 'artwork', ...reader.finish({ createdAtMs: nowMs, fileName: file.name }) };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ForeignDataError) {
      return { kind: 'refused', code: error.code, sentence: error.message };
    }
    // The browser's words for a file that was deleted, moved or is a folder differ; what helps is the same.
    if (error instanceof DOMException) {
      return {
        kind: 'refused',
        code: 'unreadable',
        sentence: 'This file could not be read; it may have been moved or deleted, or it is a folder.',
      };
    }
    throw error;
  }
}

/** Gives pieces to `push` until it has enough, and then one more, so that it can tell whether something follows. */
async function pour(
  stream: ReadableStream<Uint8Array>,
  push: (bytes: Uint8Array) => boolean,
  signal: AbortSignal | undefined,
): Promise<void> {
  const reader = stream.getReader();
  try {
    for (let isEnough = false; ; ) {
      signal?.throwIfAborted();
      const { done, value } = await reader.read();
      if (done) return;
      const wasEnough = isEnough;
      isEnough = push(value);
      if (wasEnough) return;
    }
  } finally {
    // Lets go of a file that is not read to its end. It may have failed already: that error is on its way.
    await reader.cancel().catch(() => undefined);
  }
}
