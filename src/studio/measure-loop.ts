// Whether a loop may be played: its frames are painted small, and their flashes counted.
import { FLASH_HZ, FLASH_SIDE_PX, flashingShare, isFlashing, luminanceOf } from '#core/cppn/flash-meter.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { Renderer } from '#platform/render/renderer.ts';

export interface LoopVerdict {
  readonly isFlashing: boolean;
  /** How many times slower it does not flash; null when no pace helps, 1 when it does not flash at all. */
  readonly slowness: 1 | 2 | 4 | 8 | null;
}

const atOnce = 6;
const size = { widthPx: FLASH_SIDE_PX, heightPx: FLASH_SIDE_PX };

/** Paints one turn of the loop at 30 frames a second. Rejects with the signal's reason on abort. */
export async function measureLoop(
  genome: Genome,
  renderer: Pick<Renderer, 'readPixels'>,
  signal: AbortSignal,
): Promise<LoopVerdict> {
  const count = Math.round(genome.loop.seconds * FLASH_HZ);
  const frames = new Array<Float32Array>(count);
  let next = 0;
  const paintSome = async () => {
    while (next < count) {
      const index = next++;
      const request = {
        size,
        region: wholeRegion(size),
        view: { ...wholeView, phase: index / count },
        samples: 1,
        grain: 'pixel',
        dither: false,
      } as const;
      frames[index] = luminanceOf(await renderer.readPixels(genome, request, signal));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, paintSome));
  const slowness =
    ([1, 2, 4, 8] as const).find((slow) => !isFlashing(flashingShare(frames, FLASH_HZ / slow))) ?? null;
  return { isFlashing: slowness !== 1, slowness };
}
