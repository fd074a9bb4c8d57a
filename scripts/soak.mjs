// The faults that kill browsers and damage their files, many times over; and every painter, with all that it can paint. `PALATE_SOAK=N npm run soak` chooses how many; fifty otherwise.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'test/browser/storage', 'test/browser/parity', 'test/platform/render/kernel'],
  { stdio: 'inherit', env: { PALATE_SOAK: '50', ...process.env } },
);
process.exit(status ?? 1);
