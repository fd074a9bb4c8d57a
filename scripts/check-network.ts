// `npm run check:network -- FILE...`: this library beside torch, one line a file.
// Exit codes: 0 within tolerance, 1 beyond it, 2 for a file that cannot be read.
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { describeReference } from './torch/describe-reference.ts';

const files = process.argv.slice(2);
let code: 0 | 1 | 2 = 0;

if (files.length === 0) {
  console.error('Name one or more files: npm run check:network -- FILE...');
  code = 2;
}
for (const file of files) {
  const { line, verdict } = describeReference(basename(file), () => readFileSync(fromCaller(file), 'utf8'));
  (verdict === 2 ? console.error : console.log)(line);
  if (verdict > code) code = verdict;
}
process.exitCode = code;

/** npm changes into the project's folder; a path is meant from where the command was given. */
function fromCaller(file: string): string {
  return resolve(process.env.INIT_CWD ?? '.', file);
}
