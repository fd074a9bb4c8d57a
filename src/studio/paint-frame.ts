import type { Genome } from '#core/cppn/genome.ts';
import type { Size } from '#core/cppn/pixels.ts';
import type { View } from '#core/cppn/view.ts';
import type { Renderer } from '#platform/render/renderer.ts';

interface FrameRequest {
  readonly size: Size;
  readonly view: View;
  readonly canvas: Pick<CanvasRenderingContext2D, 'putImageData'>;
  readonly signal: AbortSignal;
}

const bandCount = 4;

/** One frame of a video over the whole canvas, in bands, so that several workers share it. As every file, by the plain build. */
export async function paintFrame(
  renderer: Pick<Renderer, 'readPixels'>,
  genome: Genome,
  { size, view, canvas, signal }: FrameRequest,
): Promise<void> {
  const edge = (band: number) => Math.round((band * size.heightPx) / bandCount);
  await Promise.all(
    Array.from({ length: bandCount }, async (_, band) => {
      const yPx = edge(band);
      const region = { xPx: 0, yPx, widthPx: size.widthPx, heightPx: edge(band + 1) - yPx };
      const request = { size, region, view, samples: 2, grain: 'pixel', dither: true } as const;
      const { data, widthPx, heightPx } = await renderer.readPixels(genome, request, signal);
      if (!signal.aborted) canvas.putImageData(new ImageData(data, widthPx, heightPx), 0, yPx);
    }),
  );
}
