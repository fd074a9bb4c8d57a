import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { createGpuDoor } from '#platform/render/gpu-door.ts';
import type { GpuOpening } from '#platform/render/gpu-opening.ts';
import { createPool } from '#platform/workers/pool.ts';
import { request, square } from '../../core/cppn/paint.ts';
import { createFakeWorkers, type FakeWorker } from '../workers/fake-worker.ts';

const genome = sampleGenome('silk', 3);
const asked = request(square(512));
const ready: GpuOpening = { kind: 'ready', chip: 'A fast one', times: { gpuMs: 1, workersMs: 4 } };
const never = new AbortController().signal;

function setUp({ patienceMs = 5000, refuses = false } = {}) {
  const { all, create } = createFakeWorkers();
  let openedCount = 0;
  let lossCount = 0;
  const door = createGpuDoor({
    openWorkers: () => {
      openedCount++;
      const createWorker = () => {
        if (refuses) throw new TypeError('no worker');
        return create();
      };
      return createPool({ createWorker, size: 1 });
    },
    workerCount: 2,
    isForced: false,
    onLoss: () => lossCount++,
    patienceMs,
  });
  const paint = (signal: AbortSignal = never, one = genome) =>
    door.paint(one, asked, { signal, priority: 'sharp' });
  /** Makes the newest worker's chip ready. */
  const open = async () => {
    await paint();
    answer(all.at(-1)!, 0, ready);
    await door.describe();
  };
  return { door, paint, open, all, counts: () => ({ openedCount, lossCount }) };
}

const answer = (worker: FakeWorker, index: number, output: unknown) =>
  worker.say({ kind: 'done', id: worker.runId(index), output });

const bitmap = () => {
  let closedCount = 0;
  return { close: () => closedCount++, closedCount: () => closedCount };
};

describe('createGpuDoor', () => {
  test('never waits for a chip that is being tried, and tries it once', async () => {
    const { paint, all, counts } = setUp();
    expect(await Promise.all([paint(), paint()])).toEqual([null, null]);
    expect(await paint()).toBeNull();
    expect(all[0]!.received).toMatchObject([{ name: 'openGpu', input: { isForced: false, workerCount: 2 } }]);
    expect(counts()).toEqual({ openedCount: 1, lossCount: 0 });
  });

  test('gives the picture that the chip painted, or none where the chip gives none', async () => {
    const { paint, open, all } = setUp();
    await open();
    const picture = bitmap();
    const painting = paint();
    const declined = paint();
    answer(all[0]!, 1, picture);
    expect(await painting).toBe(picture);
    answer(all[0]!, 2, null);
    expect(await declined).toBeNull();
  });

  test.each([
    { kind: 'none' },
    { kind: 'software', chip: 'SwiftShader' },
    { kind: 'slower', chip: 'A slow one', times: { gpuMs: 9, workersMs: 4 } },
  ] satisfies GpuOpening[])(
    'lets go of a worker for a chip that is $kind, and asks no more',
    async (opening) => {
      const { door, paint, all, counts } = setUp();
      await paint();
      answer(all[0]!, 0, opening);
      expect(await door.describe()).toEqual(opening);
      expect(all[0]!.isTerminated).toBe(true);
      expect(await paint()).toBeNull();
      expect(counts()).toEqual({ openedCount: 1, lossCount: 0 });
    },
  );

  test('a lost context: told, nobody waits, and after the third it is left alone', async () => {
    const { door, paint, open, all, counts } = setUp();
    for (const lossCount of [1, 2, 3]) {
      await open();
      // Two under way are lost by one fault.
      const paintings = [paint(), paint()];
      const worker = all.at(-1)!;
      worker.say({ kind: 'failed', id: worker.runId(1), message: 'The WebGL context was lost.' });
      expect(await Promise.all(paintings)).toEqual([null, null]);
      expect(worker.isTerminated).toBe(true);
      expect(counts()).toEqual({ openedCount: lossCount, lossCount });
    }
    expect(await door.describe()).toEqual({ kind: 'lost' });
    expect(await paint()).toBeNull();
    expect(all).toHaveLength(3);
  });

  test('is patient for as long as pictures come, however many are asked for at once', async () => {
    const { paint, open, all, counts } = setUp({ patienceMs: 60 });
    await open();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const paintings = [paint(), paint(), paint()];
    for (const index of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(40);
      answer(all[0]!, index, bitmap());
    }
    expect((await Promise.all(paintings)).every((picture) => picture !== null)).toBe(true);
    expect(counts().lossCount).toBe(0);
  });

  test('a chip that says nothing loses the picture when the patience ends', async () => {
    const { paint, open, all, counts } = setUp({ patienceMs: 20 });
    await open();
    const first = paint();
    answer(all[0]!, 1, bitmap());
    await first;
    expect(await paint()).toBeNull();
    expect(all[0]!.isTerminated).toBe(true);
    expect(counts().lossCount).toBe(1);
    // A picture that comes after all is nobody's.
    const late = bitmap();
    answer(all[0]!, 2, late);
    expect(late.closedCount()).toBe(1);
  });

  test('a shape over whose first picture it falls silent is refused from then on, and no other', async () => {
    const { paint, open, all, counts } = setUp({ patienceMs: 20 });
    await open();
    const abort = new AbortController();
    const givenUp = paint(abort.signal);
    abort.abort();
    await expect(givenUp).rejects.toMatchObject({ name: 'AbortError' });
    expect(await paint()).toBe('refused');
    expect(counts()).toEqual({ openedCount: 1, lossCount: 1 });
    expect(await paint()).toBe('refused');
    expect(all).toHaveLength(1);
    const other = sampleGenome('orchard', 11);
    expect(await paint(never, other)).toBeNull();
    expect(all).toHaveLength(2);
  });

  test('blames no shape for a silence that may be the fault of another', async () => {
    const { paint, open } = setUp({ patienceMs: 20 });
    await open();
    const other = sampleGenome('orchard', 11);
    expect(await Promise.all([paint(), paint(never, other)])).toEqual([null, null]);
  });

  test('a worker that falls with its chip twice is such a loss', async () => {
    const { paint, open, all, counts } = setUp();
    await open();
    const painting = paint();
    all[0]!.crash();
    all[1]!.crash();
    expect(await painting).toBeNull();
    expect(counts().lossCount).toBe(1);
  });

  test('no worker to be had: nothing is painted here, and it ends', async () => {
    const { door, paint, counts } = setUp({ refuses: true });
    for (let i = 0; i < 6; i++) expect(await paint()).toBeNull();
    expect(await door.describe()).toEqual({ kind: 'lost' });
    expect(counts()).toEqual({ openedCount: 3, lossCount: 0 });
  });

  test('an abort rejects with its reason and is no loss', async () => {
    const { paint, open, all, counts } = setUp();
    await open();
    const abort = new AbortController();
    const painting = paint(abort.signal);
    const reason = new DOMException('newer wins', 'AbortError');
    abort.abort(reason);
    await expect(painting).rejects.toBe(reason);
    expect(all[0]!.isTerminated).toBe(false);
    expect(counts().lossCount).toBe(0);
  });

  test('dispose ends the worker, and is no loss', async () => {
    const { door, paint, open, all, counts } = setUp();
    await open();
    const painting = paint();
    door.dispose();
    door.dispose();
    expect(await painting).toBeNull();
    expect(all[0]!.isTerminated).toBe(true);
    expect(counts().lossCount).toBe(0);
  });
});
