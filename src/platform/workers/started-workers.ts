// The page's one pool. main.ts imports it first, so that the workers load while the rest of the page is still being read.
import { createWorker } from './create-worker.ts';
import { createPool } from './pool.ts';

export const workerCount = Math.max(1, Math.min(navigator.hardwareConcurrency, 4));

export const workers = createPool({
  createWorker,
  size: workerCount,
  startsAtOnce: true,
});
