import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Renderer } from '#platform/render/renderer.ts';

interface FrameRequest {
  readonly size: Size;
  readonly view: View;
  readonly canvas: Pick<CanvasRenderingContext2D, 'drawImage'>;
  readonly signal: AbortSignal;
}

const bandCount = 4;

/** One frame of a video over the whole canvas, in bands, so that several workers share it. */
export async function paintFrame(
  renderer: Pick<Renderer, 'paint'>,
  genome: Genome,
  { size, view, canvas, signal }: FrameRequest,
): Promise<void> {
  const edge = (band: number) => Math.round((band * size.heightPx) / bandCount);
  await Promise.all(
    Array.from({ length: bandCount }, async (_, band) => {
      const yPx = edge(band);
      const region = { xPx: 0, yPx, widthPx: size.widthPx, heightPx: edge(band + 1) - yPx };
      const request = { size, region, view, samples: 2, grain: 'pixel', dither: true } as const;
      const bitmap = await renderer.paint(genome, request, signal);
      if (!signal.aborted) canvas.drawImage(bitmap, 0, yPx);
      bitmap.close();
    }),
  );
}
