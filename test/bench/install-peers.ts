import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';

const peers = 'test/bench/peers';

/** As its lock file says; once, until the lock file changes. */
export function installPeers(report: (text: string) => void): void {
  const installed = `${peers}/node_modules/.package-lock.json`;
  const lock = `${peers}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  report('Installing the libraries that are measured beside Palate ...');
  execFileSync('npm', ['ci'], { cwd: resolve(peers), stdio: ['ignore', 'ignore', 'inherit'] });
}
