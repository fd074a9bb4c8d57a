import { getSystemErrorMap } from 'node:util';

/** For what a person meets; the system's own words say the rest. */
const words: Readonly<Record<string, string>> = {
  EACCES: 'that is not permitted',
  EPERM: 'that is not permitted',
  EEXIST: 'a file of that name is there already',
  EISDIR: 'it is a directory',
  ENOTDIR: 'a part of this path is a file, not a directory',
  ENOSPC: 'the disk is full',
  EROFS: 'the disk is read-only',
  EFBIG: 'the file is larger than this disk takes',
};

/**
 * Why the system refused, as the end of a sentence, without its codes and without the names of files the person never gave;
 * `missing` for what is not there. Throws on what is no refusal of the system's.
 */
export function refusalWords(error: unknown, missing: string): string {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (error.code === 'ENOENT') return missing;
  const errno = 'errno' in error ? Number(error.errno) : 0;
  return words[String(error.code)] ?? getSystemErrorMap().get(errno)?.[1] ?? error.message;
}
