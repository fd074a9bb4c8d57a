import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a directory with those above it, as far as they are missing. Rejects with what the system refused. Not by the `recursive`
 * of Node's own mkdir, which never answers where nothing can be made, as in /proc.
 */
export async function makeDirectory(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (await isDirectory(path)) return;
    const above = dirname(path);
    if (!isMissing(error) || above === path || (await isDirectory(above))) throw error;
    await makeDirectory(above);
    await mkdir(path);
  }
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const isDirectory = (path: string) =>
  stat(path).then(
    (info) => info.isDirectory(),
    () => false,
  );
