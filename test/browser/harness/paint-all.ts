// Pictures by a backend of one's choice, as a canvas gives their bytes back.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { Backend } from '#platform/render/backends.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import type { Workers } from '#platform/workers/jobs.ts';
import { createPool } from '#platform/workers/pool.ts';

/** In base64: an array of numbers would take the driver seconds to carry over. null: that backend does not paint this one. */
export async function paintAll(
  backend: Backend,
  pictures: readonly (readonly [Genome, PaintRequest])[],
): Promise<(string | null)[]> {
  const workers = createPool({ createWorker, size: 1 });
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })!;
  const painted: (string | null)[] = [];
  if (backend === 'webgl') await workers.run('openGpu', { isForced: true, workerCount: 1 });
  for (const [genome, request] of pictures) {
    const bitmap =
      backend === 'webgl'
        ? await paintOnGpu(workers, genome, request)
        : (await workers.run('paint', { genome, request, by: backend })).bitmap;
    painted.push(bitmap && readBytes(context, bitmap));
  }
  workers.dispose();
  return painted;
}

/** For a shader. */
const PATIENCE_MS = 30_000;

async function paintOnGpu(
  workers: Workers,
  genome: Genome,
  request: PaintRequest,
): Promise<ImageBitmap | null> {
  const until = performance.now() + PATIENCE_MS;
  while (performance.now() < until) {
    const bitmap = await workers.run('paintOnGpu', { genome, request });
    if (bitmap === 'refused') return null;
    if (bitmap !== null) return bitmap;
    await new Promise((done) => setTimeout(done, 5));
  }
  return null;
}

function readBytes(context: OffscreenCanvasRenderingContext2D, bitmap: ImageBitmap): string {
  const { width, height } = bitmap;
  Object.assign(context.canvas, { width, height });
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  const bytes = context.getImageData(0, 0, width, height).data;
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
