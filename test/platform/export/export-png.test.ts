import { describe, expect, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { type PaintRequest, type Pixels, type Region, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { readArtwork } from '#core/formats/artwork-reader.ts';
import { exportPng } from '#platform/export/export-png.ts';
import type { Renderer } from '#platform/render/renderer.ts';
import { smallJson } from '../../core/formats/palate-png.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';
import { decodePng } from './decode-png.ts';

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

/** Notes what it was asked and how many strips it held at once. Paints where a pixel lies, unless told otherwise. */
function createNotingRenderer({
  delayMs = 0,
  paint = (_: Genome, { region }: PaintRequest) => pattern(region),
} = {}) {
  const requests: PaintRequest[] = [];
  let inFlight = 0;
  let mostInFlight = 0;
  const renderer: Renderer = {
    backend: 'cpu',
    paint: () => Promise.reject(new Error('not asked for')),
    readPixels: async (genome, request, signal) => {
      requests.push(request);
      mostInFlight = Math.max(mostInFlight, ++inFlight);
      try {
        await new Promise((resolve, reject) => {
          setTimeout(resolve, delayMs);
          signal?.addEventListener('abort', () => reject(signal.reason));
        });
        return paint(genome, request);
      } finally {
        inFlight--;
      }
    },
    dispose: () => {},
  };
  return { renderer, requests, stats: () => ({ inFlight, mostInFlight }) };
}

const { view } = smallArtwork;
const size = { widthPx: 20_000, heightPx: 20 };
const options = { genome: smallArtwork.genome, artworkJson: smallJson, size, view };
const withoutAlpha = ({ data }: Pixels) => data.filter((_, i) => i % 4 !== 3);
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe('exportPng', () => {
  test('the pixels equal the reference painter for the same request', async () => {
    const genome = sampleGenome('silk', 5);
    const { renderer } = createNotingRenderer({ paint: paintRegion });
    const small = { widthPx: 24, heightPx: 16 };
    const { rgb } = decodePng(await bytesOf(await exportPng({ ...options, renderer, genome, size: small })));
    const request = {
      size: small,
      region: wholeRegion(small),
      view,
      samples: 2,
      grain: 'pixel',
      dither: true,
    } as const;
    expect([...rgb]).toEqual([...withoutAlpha(paintRegion(genome, request))]);
  });

  test('strips cover the picture once, from the top, whatever its shape', async () => {
    for (const size of [
      { widthPx: 30_000, heightPx: 6 },
      { widthPx: 200_000, heightPx: 2 },
      { widthPx: 3, heightPx: 50_000 },
    ]) {
      const { renderer, requests } = createNotingRenderer();
      const { rgb } = decodePng(await bytesOf(await exportPng({ ...options, renderer, size })));
      expect(Buffer.compare(rgb, new Uint8Array(withoutAlpha(pattern(wholeRegion(size)))))).toBe(0);
      expect(requests.length).toBeGreaterThan(1);
      for (const { region } of requests) expect(region.widthPx).toBe(size.widthPx);
    }
  });

  test('asks for 2 x 2 samples, grain by the pixel and dither unless told otherwise', async () => {
    const { renderer, requests } = createNotingRenderer();
    await exportPng({ ...options, renderer, size: { widthPx: 4, heightPx: 4 } });
    expect(requests[0]).toMatchObject({ samples: 2, grain: 'pixel', dither: true, view });
    await exportPng({
      ...options,
      renderer,
      size: { widthPx: 4, heightPx: 4 },
      samples: 4,
      grain: 'print',
      dither: false,
    });
    expect(requests[1]).toMatchObject({ samples: 4, grain: 'print', dither: false });
  });

  test('carries its network, or none', async () => {
    const { renderer } = createNotingRenderer();
    const small = { widthPx: 4, heightPx: 4 };
    const facts = { createdAtMs: 0, fileName: null };
    const carrying = await bytesOf(await exportPng({ ...options, renderer, size: small }));
    expect(readArtwork(carrying, facts).artwork.genome).toEqual(smallArtwork.genome);
    const bare = await bytesOf(await exportPng({ ...options, renderer, size: small, artworkJson: null }));
    expect(() => readArtwork(bare, facts)).toThrow('carries no network');
  });

  test('keeps two strips in painting, so that two workers are used, and tells its progress', async () => {
    const { renderer, stats } = createNotingRenderer({ delayMs: 5 });
    const shares: number[] = [];
    await exportPng({ ...options, renderer, samples: 1, onProgress: (share) => shares.push(share) });
    expect(stats()).toEqual({ inFlight: 0, mostInFlight: 2 });
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(2);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  test('a cancel within 200 ms ends it, and the painting too', async () => {
    const { renderer, requests, stats } = createNotingRenderer({ delayMs: 100 });
    const stop = new AbortController();
    const exporting = exportPng({ ...options, renderer, samples: 1, signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 150));
    const start = performance.now();
    stop.abort();
    await expect(exporting).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
    expect(performance.now() - start).toBeLessThan(200);
    const asked = requests.length;
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(requests).toHaveLength(asked);
    expect(stats().inFlight).toBe(0);
  });

  test('a strip that fails ends it, and the other strips are called off', async () => {
    const { renderer, stats } = createNotingRenderer({ delayMs: 1000 });
    let calls = 0;
    const failing: Renderer = {
      ...renderer,
      readPixels: (genome, request, signal) =>
        calls++ === 0
          ? Promise.reject(new Error('The painter fell.'))
          : renderer.readPixels(genome, request, signal),
    };
    await expect(exportPng({ ...options, renderer: failing })).rejects.toThrow('The painter fell.');
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stats().inFlight).toBe(0);
  });
});
