// The graphics chip in this very page, where its faults can be injected; a page of the studio leaves it to a worker.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import { type GpuPainter, openGpuPainter } from '#platform/render/gpu-painter.ts';
import { type GpuPlan, planForGpu } from '#platform/render/gpu-plan.ts';
import type { Fall } from '#platform/render/renderer.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import type { Workers } from '#platform/workers/jobs.ts';
import { createPool } from '#platform/workers/pool.ts';

/** The contexts that were made, in order. */
export const contexts: WebGL2RenderingContext[] = [];

export function open(): GpuPainter {
  const canvas = new OffscreenCanvas(1, 1);
  const painter = openGpuPainter(canvas);
  if (painter === null) throw new Error('This browser has no WebGL 2.');
  contexts.push(canvas.getContext('webgl2')!);
  return painter;
}

export const plan = (genome: Genome, request: PaintRequest, uniformVectors = 1024): GpuPlan => {
  const planned = planForGpu(genome, request, { uniformVectors, sidePx: 4096 });
  if (planned === null) throw new Error('Not for the chip.');
  return planned;
};

export async function untilReady(painter: GpuPainter, planned: GpuPlan): Promise<void> {
  while (painter.prepare(planned) === 'compiling') await new Promise((done) => setTimeout(done, 5));
  if (painter.prepare(planned) !== 'ready') throw new Error('The shader was refused.');
}

export function bytesOf(bitmap: ImageBitmap): number[] {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return [...context.getImageData(0, 0, width, height).data];
}

/** A renderer that takes the chip though it is software, and what became of it. */
export function openForced() {
  const falls: Fall[] = [];
  let startedCount = 0;
  let byChipCount = 0;
  const workers = createPool({ createWorker, size: 1 });
  const openWorkers = (): Workers => {
    startedCount++;
    const pool = createPool({ createWorker, size: 1 });
    return {
      ...pool,
      async run(name, input, options) {
        const output = await pool.run(name, input, options);
        if (name === 'paintOnGpu' && output instanceof ImageBitmap) byChipCount++;
        return output;
      },
    };
  };
  const renderer = createRenderer({ workers, gpu: { openWorkers, workerCount: 1 }, forced: 'webgl' });
  renderer.watch((fall) => falls.push(fall));
  return {
    renderer,
    async paint(genome: Genome, request: PaintRequest) {
      const before = byChipCount;
      const bytes = bytesOf(await renderer.paint(genome, request));
      return { bytes, isByChip: byChipCount > before };
    },
    async look() {
      return { falls: [...falls], startedCount, state: (await renderer.describe()).webgl.state.kind };
    },
    dispose() {
      renderer.dispose();
      workers.dispose();
    },
  };
}

/** One that stays from one question of a test to the next. */
export const lasting = openForced();
