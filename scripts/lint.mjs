// Types, format, lint: five independent checks, side by side, and beside them Vitest with whatever options follow, if any do.
// Ends with 1 when any fails. What a check found is said at once and ends the run: tests of faulty code tell nothing more.
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
const start = ([program, ...options], stdio) =>
  spawn(process.execPath, [`${modules}${program}`, ...options], { stdio });

const ended = (child) => new Promise((resolve) => child.on('close', (code) => resolve(code === 0)));

async function passes(check) {
  const child = start(check, ['ignore', 'pipe', 'pipe']);
  let said = '';
  child.stdout.on('data', (text) => (said += text));
  child.stderr.on('data', (text) => (said += text));
  const passed = await ended(child);
  if (!passed) console.log(said);
  return passed;
}

const options = process.argv.slice(2);
const tests = options.length > 0 ? start(['vitest/vitest.mjs', ...options], 'inherit') : undefined;
const tested = tests ? ended(tests) : true;
const checked = await Promise.all(checks.map(passes));
const clean = checked.every(Boolean);
if (!clean) tests?.kill();
process.exit((await tested) && clean ? 0 : 1);
