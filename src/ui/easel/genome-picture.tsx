import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Genome } from '#core/cppn/genome.ts';
import { neuronKeys } from '#core/cppn/neuron-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { useUi } from '../context.ts';
import { density } from '../layout.ts';
import { drawBitmap } from '../pictures/draw-bitmap.ts';
import { isAbort, ranks, screenRequest } from '../pictures/pictures.ts';

/** Of a whole genome. The keys of its outputs hold the network; the colours come on top. */
export const genomeKey = (genome: Genome) =>
  `${neuronKeys(genome).at(-1)!.join(' ')} ${JSON.stringify(genome.coloring)}`;

interface GenomePictureProps {
  /** Genomes with the same key look alike. */
  readonly pictureKey: string;
  readonly build: () => Genome;
  readonly sidePx: number;
  /** [0, 999]: lower is painted first, after everything larger on screen. */
  readonly rank: number;
}

/** A small square picture of a genome that is no artwork: what was there stays until the new one is painted. */
export function GenomePicture({ pictureKey, build, sidePx, rank }: GenomePictureProps) {
  const { pictures } = useUi();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const widthPx = Math.round(sidePx * density());
  const key = `genome ${pictureKey} ${widthPx}`;

  useLayoutEffect(() => {
    const canvas = canvasRef.current!;
    const cached = pictures.cache.get(key);
    if (cached !== undefined) {
      drawBitmap(canvas, cached);
      canvas.classList.add('painted');
      return undefined;
    }
    const abort = new AbortController();
    const request = screenRequest({ widthPx, heightPx: widthPx }, wholeView, 1);
    pictures.queue.paint(build(), request, ranks.small + rank, abort.signal).then(
      (bitmap) => {
        if (!abort.signal.aborted) {
          drawBitmap(canvas, bitmap);
          canvas.classList.add('painted');
        }
        pictures.cache.put(key, bitmap);
      },
      (error: unknown) => {
        // What cannot be painted stays a plain disc.
        if (!isAbort(error)) canvas.classList.remove('painted');
      },
    );
    return () => abort.abort();
  }, [key]);

  return <canvas ref={canvasRef} class="genome-picture" width={1} height={1} />;
}
