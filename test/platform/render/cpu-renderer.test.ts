import { describe, expect, test } from 'vitest';
import { type PaintRequest, type Size, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { createCpuRenderer } from '#platform/render/cpu-renderer.ts';
import type { AnyRunMessage } from '#platform/workers/messages.ts';
import { createPool } from '#platform/workers/pool.ts';
import { ranks } from '#platform/workers/priorities.ts';
import { createFakeWorkers } from '../workers/fake-worker.ts';

const genome = sampleGenome('silk', 3);

function requestOf(size: Size, samples: PaintRequest['samples']): PaintRequest {
  return { size, region: wholeRegion(size), view: wholeView, samples, grain: 'pixel', dither: true };
}

const coarse = requestOf({ widthPx: 125, heightPx: 118 }, 1);
const sharp = requestOf({ widthPx: 250, heightPx: 236 }, 2);

function setUp() {
  const { all, create } = createFakeWorkers();
  const pool = createPool({ createWorker: create, size: 1 });
  return { renderer: createCpuRenderer(pool), pool, all };
}

describe('createCpuRenderer', () => {
  test('paints a first look before anything sharp, and reads pixels last', () => {
    const { renderer, all, pool } = setUp();
    const pending = [
      renderer.readPixels(genome, coarse),
      renderer.paint(genome, sharp),
      renderer.paint(genome, coarse),
    ];
    for (const promise of pending) promise.catch(() => {});
    const runs = all[0]!.received.filter((message): message is AnyRunMessage => message.kind === 'run');
    expect(runs.map(({ name, rank }) => [name, rank])).toEqual([
      ['readPixels', ranks.background],
      ['paint', ranks.sharp],
      ['paint', ranks.coarse],
    ]);
    expect(runs[1]!.input).toEqual({ genome, request: sharp });
    pool.dispose();
  });

  test('ranks a region by its own size, not by that of the whole picture', () => {
    const { renderer, all, pool } = setUp();
    const strip = {
      ...requestOf({ widthPx: 4096, heightPx: 4096 }, 1),
      region: { ...coarse.region, yPx: 800 },
    };
    renderer.paint(genome, strip).catch(() => {});
    expect(all[0]!.received).toMatchObject([{ rank: ranks.coarse }]);
    pool.dispose();
  });

  test('rejects with the reason of an abort', async () => {
    const { renderer, pool } = setUp();
    const abort = new AbortController();
    const painting = renderer.paint(genome, sharp, abort.signal);
    const reason = new DOMException('newer wins', 'AbortError');
    abort.abort(reason);
    await expect(painting).rejects.toBe(reason);
    pool.dispose();
  });

  test('dispose ends its own jobs and leaves the workers to whoever made them', async () => {
    const { renderer, pool, all } = setUp();
    const painting = renderer.paint(genome, sharp, new AbortController().signal);
    renderer.dispose();
    renderer.dispose();
    await expect(painting).rejects.toMatchObject({ name: 'AbortError' });
    await expect(renderer.readPixels(genome, sharp)).rejects.toMatchObject({ name: 'AbortError' });
    expect(all[0]!.isTerminated).toBe(false);
    pool.dispose();
  });
});
