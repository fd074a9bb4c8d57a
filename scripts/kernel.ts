// Compiles the kernels (src/kernel, AssemblyScript) when a build, a test or the dev server asks for them: `virtual:kernel-plain` and
// `virtual:kernel-relaxed` (painting), `virtual:kernel-training-plain` and `virtual:kernel-training-relaxed` export `code`, the
// WebAssembly in base64. Compiled files are kept beside the installed packages, by a hash of the sources, so that only a change costs
// the seconds.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const relaxedSimd = ['--enable', 'relaxed-simd'] as const;

const builds = {
  plain: ['paint.ts'],
  relaxed: ['paint.ts', ...relaxedSimd],
  'training-plain': ['train.ts'],
  'training-relaxed': ['train.ts', ...relaxedSimd],
} as const;

export type KernelBuild = keyof typeof builds;

const folder = fileURLToPath(new URL('../src/kernel/', import.meta.url));
const cache = fileURLToPath(new URL('../node_modules/.cache/palate-kernel/', import.meta.url));

const options = [
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

export function kernel(): Plugin {
  const built = new Map<KernelBuild, Promise<Uint8Array>>();
  return {
    name: 'palate-kernel',
    resolveId: (id) => (findBuild(id) === undefined ? null : `\0${id}`),
    async load(id) {
      const build = id.startsWith('\0') ? findBuild(id.slice(1)) : undefined;
      if (build === undefined) return null;
      const compiling = built.get(build) ?? compileKernel(build);
      built.set(build, compiling);
      return `export const code = '${Buffer.from(await compiling).toString('base64')}';`;
    },
  };
}

const names = Object.keys(builds) as KernelBuild[];
const findBuild = (id: string) => names.find((name) => id === `virtual:kernel-${name}`);

/** Rejects with the compiler's own words when the sources are at fault. */
export async function compileKernel(build: KernelBuild): Promise<Uint8Array> {
  const sources = new Map(
    readdirSync(folder).map((name) => [name, readFileSync(`${folder}${name}`, 'utf8')] as const),
  );
  const arguments_ = [...builds[build], ...options];
  const hash = createHash('sha256')
    .update(JSON.stringify([arguments_.filter((argument) => argument !== folder), [...sources].toSorted()]))
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
