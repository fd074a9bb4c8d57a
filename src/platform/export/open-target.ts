import type { Size } from '#core/cppn/pixels.ts';
import { createBlobTarget, type FileTarget } from './file-target.ts';
import { goesStraightToDisk, type Reach } from './reach.ts';
import { saveFile } from './save-file.ts';

export interface NamedTarget {
  /** What the person called it, if they were asked. */
  readonly fileName: string;
  readonly target: FileTarget;
}

/**
 * Where a PNG of this size goes: into the downloads, or where the person says when it goes straight to disk; null when they
 * rather would not say. To be called from a click.
 */
export async function openTarget(fileName: string, size: Size, reach: Reach): Promise<NamedTarget | null> {
  const download = () => createBlobTarget('image/png', (file) => saveFile(file, fileName));
  if (!goesStraightToDisk(size, reach)) return { fileName, target: download() };
  let handle: FileSystemFileHandle;
  try {
    handle = await window.showSaveFilePicker!({
      suggestedName: fileName,
      types: [{ accept: { 'image/png': ['.png'] } }],
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
  return { fileName: handle.name, target: await createDiskTarget(handle) };
}

/** What this needs of a FileSystemFileHandle. */
interface DiskFile {
  getFile(): Promise<{ readonly size: number }>;
  createWritable(): Promise<{
    write(bytes: Uint8Array<ArrayBuffer>): Promise<unknown>;
    close(): Promise<unknown>;
    abort(): Promise<unknown>;
  }>;
  /** Chromium only. */
  remove?: () => Promise<unknown>;
}

/** Until it is finished, what was there before under that name stays. */
export async function createDiskTarget(handle: DiskFile): Promise<FileTarget> {
  // The dialog makes an empty file of a new name, which is ours to take away again.
  const isNew = (await handle.getFile()).size === 0;
  const stream = await handle.createWritable();
  let isFinished = false;
  return {
    async write(bytes) {
      await stream.write(bytes);
    },
    async finish() {
      await stream.close();
      isFinished = true;
    },
    async discard() {
      if (isFinished) return;
      await stream.abort().catch(() => undefined);
      if (isNew) await handle.remove?.().catch(() => undefined);
    },
  };
}
