import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';

export interface Program {
  /** Where it runs; what is given to it and what it writes lies here. */
  readonly directory: string;
  readonly main: string;
  readonly run: (...words: string[]) => { status: number | null; stdout: string; stderr: string };
  readonly dispose: () => void;
}

/** The terminal program, built, in a directory of its own. */
export async function buildProgram(): Promise<Program> {
  const directory = mkdtempSync(join(tmpdir(), 'palate-cli-'));
  await build({
    logLevel: 'error',
    build: { ssr: 'src/cli/main.ts', outDir: join(directory, 'program'), emptyOutDir: true },
  });
  // Its packages, as beside a built checkout.
  symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
  const main = join(directory, 'program/main.js');
  return {
    directory,
    main,
    run: (...words) => {
      const ran = spawnSync(process.execPath, [main, ...words], { encoding: 'utf8', cwd: directory });
      return { status: ran.status, stdout: ran.stdout, stderr: ran.stderr };
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  };
}
