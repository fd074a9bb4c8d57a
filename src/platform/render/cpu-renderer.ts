import type { PaintRequest } from '#core/cppn/pixels.ts';
import type { Priority, Workers } from '#platform/workers/jobs.ts';
import type { Renderer } from './renderer.ts';

/** Paints in the workers, with the bytes of `paintRegion`. Does not own `workers`: whoever made them disposes them. */
export function createCpuRenderer(workers: Workers): Renderer {
  const ended = new AbortController();
  const until = (signal: AbortSignal | undefined) =>
    signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]);

  return {
    backend: 'cpu',
    paint: (genome, request, signal) =>
      workers.run('paint', { genome, request }, { signal: until(signal), priority: paintPriority(request) }),
    readPixels: (genome, request, signal) =>
      workers.run('readPixels', { genome, request }, { signal: until(signal), priority: 'background' }),
    dispose: () => ended.abort(new DOMException('The renderer was disposed.', 'AbortError')),
  };
}

/** Up to this many samples is a first look: a quarter-size tile of a wall, or an easel in big blocks. */
const coarseSamples = 40_000;

const paintPriority = ({ region, samples }: PaintRequest): Priority =>
  region.widthPx * region.heightPx * samples ** 2 <= coarseSamples ? 'coarse' : 'sharp';
