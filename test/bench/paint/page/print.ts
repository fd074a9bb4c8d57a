// What large files cost: written as the studio writes them, straight to disk, beside painting alone and the canvas's own way.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { PngForm } from '#core/formats/png-form.ts';
import { exportPng } from '#platform/export/export-png.ts';
import { createDiskTarget } from '#platform/export/open-target.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import { createWorker } from '#platform/workers/create-worker.ts';
import { createPool } from '#platform/workers/pool.ts';
import { denseNet, genomeOfDense } from '../workloads.ts';

const FILE_NAME = 'bench.png';

const createPainters = () => {
  const workers = createPool({ createWorker, size: 2, startsAtOnce: true });
  return { renderer: createRenderer({ workers }), dispose: () => workers.dispose() };
};

const mix = (): Genome => genomeOfDense(denseNet(7));

const formOf = (sidePx: number): PngForm => ({
  size: { widthPx: sidePx, heightPx: sidePx },
  view: wholeView,
  samples: 1,
  grain: 'pixel',
  pixelsPerMeter: null,
});

/** Gives the bytes of the file. */
export async function writePrint(sidePx: number): Promise<number> {
  const painters = createPainters();
  const folder = await navigator.storage.getDirectory();
  const handle = await folder.getFileHandle(FILE_NAME, { create: true });
  try {
    await exportPng({
      renderer: painters.renderer,
      genome: mix(),
      artworkJson: null,
      form: formOf(sidePx),
      target: await createDiskTarget(handle),
    });
    return (await handle.getFile()).size;
  } finally {
    painters.dispose();
    await folder.removeEntry(FILE_NAME);
  }
}

/** As large a picture in the strips that a file takes, which nobody keeps. */
export async function paintPrint(sidePx: number): Promise<void> {
  const painters = createPainters();
  const paintOnly = async (...asked: Parameters<typeof painters.renderer.readPixels>) => {
    const { widthPx, heightPx } = await painters.renderer.readPixels(...asked);
    return { widthPx, heightPx, bytes: new Uint8Array(), sum: 1 };
  };
  const keepNothing = { write: async () => {}, finish: async () => {}, discard: async () => {} };
  try {
    await exportPng({
      renderer: { packStrip: paintOnly },
      genome: mix(),
      artworkJson: null,
      form: formOf(sidePx),
      target: keepNothing,
    });
  } finally {
    painters.dispose();
  }
}

/** Gives the bytes of the PNG that the browser makes of the same picture on a canvas. */
export async function packByCanvas(sidePx: number): Promise<number> {
  const painters = createPainters();
  const { size, view, samples, grain } = formOf(sidePx);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = sidePx;
  const context = canvas.getContext('2d', { alpha: false })!;
  const rows = 128;
  try {
    for (let yPx = 0; yPx < sidePx; yPx += rows) {
      const region = { xPx: 0, yPx, widthPx: sidePx, heightPx: rows };
      const request: PaintRequest = { size, region, view, samples, grain, dither: true };
      const { data, widthPx, heightPx } = await painters.renderer.readPixels(mix(), request);
      context.putImageData(new ImageData(data, widthPx, heightPx), 0, yPx);
    }
  } finally {
    painters.dispose();
  }
  const file = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (file === null) throw new Error('The canvas gave no file.');
  canvas.width = canvas.height = 0;
  return file.size;
}
