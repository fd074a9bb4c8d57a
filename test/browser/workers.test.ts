import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { type PaintRequest, wholeRegion } from '#core/cppn/pixels.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { plain } from '../plain.ts';
import { type OpenedPage, openHarness } from './open-studio.ts';

function requestOf(sidePx: number, samples: PaintRequest['samples'] = 1): PaintRequest {
  const size = { widthPx: sidePx, heightPx: sidePx };
  return { size, region: wholeRegion(size), view: wholeView, samples, grain: 'pixel', dither: true };
}

/** The plain build's bytes, as every machine has them. */
const bytesOf = (genome: Genome, request: PaintRequest) => Buffer.from(runToEnd(plain(genome, request)).data);

let opened: OpenedPage;
let page: Page;

beforeAll(async () => {
  opened = await openHarness();
  page = opened.page;
});

afterAll(() => opened.close());

/** Paints in the page by way of a real worker; the bytes of the bitmap as a canvas gives them back, and those of readPixels. */
const paintInPage = (genomes: readonly Genome[], request: PaintRequest) =>
  page.evaluate(
    async ([genomes, request]) => {
      const { createPool } = await window.palate.pool();
      const { createWorker } = await window.palate.createWorker();
      const { createRenderer } = await window.palate.renderer();
      const pool = createPool({ createWorker, size: 2 });
      const renderer = createRenderer({ workers: pool });
      // An array of numbers would take the driver seconds to carry over.
      const base64 = (bytes: Uint8ClampedArray) => btoa(String.fromCharCode(...bytes));
      const context = document.createElement('canvas').getContext('2d')!;
      const pictures = await Promise.all(
        genomes.map(async (genome) => {
          const bitmap = await renderer.paint(genome, request);
          Object.assign(context.canvas, { width: bitmap.width, height: bitmap.height });
          context.drawImage(bitmap, 0, 0);
          const painted = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
          bitmap.close();
          const read = await renderer.readPixels(genome, request);
          return { painted: base64(painted), read: base64(read.data) };
        }),
      );
      pool.dispose();
      return pictures;
    },
    [genomes, request] as const,
  );

describe('a worker in Chromium', () => {
  test('reads every recipe with the bytes of the plain build in Node, and paints it within a level of the reference', async () => {
    const genomes = recipeNames.map((recipe) => sampleGenome(recipe, 4217));
    const request = requestOf(64, 2);
    const pictures = await paintInPage(genomes, request);
    for (const [index, { painted, read }] of pictures.entries()) {
      const expected = bytesOf(genomes[index]!, request).toString('base64');
      expect(read === expected, `${recipeNames[index]} by readPixels`).toBe(true);
      const shown = Buffer.from(painted, 'base64');
      const defined = paintRegion(genomes[index]!, request).data;
      const isNear = defined.every((byte, i) => Math.abs(byte - shown[i]!) <= 1);
      expect(isNear, `${recipeNames[index]} by paint`).toBe(true);
    }
  });

  test('is free again soon after an abort in the middle of a picture of 4096 px, which is rejected at once', async () => {
    const measured = await page.evaluate(
      async ([genome, large, small]) => {
        const { createPool } = await window.palate.pool();
        const { createWorker } = await window.palate.createWorker();
        const pool = createPool({ createWorker, size: 1 });
        const abort = new AbortController();
        const heard: { readonly progress: number; readonly atMs: number }[] = [];
        const long = pool.run(
          'readPixels',
          { genome, request: large },
          {
            signal: abort.signal,
            onProgress: (progress) => heard.push({ progress, atMs: performance.now() }),
          },
        );
        const outcome = long.then(
          () => 'done',
          (error: DOMException) => error.name,
        );
        while (heard.length < 3) await new Promise((done) => setTimeout(done, 10));
        const start = performance.now();
        abort.abort();
        const atOnce = await Promise.race([
          outcome,
          new Promise<string>((late) => setTimeout(late, 0, 'late')),
        ]);
        // Not more urgent than the long one: it waits until that has left the worker.
        await pool.run('readPixels', { genome, request: small });
        const freeMs = performance.now() - start;
        pool.dispose();
        const [first, last] = [heard[0]!, heard.at(-1)!];
        const wholeMs = (last.atMs - first.atMs) / (last.progress - first.progress);
        return { atOnce, share: freeMs / wholeMs };
      },
      [sampleGenome('fold', 1), requestOf(4096, 2), requestOf(4)] as const,
    );
    expect(measured.atOnce).toBe('AbortError');
    // Of the time that the picture takes.
    expect(measured.share).toBeLessThan(0.1);
  });

  test('paints a small picture while a large one is set aside, and then goes on with that', async () => {
    const ended = await page.evaluate(
      async ([genome, large, small]) => {
        const { createPool } = await window.palate.pool();
        const { createWorker } = await window.palate.createWorker();
        const pool = createPool({ createWorker, size: 1 });
        const ended: string[] = [];
        const first = new Promise<void>((heard) => {
          void pool
            .run(
              'readPixels',
              { genome, request: large },
              { priority: 'background', onProgress: () => heard() },
            )
            .then(() => ended.push('large'));
        });
        await first;
        await pool.run('readPixels', { genome, request: small }, { priority: 'coarse' });
        ended.push('small');
        while (ended.length < 2) await new Promise((done) => setTimeout(done, 10));
        pool.dispose();
        return ended;
      },
      [sampleGenome('silk', 1), requestOf(2048, 2), requestOf(32)] as const,
    );
    expect(ended).toEqual(['small', 'large']);
  });

  test('gives signs of life while it works', async () => {
    const first = await page.evaluate(
      async ([genome, request]) => {
        const { createPool } = await window.palate.pool();
        const { createWorker } = await window.palate.createWorker();
        let tell = (_: string) => {};
        const heard = new Promise<string>((resolve) => (tell = resolve));
        let aliveCount = 0;
        const pool = createPool({
          size: 1,
          createWorker: () => {
            const worker = createWorker();
            worker.addEventListener('message', ({ data }) => {
              // The first is its first word.
              if (data.kind === 'alive' && ++aliveCount === 3) tell('two more signs');
            });
            return worker;
          },
        });
        const abort = new AbortController();
        const painted = pool.run('readPixels', { genome, request }, { signal: abort.signal });
        const first = await Promise.race([heard, painted.then(() => 'the picture')]);
        abort.abort();
        await painted.catch(() => undefined);
        pool.dispose();
        return first;
      },
      [sampleGenome('fold', 1), requestOf(4096, 2)] as const,
    );
    expect(first).toBe('two more signs');
  });

  for (const fault of ['hangs', 'vanishes', 'crashes'] as const) {
    test(`is replaced when it ${fault}, and the picture still comes`, async () => {
      const genome = sampleGenome('petal', 7);
      const request = requestOf(64);
      const { bytes, startedCount } = await page.evaluate(
        async ([fault, genome, request]) => {
          const { createFaultyPool } = await window.palate.faultyWorkers();
          const { pool, startedCount } = createFaultyPool(fault);
          const read = await pool.run('readPixels', { genome, request });
          pool.dispose();
          return { bytes: [...read.data], startedCount: startedCount() };
        },
        [fault, genome, request] as const,
      );
      expect(startedCount).toBe(2);
      expect(Buffer.from(bytes).equals(bytesOf(genome, request))).toBe(true);
    });
  }

  test('gives up on a job that hangs two workers, and paints the next', async () => {
    const result = await page.evaluate(
      async ([genome, request]) => {
        const { createFaultyPool } = await window.palate.faultyWorkers();
        const { pool, startedCount } = createFaultyPool('hangs', 2);
        const poison = pool.run('readPixels', { genome, request }).catch((error: unknown) => error);
        const next = pool.run('readPixels', { genome, request });
        const error = await poison;
        await next;
        pool.dispose();
        return { fault: error instanceof Error && 'fault' in error && error.fault, started: startedCount() };
      },
      [sampleGenome('pastel', 2), requestOf(16)] as const,
    );
    expect(result).toEqual({ fault: 'silent', started: 3 });
  });

  test('proposes a wall with words, and tells how far it is', async () => {
    const { proposals, heard } = await page.evaluate(async () => {
      const { createPool } = await window.palate.pool();
      const { createWorker } = await window.palate.createWorker();
      const pool = createPool({ createWorker, size: 1 });
      const heard: number[] = [];
      const wall = await pool.run(
        'propose',
        { seed: 1, parents: [], count: 3, wildCount: 0, distance: 0.1, changed: 'everything', seen: [] },
        { onProgress: (progress) => heard.push(progress) },
      );
      pool.dispose();
      return { proposals: wall.proposals.map(({ title, altText }) => ({ title, altText })), heard };
    });
    expect(proposals).toHaveLength(3);
    for (const { title, altText } of proposals) {
      expect(title).toMatch(/^\S.*\S$/);
      expect(altText).toMatch(/\.$/);
    }
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.every((progress) => progress >= 0 && progress <= 1)).toBe(true);
  });
});

describe('a worker in Chromium, given a file', () => {
  test('refuses what is no artwork with a sentence', async () => {
    const opened = await page.evaluate(async () => {
      const { createPool } = await window.palate.pool();
      const { createWorker } = await window.palate.createWorker();
      const pool = createPool({ createWorker, size: 1 });
      const opened = await pool.run('openFile', new File(['just words'], 'note.txt'));
      pool.dispose();
      return opened;
    });
    expect(opened).toMatchObject({ kind: 'refused', sentence: expect.stringMatching(/\.$/) });
  });
});

describe('trustScriptUrl', () => {
  test('refuses a script of another origin before the browser is asked', async () => {
    const refused = await page.evaluate(async () => {
      const { trustScriptUrl } = await window.palate.trustedTypes();
      const outcome = (url: string) => {
        try {
          return `passed ${trustScriptUrl(url)}`;
        } catch (error) {
          return error instanceof TypeError ? 'TypeError' : String(error);
        }
      };
      return [
        'https://example.invalid/worker.js',
        '//example.invalid/x',
        'data:text/javascript,1',
        'blob:null/1',
      ].map(outcome);
    });
    expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError']);
  });
});
