// Types, format, lint: five independent checks, side by side. Ends with 1 when any of them does, after all have spoken.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const checks = [
  ['typescript/bin/tsc', '-p', 'tsconfig.json'],
  ['typescript/bin/tsc', '-p', 'tsconfig.core.json'],
  ['typescript/bin/tsc', '-p', 'tsconfig.worker.json'],
  ['@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'],
  ['oxlint/bin/oxlint', '--type-aware', 'src', 'test', 'scripts'],
];

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));

/** @param {readonly string[]} check */
const run = ([program, ...options]) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [`${modules}${program}`, ...options], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('close', (code) => {
      if (code !== 0) console.log(said);
      resolve(code === 0);
    });
  });

const passed = await Promise.all(checks.map(run));
process.exit(passed.every(Boolean) ? 0 : 1);
