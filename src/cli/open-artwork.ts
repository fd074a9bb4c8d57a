import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Size } from '#core/cppn/pixels.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { HEAD_BYTES, measurePicture } from '#platform/export/measure-picture.ts';
import { readFile } from '#platform/export/read-file.ts';
import { refusalWords } from './refusal-words.ts';

export type OpenedArtwork =
  | {
      readonly kind: 'artwork';
      readonly artwork: Artwork;
      /** Of the PNG it came in; null for a document alone. */
      readonly picture: Size | null;
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly sentence: string };

const READ_BYTES = 1024 * 1024;

/** Reads an artwork as the studio does: the same limits, the same words. */
export async function openArtwork(path: string): Promise<OpenedArtwork> {
  let file: FileHandle | null = null;
  try {
    file = await open(path);
    return await readFrom(file, path);
  } catch (error) {
    return {
      kind: 'refused',
      sentence: `Could not read ${path}: ${refusalWords(error, 'there is no such file')}.`,
    };
  } finally {
    await file?.close();
  }
}

async function readFrom(file: FileHandle, path: string): Promise<OpenedArtwork> {
  const info = await file.stat();
  if (!info.isFile()) return { kind: 'refused', sentence: `${path} is no file.` };
  const head = new Uint8Array(HEAD_BYTES);
  const { bytesRead } = await file.read(head, 0, HEAD_BYTES, 0);
  const stream = () => streamFrom((into, at) => file.read(into, 0, into.length, at));
  const read = await readFile({ name: basename(path), size: info.size, stream });
  if (read.kind === 'refused') return { kind: 'refused', sentence: `${path}: ${read.sentence}` };
  return { ...read, picture: measurePicture(head.subarray(0, bytesRead)) };
}

type Read = (into: Uint8Array, at: number) => Promise<{ readonly bytesRead: number }>;

function streamFrom(read: Read): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    async pull(controller) {
      const piece = new Uint8Array(READ_BYTES);
      const { bytesRead } = await read(piece, at);
      at += bytesRead;
      if (bytesRead === 0) controller.close();
      else controller.enqueue(piece.subarray(0, bytesRead));
    },
  });
}
