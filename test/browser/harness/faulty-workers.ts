// Real workers with a fault each, and a pool whose first worker is one of them.
import { trustScriptUrl } from '#platform/trusted-types.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import { createPool } from '#platform/workers/pool.ts';
import crashUrl from './crash-worker.ts?worker&url';
import hangUrl from './hang-worker.ts?worker&url';

const startScript = (url: string) => new Worker(trustScriptUrl(url), { type: 'module' });

const faultyWorkers = {
  hangs: () => startScript(hangUrl),
  crashes: () => startScript(crashUrl),
  // After its first word. The browser tells nobody of this end.
  vanishes: () => {
    const worker = createWorker();
    worker.addEventListener('message', () => worker.terminate(), { once: true });
    return worker;
  },
};

export type WorkerFaultName = keyof typeof faultyWorkers;

/** One worker at a time; the first `faultyCount` of them have the fault. Says how many were started. */
export function createFaultyPool(fault: WorkerFaultName, faultyCount = 1) {
  let startedCount = 0;
  const pool = createPool({
    size: 1,
    silenceSeconds: 3,
    createWorker: () => (startedCount++ < faultyCount ? faultyWorkers[fault]() : createWorker()),
  });
  return { pool, startedCount: () => startedCount };
}
