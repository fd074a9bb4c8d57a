// Builds the app or the harness as `npm run build` would, into a folder of its own, and serves it under the production headers.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { preview } from 'vite';

export interface ServedBuild {
  /** With a slash at the end. */
  readonly url: string;
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** On a port of its own unless told. Rejects with the builder's own words when the build fails. The working directory is the project's. */
export async function serveBuild(configFile = 'vite.config.ts', port?: number): Promise<ServedBuild> {
  const folder = await mkdtemp(join(tmpdir(), 'palate-build-'));
  const removeFolder = () => rm(folder, { recursive: true, force: true });
  try {
    await build(configFile, folder);
    const server = await preview({
      configFile: resolve(configFile),
      logLevel: 'warn',
      build: { outDir: folder },
      preview: { port: port ?? (await freePort()), strictPort: true },
    });
    return {
      url: server.resolvedUrls!.local[0]!,
      folder,
      close: async () => {
        await server.close();
        await removeFolder();
      },
    };
  } catch (error) {
    await removeFolder();
    throw error;
  }
}

// A process of its own: the test runner sets NODE_ENV=test, under which Vite would not build for production.
async function build(configFile: string, outDir: string): Promise<void> {
  const program = resolve('node_modules/vite/bin/vite.js');
  const root = configFile === 'vite.config.ts' ? [] : [resolve(configFile, '..')];
  const options = [
    'build',
    ...root,
    '--config',
    configFile,
    '--outDir',
    outDir,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  await promisify(execFile)(process.execPath, [program, ...options], {
    env: { ...process.env, NODE_ENV: 'production' },
  }).catch((error: { stdout?: string; stderr?: string }) => {
    const said = stripVTControlCharacters(`${error.stdout ?? ''}${error.stderr ?? ''}`).replace(
      /^ +at .*\n/gm,
      '',
    );
    throw new Error(`vite build --config ${configFile} failed.\n${said}`);
  });
}

export function freePort(): Promise<number> {
  return new Promise((fulfil, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => fulfil(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
