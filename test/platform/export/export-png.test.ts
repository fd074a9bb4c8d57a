import { describe, expect, test, vi } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { type PaintRequest, type Pixels, type Region, type Size, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { type PngForm, printForm, screenForm } from '#core/formats/png-form.ts';
import { exportPng, type PngExport } from '#platform/export/export-png.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import { smallJson } from '../../core/formats/palate-png.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';
import { plain } from '../../plain.ts';
import { decodePng } from './decode-png.ts';
import { createMemoryTarget } from './memory-target.ts';

/** Colors that tell where in the picture a pixel lies. */
function pattern(region: Region): Pixels {
  const data = new Uint8ClampedArray(region.widthPx * region.heightPx * 4);
  for (let i = 0; i < data.length; i += 4) {
    const x = region.xPx + ((i / 4) % region.widthPx);
    const y = region.yPx + Math.floor(i / 4 / region.widthPx);
    data[i] = x & 255;
    data[i + 1] = x >> 8;
    data[i + 2] = y & 255;
  }
  return { widthPx: region.widthPx, heightPx: region.heightPx, data };
}

/** Notes what it was asked and how many strips it held at once. Paints where a pixel lies, unless told otherwise; strips after `lastCome` never come. */
function createNotingRenderer({
  delayMs = 0,
  lastCome = Number.POSITIVE_INFINITY,
  paint = (_: Genome, { region }: PaintRequest) => pattern(region),
} = {}) {
  const requests: PaintRequest[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const renderer: Pick<Renderer, 'packStrip'> = {
    packStrip: async (genome, request, signal) => {
      const nth = requests.push(request);
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      try {
        await new Promise((resolve, reject) => {
          if (nth <= lastCome) setTimeout(resolve, delayMs);
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
        return packStrip(paint(genome, request));
      } finally {
        inFlight--;
      }
    },
  };
  return { renderer, requests, stats: () => ({ inFlight, mostInFlight }) };
}

const { view } = smallArtwork;
const formOf = (size: Size): PngForm => ({ ...screenForm(size, view), samples: 1 });
const form = formOf({ widthPx: 20_000, heightPx: 60 });
const small = formOf({ widthPx: 4, heightPx: 4 });
const options = { genome: smallArtwork.genome, artworkJson: smallJson, form };
const withoutAlpha = ({ data }: Pixels) => data.filter((_, i) => i % 4 !== 3);

async function exported(request: Omit<PngExport, 'target'>): Promise<Uint8Array> {
  const target = createMemoryTarget();
  await exportPng({ ...request, target });
  return target.bytes();
}

describe('exportPng', () => {
  test('the pixels equal one whole painting of the plain build, in bands or not', async () => {
    const genome = sampleGenome('orchard', 5);
    let bandCount = 0;
    const paint = (...asked: Parameters<typeof plain>) => {
      bandCount++;
      return runToEnd(plain(...asked));
    };
    const { renderer } = createNotingRenderer({ paint });
    // Higher than a strip, of a width no tile divides, seen from aside; with grain by the pixel, and as on paper.
    const size = { widthPx: 523, heightPx: 700 };
    const aside = { ...view, center: [0.31, -0.2], zoom: 3.7, rotation: 0.4 } as const;
    for (const ours of [
      screenForm(size, aside),
      { ...printForm('a4', false, aside), size, samples: 3 } as const,
    ]) {
      bandCount = 0;
      const { rgb } = decodePng(await exported({ ...options, renderer, genome, form: ours }));
      expect(bandCount).toBeGreaterThan(2);
      const { samples, grain } = ours;
      const request = {
        size,
        region: wholeRegion(size),
        view: ours.view,
        samples,
        grain,
        dither: true,
      } as const;
      const whole = withoutAlpha(runToEnd(plain(genome, request)));
      expect(Buffer.compare(rgb, Buffer.from(whole))).toBe(0);
    }
  });

  test('strips cover the picture once, from the top, whatever its shape', async () => {
    for (const size of [
      { widthPx: 30_000, heightPx: 6 },
      { widthPx: 200_000, heightPx: 2 },
      { widthPx: 3, heightPx: 50_000 },
    ]) {
      const { renderer, requests } = createNotingRenderer();
      const { rgb } = decodePng(await exported({ ...options, renderer, form: formOf(size) }));
      expect(Buffer.compare(rgb, new Uint8Array(withoutAlpha(pattern(wholeRegion(size)))))).toBe(0);
      expect(requests.length).toBeGreaterThan(1);
      for (const { region } of requests) expect(region.widthPx).toBe(size.widthPx);
    }
  });

  test('asks as a screen or a print does, dithered, and tells printers its density', async () => {
    const { renderer, requests } = createNotingRenderer();
    const { size } = small;
    const screen = decodePng(await exported({ ...options, renderer, form: screenForm(size, view) }));
    expect(requests[0]).toMatchObject({ samples: 2, grain: 'pixel', dither: true, view });
    expect(screen.chunks.map(({ type }) => type)).not.toContain('pHYs');
    const print = decodePng(
      await exported({ ...options, renderer, form: { ...printForm('a3', true, view), size } }),
    );
    expect(requests[1]).toMatchObject({ samples: 4, grain: 'print', dither: true });
    expect(requests[1]!.view.zoom).toBeCloseTo((view.zoom * 297) / 303, 12);
    expect(print.chunks.map(({ type }) => type)).toContain('pHYs');
  });

  test('carries its network, or none', async () => {
    const { renderer } = createNotingRenderer();
    const facts = { createdAtMs: 0, fileName: null };
    const carrying = await exported({ ...options, renderer, form: small });
    expect(readArtwork(carrying, facts).artwork.genome).toEqual(smallArtwork.genome);
    const bare = await exported({ ...options, renderer, form: small, artworkJson: null });
    expect(() => readArtwork(bare, facts)).toThrow('carries no network');
  });

  test('keeps four strips in painting, so that four workers are used, and tells its progress', async () => {
    const { renderer, stats } = createNotingRenderer({ delayMs: 5 });
    const shares: number[] = [];
    await exported({ ...options, renderer, onProgress: (share) => shares.push(share) });
    expect(stats()).toEqual({ inFlight: 0, mostInFlight: 4 });
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  test('a cancel ends it at once, the painting too, and leaves no file', async () => {
    const { renderer, requests, stats } = createNotingRenderer({ lastCome: 2 });
    const stop = new AbortController();
    const target = createMemoryTarget();
    const exporting = exportPng({ ...options, renderer, target, signal: stop.signal });
    await vi.waitFor(() => expect(requests).toHaveLength(6), 15_000);
    stop.abort();
    await expect(exporting).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(target.fate()).toBe('discarded');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(requests).toHaveLength(6);
    expect(stats().inFlight).toBe(0);
  });

  test('a strip that fails ends it, and the other strips are called off', async () => {
    const { renderer, stats } = createNotingRenderer({ delayMs: 1000 });
    let calls = 0;
    const failing: typeof renderer = {
      ...renderer,
      packStrip: (genome, request, signal) =>
        calls++ === 0
          ? Promise.reject(new Error('The painter fell.'))
          : renderer.packStrip(genome, request, signal),
    };
    await expect(exported({ ...options, renderer: failing })).rejects.toThrow('The painter fell.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stats().inFlight).toBe(0);
  });
});
