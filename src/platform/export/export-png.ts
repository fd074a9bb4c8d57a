import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels, Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import { writePng } from './write-png.ts';

export interface PngExport {
  readonly renderer: Renderer;
  readonly genome: Genome;
  /** From artworkToJson; null leaves the network out. */
  readonly artworkJson: string | null;
  readonly size: Size;
  readonly view: View;
  readonly samples?: PaintRequest['samples'];
  readonly grain?: PaintRequest['grain'];
  readonly dither?: boolean;
  /** Share done, (0, 1]. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Small enough that progress and cancelling are felt, large enough that asking costs nothing beside painting. */
const STRIP_PIXELS = 128 * 1024;
/** As many as there are workers at least, so that none waits. */
const STRIPS_IN_FLIGHT = 2;

/** Paints a picture strip by strip into a PNG. Rejects with the signal's reason on abort, or with what the renderer met. */
export async function exportPng({
  renderer,
  genome,
  artworkJson,
  size,
  view,
  samples = 2,
  grain = 'pixel',
  dither = true,
  onProgress,
  signal,
}: PngExport): Promise<Blob> {
  const end = new AbortController();
  const until = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  const paint = (yPx: number, heightPx: number) => {
    const region = { xPx: 0, yPx, widthPx: size.widthPx, heightPx };
    return renderer.readPixels(genome, { size, region, view, samples, grain, dither }, until);
  };
  try {
    return await writePng(
      { size, strips: paintStrips(size, paint), text: artworkJson },
      {
        ...(onProgress === undefined ? {} : { onProgress }),
        ...(signal === undefined ? {} : { signal }),
      },
    );
  } finally {
    // Strips still being painted when something failed are wanted by no one.
    end.abort();
  }
}

/** In order from the top, the next ones being painted while one is written. */
async function* paintStrips(
  { widthPx, heightPx }: Size,
  paint: (yPx: number, heightPx: number) => Promise<Pixels>,
): AsyncGenerator<Pixels, void> {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / widthPx));
  const inFlight: Promise<Pixels>[] = [];
  let yPx = 0;
  while (yPx < heightPx || inFlight.length > 0) {
    while (yPx < heightPx && inFlight.length < STRIPS_IN_FLIGHT) {
      const strip = paint(yPx, Math.min(rows, heightPx - yPx));
      // One that fails before its turn comes is heard of then.
      strip.catch(() => undefined);
      inFlight.push(strip);
      yPx += rows;
    }
    yield await inFlight.shift()!;
  }
}
