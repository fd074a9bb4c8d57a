// The files of folders, however deep.

/** Files beyond it are not looked for. */
const fileLimit = 1000;

/** What this needs of a FileSystemEntry. */
export interface Entry {
  readonly isFile: boolean;
  readonly file?: (found: (file: File) => void, failed: (error: unknown) => void) => void;
  readonly createReader?: () => {
    readEntries(found: (entries: readonly Entry[]) => void, failed: (error: unknown) => void): void;
  };
}

/** What cannot be read is left out. */
export async function readEntries(entries: readonly Entry[]): Promise<readonly File[]> {
  const files: File[] = [];
  const waiting = [...entries];
  while (waiting.length > 0 && files.length < fileLimit) {
    const entry = waiting.shift()!;
    if (entry.file !== undefined) {
      const file = await new Promise<File | null>((resolve) => entry.file!(resolve, () => resolve(null)));
      // Systems keep notes of their own in folders.
      if (file !== null && !file.name.startsWith('.')) files.push(file);
    } else waiting.push(...(await listFolder(entry)));
  }
  return files;
}

/** A reader gives some at a time, and none at the end. */
async function listFolder(entry: Entry): Promise<readonly Entry[]> {
  const reader = entry.createReader?.();
  const all: Entry[] = [];
  for (let some: readonly Entry[] = []; reader !== undefined; all.push(...some)) {
    some = await new Promise((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) break;
  }
  return all;
}
