import { describe, expect, test } from 'vitest';
import type { PaintRequest } from '#core/cppn/pixels.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { printForm, screenForm } from '#core/formats/png-form.ts';
import { estimatePng } from '#platform/export/estimate-png.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';

const { genome, view } = smallArtwork;
const form = screenForm({ widthPx: 32_768, heightPx: 32_768 }, view);

/** Paints black; `msOf` tells how long the n-th strip takes, the strips of a round one after the other. */
function setUp(msOf: (index: number) => number) {
  const requests: PaintRequest[] = [];
  let nowMs = 0;
  const renderer = {
    async packStrip(_: unknown, request: PaintRequest, signal?: AbortSignal) {
      signal?.throwIfAborted();
      nowMs += msOf(requests.push(request) - 1);
      const { widthPx, heightPx } = request.region;
      return packStrip({ widthPx, heightPx, data: new Uint8ClampedArray(widthPx * heightPx * 4) });
    },
  };
  return { options: { renderer, genome, form, now: () => nowMs }, requests };
}

describe('estimatePng', () => {
  test('tells from a few rows of a picture of 32768 how long all take, by the fastest round', async () => {
    const { options, requests } = setUp((index) => (index < 8 ? 90 : 20));
    const { seconds, bytes } = await estimatePng(options);
    expect(seconds).toBeCloseTo(32_768 * 0.005, 6);
    const strip = packStrip({ widthPx: 32_768, heightPx: 4, data: new Uint8ClampedArray(32_768 * 4 * 4) });
    expect(bytes).toBe((strip.bytes.length * 32_768) / 4);
    expect(requests).toHaveLength(12);
    for (const { size, region, samples, dither } of requests) {
      expect([size, region.widthPx, region.heightPx]).toEqual([form.size, 32_768, 4]);
      expect([samples, dither]).toEqual([2, true]);
    }
    // From all over it: what is large in the middle is often empty at the edge.
    const places = requests.map(({ region }) => region.yPx / 32_768).toSorted((a, b) => a - b);
    for (const [i, place] of places.entries()) expect(place).toBeCloseTo((i + 0.5) / 12, 3);
  });

  test('a print, of four times the samples, is tried in a quarter of the rows', async () => {
    const { options, requests } = setUp(() => 1);
    await estimatePng({ ...options, form: printForm('a2', true, view) });
    expect(requests[0]!.region.heightPx).toBe(4);
    expect(requests[0]).toMatchObject({ samples: 4, grain: 'print' });
  });

  test('a picture of a few rows is tried whole', async () => {
    const { options, requests } = setUp(() => 1);
    await estimatePng({ ...options, form: screenForm({ widthPx: 40, heightPx: 3 }, view) });
    expect(requests[11]!.region).toEqual({ xPx: 0, yPx: 0, widthPx: 40, heightPx: 3 });
  });

  test('rejects with the reason of an abort', async () => {
    const { options } = setUp(() => 1);
    const reason = new DOMException('Another size.', 'AbortError');
    await expect(estimatePng({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
