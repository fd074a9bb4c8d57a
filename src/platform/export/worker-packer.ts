// Packing in a worker of its own: it takes as long as painting does, and the page has people to answer.
import type { Jobs, Workers } from '#platform/workers/jobs.ts';
import { createPacker, type Packer } from './packer.ts';

/** `workers` must be of one worker, and is disposed with the packer. */
export function createWorkerPacker(workers: Workers): Packer {
  let step = 0;
  const run = (strip: Jobs['pack']['input']['strip']) => workers.run('pack', { step: step++, strip });
  return {
    push: (strip) => run(strip),
    finish: () => run(null),
    dispose: () => workers.dispose(),
  };
}

/** The worker's side: the stream it packs stays here from step to step. */
export function createPackJob(): (
  input: Jobs['pack']['input'],
) => Generator<number, Promise<Jobs['pack']['output']>> {
  let packer: Packer | null = null;
  let next = 0;
  return function* ({ step, strip }) {
    yield 0;
    if (step === 0) {
      packer?.dispose();
      packer = createPacker();
      next = 0;
    }
    // A worker that stands in for one that crashed knows nothing of what was packed before.
    if (packer === null || step !== next) throw new Error('The file was lost halfway.');
    next++;
    return strip === null ? packer.finish() : packer.push(strip);
  };
}
