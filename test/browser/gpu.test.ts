// Faults of the graphics chip, injected: the picture comes all the same. The chip is played by the processor here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { request, square } from '../core/cppn/paint.ts';
import { smallGenome } from '../core/formats/small-artwork.ts';
import { type OpenedPage, openHarness } from './open-studio.ts';
import { artworksOf, untilWall } from './studio-steps.ts';

const asked = request(square(24));
const defined = runToEnd(paintTiles(smallGenome, asked)).data;

/** Sums beyond a million, squared. */
const wild: Genome = {
  ...smallGenome,
  layers: smallGenome.layers.map((layer, l) => ({
    ...layer,
    kernel: layer.kernel.map((weight) => 1000 * weight),
    biases: layer.biases.map((bias) => 1000 * bias),
    activations: l === 0 ? ['square', 'softplus'] : layer.activations,
  })),
};

function expectDefined(bytes: readonly number[]): void {
  expect(bytes).toHaveLength(defined.length);
  expect(bytes.every((byte, i) => Math.abs(byte - defined[i]!) <= 1)).toBe(true);
}

describe('openGpuPainter', () => {
  let opened: OpenedPage;

  beforeAll(async () => {
    opened = await openHarness();
  });

  afterAll(() => opened.close());

  test('paints the same whether the weights fit into the uniforms or not', async () => {
    const [byUniforms, byTexture] = await opened.page.evaluate(
      async ([genome, asked]) => {
        const gpu = await window.palate.gpu();
        const painter = gpu.open();
        const pictures: number[][] = [];
        for (const uniformVectors of [1024, 8]) {
          const plan = gpu.plan(genome, asked, uniformVectors);
          if (plan.isInTexture !== (uniformVectors === 8)) throw new Error('Not as planned.');
          await gpu.untilReady(painter, plan);
          pictures.push(gpu.bytesOf(await painter.paint(plan)));
        }
        return pictures;
      },
      [smallGenome, asked] as const,
    );
    expectDefined(byUniforms!);
    expect(byTexture).toEqual(byUniforms);
  });

  test('paints what leaves every range as the definition does, but for one value in a hundred', async () => {
    const bytes = await opened.page.evaluate(
      async ([genome, asked]) => {
        const gpu = await window.palate.gpu();
        const painter = gpu.open();
        const plan = gpu.plan(genome, asked);
        await gpu.untilReady(painter, plan);
        return gpu.bytesOf(await painter.paint(plan));
      },
      [wild, asked] as const,
    );
    const wanted = runToEnd(paintTiles(wild, asked)).data;
    const nearCount = bytes.filter((byte, i) => Math.abs(byte - wanted[i]!) <= 1).length;
    expect(nearCount).toBeGreaterThan(0.99 * bytes.length);
  });

  test('gives no picture of a context that is lost before the pixels are there, nor afterwards', async () => {
    const outcomes = await opened.page.evaluate(
      async ([genome, asked]) => {
        const gpu = await window.palate.gpu();
        const painter = gpu.open();
        const plan = gpu.plan(genome, asked);
        await gpu.untilReady(painter, plan);
        const outcome = (painting: Promise<ImageBitmap>) =>
          painting.then(
            () => 'a picture',
            (error: Error) => error.message,
          );
        const first = outcome(painter.paint(plan));
        gpu.contexts.at(-1)!.getExtension('WEBGL_lose_context')!.loseContext();
        // A shader that goes with its context was not refused.
        const other = { ...plan, fragmentSource: `${plan.fragmentSource}// other` };
        const ready = outcome(gpu.untilReady(painter, other).then(() => painter.paint(other)));
        return [await first, await outcome(painter.paint(plan)), await ready];
      },
      [smallGenome, asked] as const,
    );
    expect(outcomes).toEqual([
      'The WebGL context was lost.',
      expect.stringMatching(/context (was|is) lost/),
      'The WebGL context was lost.',
    ]);
  });

  test('compiles a shader that is refused once, asks for none before it is done, waits 10 s, and keeps 24', async () => {
    const counts = await opened.page.evaluate(
      async ([genome, asked]) => {
        const gpu = await window.palate.gpu();
        const { prototype } = WebGL2RenderingContext;
        const { getProgramParameter, createProgram, deleteProgram } = prototype;
        const getExtension: (name: string) => unknown = prototype.getExtension;
        const completion = 0x91b1;
        let createdCount = 0;
        let deletedCount = 0;
        let isLinking = true;
        Object.assign(prototype, {
          getExtension(this: WebGL2RenderingContext, name: string) {
            return name === 'KHR_parallel_shader_compile'
              ? { COMPLETION_STATUS_KHR: completion }
              : getExtension.call(this, name);
          },
        });
        prototype.getProgramParameter = function (program, name) {
          if (name === completion) return !isLinking;
          if (isLinking) throw new Error('Asked before it was done.');
          return name === this.LINK_STATUS ? false : getProgramParameter.call(this, program, name);
        };
        prototype.createProgram = function () {
          createdCount++;
          return createProgram.call(this);
        };
        prototype.deleteProgram = function (program) {
          deletedCount++;
          deleteProgram.call(this, program);
        };
        const painter = gpu.open();
        const plan = gpu.plan(genome, asked);
        const states: string[] = [];
        for (let i = 0; i < 3; i++) states.push(painter.prepare(plan));
        isLinking = false;
        for (let i = 0; i < 3; i++) states.push(painter.prepare(plan));
        const refusedCount = createdCount;
        isLinking = true;
        const slow = { ...plan, fragmentSource: `${plan.fragmentSource}// slow` };
        const late = [painter.prepare(slow)];
        const now = performance.now.bind(performance);
        performance.now = () => now() + 10_001;
        late.push(painter.prepare(slow));
        performance.now = now;
        late.push(painter.prepare(slow));
        for (let i = 0; i < 30; i++)
          painter.prepare({ ...plan, fragmentSource: `${plan.fragmentSource}// ${i}` });
        Object.assign(prototype, { getProgramParameter, getExtension, createProgram, deleteProgram });
        return { states, refusedCount, late, keptCount: createdCount - deletedCount };
      },
      [smallGenome, asked] as const,
    );
    expect(counts).toEqual({
      states: ['compiling', 'compiling', 'compiling', 'refused', 'refused', 'refused'],
      refusedCount: 1,
      late: ['compiling', 'refused', 'refused'],
      keptCount: 24,
    });
  });

  test('is left alone, being software here, and pictures come all the same', async () => {
    const { state, painted } = await opened.page.evaluate(
      async ([genome, asked]) => {
        const gpu = await window.palate.gpu();
        const { renderer, dispose } = gpu.openForced();
        renderer.force(null);
        let painted = 0;
        for (let i = 0; i < 20; i++) {
          (await renderer.paint(genome, asked)).close();
          painted++;
        }
        const { webgl } = await renderer.describe();
        dispose();
        return { state: webgl.state.kind, painted };
      },
      [smallGenome, request(square(256))] as const,
    );
    expect({ state, painted }).toEqual({ state: 'software', painted: 20 });
  });
});

describe('a graphics chip whose process falls', () => {
  test('is tried anew, then left alone; every picture comes, and the wall is as it was', async () => {
    const profileFolder = await mkdtemp(join(tmpdir(), 'palate-chip-'));
    try {
      const { page, context, expectFault, close } = await openHarness({ profileFolder });
      const session = await context.browser()!.newBrowserCDPSession();
      const served = inject('studio');
      if ('fault' in served) throw new Error(served.fault);
      expectFault(/^request off-origin: http:\/\/localhost/);
      const studio = await context.newPage();
      await studio.goto(served.url);
      await untilWall(studio);
      const before = await artworksOf(studio);
      await page.bringToFront();

      const look = () => page.evaluate(async () => (await window.palate.gpu()).lasting.look());
      const paint = () =>
        page.evaluate(async ([genome, asked]) => (await window.palate.gpu()).lasting.paint(genome, asked), [
          smallGenome,
          asked,
        ] as const);
      for (let fallCount = 1; fallCount <= 3; fallCount++) {
        // The browser itself may give no context any more after the second.
        const { state } = await look();
        if (state === 'ready') await expect.poll(async () => (await paint()).isByChip).toBe(true);
        else expect(fallCount).toBe(3);
        await session.send('Browser.crashGpuProcess').catch(() => undefined);
        expectDefined((await paint()).bytes);
      }
      await expect.poll(async () => (await look()).state).toMatch(/^(lost|none)$/);
      expect((await look()).falls).toContain('gpu-lost');
      expectDefined((await paint()).bytes);
      expect(await artworksOf(studio)).toEqual(before);
      await close();
    } finally {
      await rm(profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});
