import { describe, expect, test, vi } from 'vitest';
import { type PaintRequest, type Size, wholeRegion } from '#core/cppn/pixels.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { Backend, Refusals } from '#platform/render/backends.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import type { Fall } from '#platform/render/renderer.ts';
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

function setUp(options: { forced?: Backend } = {}) {
  const { all, create } = createFakeWorkers();
  const pool = createPool({ createWorker: create, size: 1 });
  return { renderer: createRenderer({ workers: pool, ...options }), pool, all };
}

describe('createRenderer', () => {
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

  const inPlace: Refusals = { 'wasm-relaxed': null, 'wasm-plain': null, javascript: null };
  const bitmap = { close: () => {} };
  const painted = { bitmap, short: [] };

  /** Answers the n-th run of the first worker. */
  const answer = ({ all }: ReturnType<typeof setUp>, index: number, output: unknown) =>
    all[0]!.say({ kind: 'done', id: all[0]!.runId(index), output });

  test('paints by the backend that is forced, from the next picture on; files never', () => {
    const { renderer, all, pool } = setUp({ forced: 'wasm-plain' });
    renderer.paint(genome, coarse).catch(() => {});
    renderer.force('javascript');
    renderer.paint(genome, coarse).catch(() => {});
    renderer.force(null);
    renderer.readPixels(genome, coarse).catch(() => {});
    for (const index of [0, 1]) all[0]!.say({ kind: 'stopped', id: all[0]!.runId(index) });
    const runs = all[0]!.received.filter((message): message is AnyRunMessage => message.kind === 'run');
    expect(runs.map(({ input }) => input)).toEqual([
      { genome, request: coarse, by: 'wasm-plain' },
      { genome, request: coarse, by: 'javascript' },
      { genome, request: coarse },
    ]);
    pool.dispose();
  });

  test.each([
    [undefined, {}, 'wasm-relaxed', 'wasm-plain'],
    [undefined, { 'wasm-relaxed': 'no' }, 'wasm-plain', 'wasm-plain'],
    [undefined, { 'wasm-relaxed': 'no', 'wasm-plain': 'no' }, 'javascript', 'javascript'],
    ['wasm-plain', {}, 'wasm-plain', 'wasm-plain'],
    ['wasm-relaxed', { 'wasm-relaxed': 'no' }, 'wasm-plain', 'wasm-plain'],
    ['javascript', {}, 'javascript', 'wasm-plain'],
  ] as const)(
    'forced %s, refused %o: %s paints the screen, %s files',
    async (forced, refused, screen, files) => {
      const opened = setUp(forced === undefined ? {} : { forced });
      const report = opened.renderer.describe();
      answer(opened, 0, { ...inPlace, ...refused });
      const { threads } = await report;
      expect(threads.filter(({ paints }) => paints.screen).map(({ backend }) => backend)).toEqual([screen]);
      expect(threads.filter(({ paints }) => paints.files).map(({ backend }) => backend)).toEqual([files]);
      opened.pool.dispose();
    },
  );

  test('tells once, after the first picture, that there is no WebAssembly', async () => {
    const opened = setUp();
    const { renderer, pool } = opened;
    const heard: Fall[] = [];
    renderer.watch((fall) => heard.push(fall));
    const first = renderer.paint(genome, coarse);
    answer(opened, 0, painted);
    await first;
    expect(heard).toEqual([]);
    answer(opened, 1, { ...inPlace, 'wasm-relaxed': 'blocked', 'wasm-plain': 'blocked' });
    await renderer.describe();
    expect(heard).toEqual(['no-wasm']);
    const again = renderer.paint(genome, coarse);
    answer(opened, 2, painted);
    await again;
    expect(heard).toEqual(['no-wasm']);
    pool.dispose();
  });

  test('tells which painter was ever refused memory, in any worker', async () => {
    const opened = setUp();
    const { renderer, pool } = opened;
    const first = renderer.paint(genome, coarse);
    answer(opened, 0, { bitmap, short: ['wasm-relaxed'] });
    expect(await first).toBe(bitmap);
    answer(opened, 1, inPlace);
    const second = renderer.paint(genome, coarse);
    answer(opened, 2, painted);
    await second;
    const { threads } = await renderer.describe();
    expect(threads.filter(({ wasShort }) => wasShort).map(({ backend }) => backend)).toEqual([
      'wasm-relaxed',
    ]);
    pool.dispose();
  });

  test('gives no third worker to a genome that took two with it', async () => {
    const { renderer, pool, all } = setUp();
    const painting = renderer.paint(genome, sharp);
    all[0]!.crash();
    all[1]!.crash();
    await expect(painting).rejects.toMatchObject({ fault: 'crashed' });
    await expect(renderer.readPixels(genome, sharp)).rejects.toMatchObject({ fault: 'crashed' });
    renderer.paint(sampleGenome('silk', 4), sharp).catch(() => {});
    expect(all).toHaveLength(3);
    expect(all[2]!.received).toHaveLength(1);
    pool.dispose();
  });

  describe('with a graphics chip', () => {
    const seldom = Array.from({ length: 12 });

    /** The pool's workers, and the chip's own, which are started as they are needed. */
    function setUpChip(forced: Backend | null = null) {
      const [pooled, chips] = [createFakeWorkers(), createFakeWorkers()];
      const pool = createPool({ createWorker: pooled.create, size: 1 });
      const openWorkers = () => createPool({ createWorker: chips.create, size: 1 });
      const renderer = createRenderer({ workers: pool, gpu: { openWorkers, workerCount: 1 }, forced });
      const paint = () => renderer.paint(genome, sharp, new AbortController().signal);
      const answerChip = (index: number, output: unknown) =>
        chips.all.at(-1)!.say({ kind: 'done', id: chips.all.at(-1)!.runId(index), output });
      return { renderer, pool, paint, chips: chips.all, pooled: pooled.all, answerChip };
    }
    type Chip = ReturnType<typeof setUpChip>;

    /** Paints until the chip is asked for, and makes it ready. */
    async function openChip({ paint, chips, answerChip, renderer }: Chip) {
      await vi.waitFor(() => {
        paint().catch(() => {});
        expect(chips).toHaveLength(1);
      }, 15_000);
      answerChip(0, { kind: 'ready', chip: 'A fast one', times: null });
      void renderer.describe().catch(() => {});
      await new Promise((done) => setTimeout(done));
    }

    test('asks it for what is painted often, and paints on without it while it is not there', async () => {
      const chip = setUpChip();
      for (const _ of seldom) chip.paint().catch(() => {});
      await new Promise((done) => setTimeout(done));
      expect(chip.chips).toHaveLength(0);
      await openChip(chip);
      const painting = chip.paint();
      await new Promise((done) => setTimeout(done));
      expect(chip.chips[0]!.received.at(-1)).toMatchObject({
        name: 'paintOnGpu',
        input: { genome, request: sharp },
      });
      chip.answerChip(1, bitmap);
      expect(await painting).toBe(bitmap);
      chip.renderer.dispose();
      expect(chip.pooled[0]!.received.length).toBeGreaterThan(0);
      chip.pool.dispose();
    });

    test('reads pixels without it, so that no file hangs on it', async () => {
      const chip = setUpChip('webgl');
      await openChip(chip);
      const heardBefore = chip.chips[0]!.received.length;
      chip.renderer.readPixels(genome, sharp).catch(() => {});
      await new Promise((done) => setTimeout(done));
      expect(chip.chips[0]!.received).toHaveLength(heardBefore);
      chip.renderer.dispose();
      chip.pool.dispose();
    });

    test('paints by the workers what the chip lost, and tells of it', async () => {
      const chip = setUpChip('webgl');
      const heard: Fall[] = [];
      chip.renderer.watch((fall) => heard.push(fall));
      await openChip(chip);
      const painting = chip.paint();
      await new Promise((done) => setTimeout(done));
      chip.chips[0]!.say({
        kind: 'failed',
        id: chip.chips[0]!.runId(1),
        message: 'The WebGL context was lost.',
      });
      await new Promise((done) => setTimeout(done));
      expect(heard).toEqual(['gpu-lost']);
      const runs = chip.pooled[0]!.received.filter(({ kind }) => kind === 'run');
      for (const { id } of runs) chip.pooled[0]!.say({ kind: 'done', id, output: painted });
      for (let i = 1; i < 40; i++) {
        const next = chip.pooled[0]!.received.filter(({ kind }) => kind === 'run').at(-1)!;
        chip.pooled[0]!.say({ kind: 'done', id: next.id, output: painted });
      }
      expect(await painting).toBe(bitmap);
      chip.renderer.dispose();
      chip.pool.dispose();
    });

    test('asks no more for a shape it made no shader for, and tells which', async () => {
      const chip = setUpChip('webgl');
      await openChip(chip);
      const turn = () => new Promise((done) => setTimeout(done));
      const ignored = (painting: Promise<unknown>) => void painting.catch(() => {});
      ignored(chip.paint());
      await turn();
      chip.answerChip(1, 'refused');
      await turn();
      const alike = { ...genome, layers: genome.layers.map((layer) => ({ ...layer })) };
      const other = sampleGenome('orchard', 11);
      for (const next of [genome, alike, other]) ignored(chip.renderer.paint(next, sharp));
      await turn();
      const asked = chip.chips[0]!.received.filter((message) => message.kind === 'run');
      expect(asked.slice(1).map(({ input }) => input)).toEqual([
        { genome, request: sharp },
        { genome: other, request: sharp },
      ]);
      const report = chip.renderer.describe();
      await turn();
      // Each answer brings the next question.
      for (const message of chip.pooled[0]!.received) {
        if (message.kind !== 'run') continue;
        const output = message.name === 'painters' ? inPlace : painted;
        chip.pooled[0]!.say({ kind: 'done', id: message.id, output });
      }
      expect((await report).webgl.shaderless).toEqual([genome]);
      chip.renderer.dispose();
      chip.pool.dispose();
    });

    test('leaves it alone when another is forced, and takes it as it is when it is forced itself', async () => {
      const chip = setUpChip('wasm-plain');
      for (let i = 0; i < 30; i++) chip.paint().catch(() => {});
      await new Promise((done) => setTimeout(done));
      expect(chip.chips).toHaveLength(0);
      chip.renderer.force('webgl');
      await openChip(chip);
      expect(chip.chips[0]!.received).toMatchObject([{ name: 'openGpu', input: { isForced: true } }]);
      chip.renderer.force(null);
      await new Promise((done) => setTimeout(done));
      expect(chip.chips[0]!.isTerminated).toBe(true);
      chip.renderer.dispose();
      chip.pool.dispose();
    });
  });
});
