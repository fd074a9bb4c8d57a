// Painting in threads: each runs this same program again, which then paints and packs bands instead of reading the command line.
import { parentPort, Worker } from 'node:worker_threads';
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { type PackedStrip, packStrip } from '#core/formats/packed-strip.ts';
import { openPainters } from '#platform/render/painters.ts';
import type { Renderer } from '#platform/render/renderer.ts';

export interface PaintThreads extends Pick<Renderer, 'packStrip'> {
  dispose(): Promise<void>;
}

interface Band {
  readonly id: number;
  readonly genome: Genome;
  readonly request: PaintRequest;
}

interface PaintedBand {
  readonly id: number;
  readonly strip: PackedStrip;
}

interface Waiting {
  readonly thread: Thread;
  readonly resolve: (strip: PackedStrip) => void;
  readonly reject: (reason: unknown) => void;
}

interface Thread {
  readonly worker: Worker;
  bandCount: number;
}

/** As many threads as are needed, at most `size`. An abort rejects at once; what is being painted then is thrown away. */
export function createPaintThreads(size: number): PaintThreads {
  const threads: Thread[] = [];
  const waiting = new Map<number, Waiting>();
  let nextId = 0;

  function start(): Thread {
    const thread: Thread = { worker: new Worker(new URL(import.meta.url)), bandCount: 0 };
    thread.worker.on('message', ({ id, strip }: PaintedBand) => {
      thread.bandCount--;
      waiting.get(id)?.resolve(strip);
    });
    thread.worker.on('error', (error) => {
      for (const band of waiting.values()) if (band.thread === thread) band.reject(error);
    });
    threads.push(thread);
    return thread;
  }

  function leastBusy(): Thread {
    const [first, ...others] = threads.toSorted((a, b) => a.bandCount - b.bandCount);
    if (first === undefined || (first.bandCount > 0 && others.length + 1 < size)) return start();
    return first;
  }

  return {
    packStrip: (genome, request, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const thread = leastBusy();
        const id = nextId++;
        const onAbort = () => settle(() => reject(signal?.reason));
        const settle = (tell: () => void) => {
          waiting.delete(id);
          signal?.removeEventListener('abort', onAbort);
          tell();
        };
        thread.bandCount++;
        waiting.set(id, {
          thread,
          resolve: (strip) => settle(() => resolve(strip)),
          reject: (reason) => settle(() => reject(reason)),
        });
        signal?.addEventListener('abort', onAbort);
        thread.worker.postMessage({ id, genome, request } satisfies Band);
      }),
    async dispose() {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}

/** The thread's side. */
export function servePainting(): void {
  const { plain } = openPainters();
  parentPort!.on('message', ({ id, genome, request }: Band) => {
    const strip = packStrip(runToEnd(plain(genome, request)));
    parentPort!.postMessage({ id, strip } satisfies PaintedBand, [strip.bytes.buffer]);
  });
}
