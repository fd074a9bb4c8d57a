// Workers for tests: the jobs themselves, run here, a turn of the event loop between their slices.

import { sampleGenome } from '#core/cppn/sample-genome.ts';
import type { WallRequest } from '#core/evolution/propose-wall.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { createRandom } from '#core/math/random.ts';
import { readFile } from '#platform/export/read-file.ts';
import { openGradients } from '#platform/training/open-gradients.ts';
import { createCoreJobs } from '#platform/workers/core-jobs.ts';
import type { Jobs, Workers } from '#platform/workers/jobs.ts';
import type { JobWork } from '#platform/workers/serve-jobs.ts';
import { createTasteJobs } from '#platform/workers/taste-jobs.ts';
import { createTrainJob, examineJob } from '#platform/workers/training-jobs.ts';
import { plain } from '../plain.ts';

type Work = Omit<JobWork, 'paint' | 'openGpu' | 'paintOnGpu'>;

const refusals = { 'wasm-relaxed': 'Not in Node.', 'wasm-plain': null, javascript: null };

const realJobs: Work = {
  ...createCoreJobs(plain),
  ...createTasteJobs(plain),
  train: createTrainJob(openGradients()),
  examine: examineJob,
  *packStrip({ genome, request }) {
    return packStrip(yield* plain(genome, request));
  },
  *painters() {
    yield 0;
    return refusals;
  },
  *openFile(file, signal) {
    yield 0;
    return readFile(file, { signal });
  },
  openPicture: () => {
    throw new TypeError('There are no bitmaps outside of a browser.');
  },
};

/** The real thing, four tiles a wall. */
export const smallJobs: Partial<Work> = {
  propose: (request, signal) =>
    createCoreJobs(plain).propose(
      { ...request, count: Math.min(request.count, 4), wildCount: Math.min(request.wildCount, 1) },
      signal,
    ),
};

const quickGenome = sampleGenome('porcelain', 1);

/** One picture again and again: for tests of everything but breeding, where a wall must cost next to nothing. */
export const quickJobs: Partial<Work> = {
  *propose({ seed, parents, count, wildCount }: WallRequest) {
    const random = createRandom(seed);
    const proposals = [];
    for (let index = 0; index < count; index++) {
      const own = random.seed();
      const isChild = parents.length > 0 && index >= wildCount;
      const origin = isChild
        ? ({
            kind: 'bred',
            parents: parents.map((_, place) => place),
            seed: own,
            how: [],
            distance: 0.1,
          } as const)
        : ({ kind: 'seed', recipe: 'porcelain', sampler: 1, seed: own } as const);
      const tile = isChild ? 'child' : parents.length > 0 ? 'wild' : 'seed';
      const words = { title: 'Quick Moon', altText: 'A round form.' };
      proposals.push({ genome: quickGenome, print: new Float32Array(3), origin, tile, ...words } as const);
      yield index / count;
    }
    return { proposals, judgedCount: count, refusedCount: 0, twinCount: 0 };
  },
  *ask({ seed, count }) {
    const own = createRandom(seed).seed();
    const origin = { kind: 'seed', recipe: 'porcelain', sampler: 1, seed: own } as const;
    const print = new Float32Array(3);
    const answer = { genome: quickGenome, print, tile: 'seed', origin, title: 'Asked', altText: '' } as const;
    yield 0;
    const proposals = Array.from({ length: count }, () => answer);
    return { proposals, judgedCount: 0, refusedCount: 0, twinCount: 0 };
  },
  *describe(genome) {
    yield 0;
    return { title: `Moon ${genome.layers.length}`, altText: 'A round form.', print: new Float32Array(3) };
  },
  *prints(genomes) {
    yield 0;
    return genomes.map(() => new Float32Array(3));
  },
};

export function runInProcess(replaced: Partial<Work> = {}): Workers {
  const work: Work = { ...realJobs, ...replaced };
  const isHere = (name: keyof Jobs): name is keyof Work => name in work;
  return {
    async run(name, input, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      if (!isHere(name)) throw new TypeError('There are no bitmaps outside of a browser.');
      const job = work[name] as (
        given: typeof input,
        until: AbortSignal,
      ) => Generator<number, Jobs[typeof name]['output']>;
      const slices = job(input, signal ?? new AbortController().signal);
      for (let sliceCount = 0; ; sliceCount++) {
        const slice = slices.next();
        if (slice.done) return slice.value;
        onProgress?.(slice.value);
        if (sliceCount % 20 === 0) await new Promise((resolve) => setImmediate(resolve));
        signal?.throwIfAborted();
      }
    },
    dispose() {},
  };
}
