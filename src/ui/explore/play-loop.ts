import type { Genome } from '#core/cppn/genome.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { drawBitmap } from '../pictures/draw-bitmap.ts';
import { isAbort, type Pictures, ranks, screenRequest } from '../pictures/pictures.ts';

/** Frames are painted at the size of the tile, then at half of it, then not at all: whatever keeps up. */
const scales = [1, 0.5] as const;
const slowMs = 45;
const patienceFrames = 6;

/**
 * Lays a moving picture over a tile until it ends, `signal` is aborted, or the machine does not keep up. `times` is how often
 * it goes round. Nothing of the tile's own picture is touched.
 */
export async function playLoop(
  tile: HTMLElement,
  artwork: Artwork,
  { pictures, times, signal }: { pictures: Pictures; times: number; signal: AbortSignal },
): Promise<void> {
  const { offsetWidth, offsetHeight } = tile;
  const canvas = document.createElement('canvas');
  canvas.className = 'loop-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  const lengthMs = 1000 * artwork.genome.loop.seconds;
  const from = performance.now();
  let scale = 0;
  let slowCount = 0;
  try {
    for (;;) {
      const startedMs = performance.now();
      const rounds = (startedMs - from) / lengthMs;
      if (rounds >= times) return;
      const size = {
        widthPx: Math.round(offsetWidth * scales[scale]!),
        heightPx: Math.round(offsetHeight * scales[scale]!),
      };
      const request = screenRequest(size, { ...artwork.view, phase: rounds % 1 }, 1);
      const bitmap = await pictures.queue.paint(artwork.genome, request, ranks.sharp, signal);
      if (signal.aborted || !tile.isConnected || tile.dataset.artwork !== artwork.id) return bitmap.close();
      drawBitmap(canvas, bitmap);
      bitmap.close();
      if (!canvas.isConnected) tile.append(canvas);
      slowCount = performance.now() - startedMs > slowMs ? slowCount + 1 : 0;
      if (slowCount >= patienceFrames) {
        scale++;
        slowCount = 0;
        if (scale === scales.length) return;
      }
      await nextFrame();
    }
  } catch (error) {
    // A frame that could not be painted leaves the still.
    if (!isAbort(error) && !(error instanceof Error)) throw error;
  } finally {
    canvas.remove();
  }
}

/** Far under the flash rule; the easel measures those beyond before it plays them. */
export function isCalmLoop({ coloring, loop }: Genome): boolean {
  const isBanded = coloring.kind !== 'palette' || coloring.position === 'sine' || coloring.finish.lines > 0;
  return loop.amplitude > 0 && loop.amplitude <= (isBanded ? 0.15 : 0.25) && loop.seconds >= 4;
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
