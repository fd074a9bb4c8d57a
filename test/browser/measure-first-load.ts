import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A chunk in Vite's manifest, as far as we read it. */
export interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

export interface Load {
  /** Paths in the build, in order of name. */
  readonly files: readonly string[];
  readonly gzipBytes: number;
}

/**
 * What a build in `folder` sends before the first wall: `beforeWall` is the JavaScript and CSS that index.html reaches by
 * static imports, and likewise what draws the wall, which it imports while the store opens; `workers` is the JavaScript that no page imports.
 */
export function measureFirstLoad(folder: string): { readonly beforeWall: Load; readonly workers: Load } {
  const manifest = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8')) as Record<
    string,
    Chunk
  >;
  const known = new Set(Object.values(manifest).map(({ file }) => file));
  const workers = readdirSync(join(folder, 'assets'))
    .map((name) => `assets/${name}`)
    .filter((file) => file.endsWith('.js') && !known.has(file));
  const beforeWall = ['index.html', 'src/ui/mount.tsx'].flatMap((entry) => reachedFrom(entry, manifest));
  return { beforeWall: weigh(folder, [...new Set(beforeWall)].sort()), workers: weigh(folder, workers) };
}

/** Files of an entry and of everything it imports without waiting to be asked. Throws RangeError for an unknown entry. */
export function reachedFrom(entry: string, manifest: Readonly<Record<string, Chunk>>): string[] {
  const seen = new Set<string>();
  const visit = (name: string): string[] => {
    if (seen.has(name)) return [];
    seen.add(name);
    const chunk = manifest[name];
    if (chunk === undefined) throw new RangeError(`The manifest has no chunk ${name}.`);
    return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap(visit)];
  };
  return [...new Set(visit(entry))].sort();
}

function weigh(folder: string, files: readonly string[]): Load {
  const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return { files, gzipBytes: bytes.reduce((sum, size) => sum + size, 0) };
}
