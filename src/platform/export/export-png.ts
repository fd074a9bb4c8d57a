import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { PackedStrip } from '#core/formats/packed-strip.ts';
import { type PngForm, stripRequest } from '#core/formats/png-form.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import type { FileTarget } from './file-target.ts';
import { type WriteOptions, writePng } from './write-png.ts';

export interface PngExport {
  readonly renderer: Pick<Renderer, 'packStrip'>;
  readonly genome: Genome;
  /** From artworkToJson; null leaves the network out. */
  readonly artworkJson: string | null;
  readonly form: PngForm;
  readonly target: FileTarget;
  /** Share done, (0, 1]. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Small enough that progress and cancelling are felt, large enough that asking costs nothing beside painting. Where the strips end
 * shows in the bytes of the file: it must not depend on the machine.
 */
const STRIP_PIXELS = 128 * 1024;
/** As many as there are workers at least, so that none waits. */
export const STRIPS_IN_FLIGHT = 4;

/**
 * Paints a picture strip by strip into a PNG: of any size in the same memory. Rejects with the signal's reason on abort, or with
 * what the renderer or the target met; nothing is then left of the file.
 */
export async function exportPng({
  renderer,
  genome,
  artworkJson,
  form,
  target,
  onProgress,
  signal,
}: PngExport): Promise<void> {
  const end = new AbortController();
  const until = signal === undefined ? end.signal : AbortSignal.any([signal, end.signal]);
  const { size, pixelsPerMeter } = form;
  const paint = (yPx: number, heightPx: number) =>
    renderer.packStrip(genome, stripRequest(form, yPx, heightPx), until);
  const options: WriteOptions = {
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(signal === undefined ? {} : { signal }),
  };
  try {
    const strips = paintStrips(size, paint);
    await writePng({ size, strips, text: artworkJson, pixelsPerMeter }, target, options);
  } finally {
    // Strips still being painted when something failed are wanted by no one.
    end.abort();
  }
}

/** In order from the top, the next ones being painted while one is written. */
async function* paintStrips(
  { widthPx, heightPx }: Size,
  paint: (yPx: number, heightPx: number) => Promise<PackedStrip>,
): AsyncGenerator<PackedStrip, void> {
  const rows = Math.max(1, Math.floor(STRIP_PIXELS / widthPx));
  const inFlight: Promise<PackedStrip>[] = [];
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
