import { open, rename, rm } from 'node:fs/promises';
import type { FileTarget } from '#platform/export/file-target.ts';

/** A file that has its name only once it is whole; until then it is called `.part`. */
export async function openDiskTarget(path: string): Promise<FileTarget> {
  const part = `${path}.part`;
  const file = await open(part, 'w');
  let isOver = false;
  return {
    write: (bytes) => file.writeFile(bytes),
    async finish() {
      await file.close();
      await rename(part, path);
      isOver = true;
    },
    async discard() {
      if (isOver) return;
      isOver = true;
      await file.close();
      await rm(part, { force: true });
    },
  };
}
