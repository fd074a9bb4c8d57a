// Compiles the painting kernel (src/kernel, AssemblyScript) when a build, a test or the dev server asks for it:
// `virtual:kernel-plain` and `virtual:kernel-relaxed` export `code`, the WebAssembly in base64. Compiled files are kept beside
// the installed packages, by a hash of the sources, so that only a change costs the seconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

export const kernelBuilds = ['plain', 'relaxed'] as const;
export type KernelBuild = (typeof kernelBuilds)[number];

const folder = fileURLToPath(new URL('../src/kernel/', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/palate-kernel/', import.meta.url));

const options = [
  'paint.ts',
  '--baseDir',
  folder,
  '--outFile',
  'kernel.wasm',
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--use',
  'abort=',
  '--enable',
  'simd',
  '--disableWarning',
];

const extra: Record<KernelBuild, readonly string[]> = { plain: [], relaxed: ['--enable', 'relaxed-simd'] };

export function kernel(): Plugin {
  const built = new Map<KernelBuild, Promise<Uint8Array>>();
  return {
    name: 'palate-kernel',
    resolveId: (id) => (/^virtual:kernel-(plain|relaxed)$/.test(id) ? `\0${id}` : null),
    async load(id) {
      const build = kernelBuilds.find((name) => id === `\0virtual:kernel-${name}`);
      if (build === undefined) return null;
      const compiling = built.get(build) ?? compileKernel(build);
      built.set(build, compiling);
      return `export const code = '${Buffer.from(await compiling).toString('base64')}';`;
    },
  };
}

/** Rejects with the compiler's own words when the sources are at fault. */
export async function compileKernel(build: KernelBuild): Promise<Uint8Array> {
  const sources = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')] as const),
  );
  const arguments_ = [...options, ...extra[build]];
  const hash = createHash('sha256')
    .update(JSON.stringify([arguments_.slice(3), [...sources].toSorted()]))
    .digest('hex')
    .slice(0, 16);
  const cached = `${cache}${build}-${hash}.wasm`;
  try {
    return readFileSync(cached);
  } catch {
    // Not compiled yet.
  }
  const { main } = await import('assemblyscript/asc');
  let code: Uint8Array | null = null;
  const { error, stderr } = await main(arguments_, {
    readFile: (name) => sources.get(name) ?? null,
    writeFile: (name, contents) => {
      if (name.endsWith('.wasm')) code = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || code === null) throw new Error(`The kernel did not compile.\n${stderr.toString()}`);
  mkdirSync(cache, { recursive: true });
  // Renamed into place: another build may be reading.
  const draft = `${cached}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, cached);
  return code;
}
