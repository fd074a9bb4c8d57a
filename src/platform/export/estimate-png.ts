import type { Genome } from '#core/cppn/genome.ts';
import { type PngForm, stripRequest } from '#core/formats/png-form.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import { STRIPS_IN_FLIGHT } from './export-png.ts';

export interface PngTrial {
  readonly renderer: Pick<Renderer, 'packStrip'>;
  readonly genome: Genome;
  readonly form: PngForm;
  /** Milliseconds. */
  readonly now: () => number;
  readonly signal?: AbortSignal;
}

export interface PngEstimate {
  readonly seconds: number;
  /** Of the file. */
  readonly bytes: number;
}

/** A strip, as an export to a screen has it; a print, which takes more samples a pixel, is tried in fewer rows. */
const STRIP_SAMPLES = 512 * 1024;
/** The fastest one counts: the first waits for what the workers were at, and for the browser to optimise the code. */
const ROUNDS = 3;

/**
 * What a PNG of this form takes here, from a few strips of it, painted and packed as an export does. Rejects with the signal's reason
 * on abort, or with what the renderer met.
 */
export async function estimatePng({ renderer, genome, form, now, signal }: PngTrial): Promise<PngEstimate> {
  const { widthPx, heightPx } = form.size;
  const rowSamples = widthPx * form.samples ** 2;
  const rows = Math.min(heightPx, Math.max(1, Math.floor(STRIP_SAMPLES / rowSamples)));
  const stripCount = ROUNDS * STRIPS_IN_FLIGHT;
  const paint = (index: number) => {
    const yPx = Math.floor(((heightPx - rows) * (index + 0.5)) / stripCount);
    return renderer.packStrip(genome, stripRequest(form, yPx, rows), signal);
  };
  let fastestMs = Number.POSITIVE_INFINITY;
  let byteCount = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const startedAtMs = now();
    const strips = await Promise.all(
      Array.from({ length: STRIPS_IN_FLIGHT }, (_, i) => paint(i * ROUNDS + round)),
    );
    fastestMs = Math.min(fastestMs, now() - startedAtMs);
    for (const { bytes } of strips) byteCount += bytes.length;
  }
  return {
    seconds: ((fastestMs / 1000) * heightPx) / (rows * STRIPS_IN_FLIGHT),
    bytes: (byteCount * heightPx) / (rows * stripCount),
  };
}
