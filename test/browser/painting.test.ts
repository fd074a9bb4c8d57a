// Who paints, seen from outside: what takes over when a backend is refused, is told, and can be chosen.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { type Genome, genomeLimits } from '#core/cppn/genome.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { hashName } from '#core/math/random.ts';
import { productionHeaders } from '../../headers.ts';
import { paint, request, square } from '../core/cppn/paint.ts';
import { smallArtwork, smallGenome } from '../core/formats/small-artwork.ts';
import { decodePng } from '../platform/export/decode-png.ts';
import { bareAddress } from './fault-steps.ts';
import { openHarness, openStudio } from './open-studio.ts';
import { readDownload, small, tile, untilEaselSharp, untilNamed, untilSharp } from './studio-steps.ts';

const isWorker = /\/worker-[^/]+\.js$/;

async function openAbout(page: Page) {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type('about this machine');
  await page.keyboard.press('Enter');
  return page.getByRole('dialog', { name: 'About this machine' });
}

/** What is said of each backend, by its name. */
async function readAbout(page: Page): Promise<Record<string, string>> {
  const sheet = await openAbout(page);
  await sheet.getByText('Each of these gives the same picture.').waitFor();
  const names = await sheet.locator('dt').allTextContents();
  const words = await sheet.locator('dd').allTextContents();
  return Object.fromEntries(names.map((name, i) => [name, words[i]!]));
}

describe('painting', () => {
  test('without WebAssembly goes on in JavaScript, says so, and exports no blank picture', async () => {
    const { page, context, openTab, close } = await openStudio({
      fragment: bareAddress,
      context: { viewport: { width: 480, height: 360 } },
    });
    // As a host that sends another policy: workers have their own.
    const policy = productionHeaders['Content-Security-Policy'].replace(" 'wasm-unsafe-eval'", '');
    await context.route(isWorker, async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    const tab = await openTab();
    await page.close();
    await tab.getByRole('status').getByText('This browser runs no WebAssembly').waitFor();
    await untilSharp(tab);
    const about = await readAbout(tab);
    expect(about['WebAssembly, SIMD']).toMatch(/^Not here: .*(policy|unsafe-eval)/i);
    expect(about.JavaScript).toBe('Paints the screen and files.');
    await tab.keyboard.press('Escape');

    await untilNamed(tab);
    await tile(tab, 0).focus();
    await tab.keyboard.press('e');
    const sheet = tab.getByRole('dialog', { name: 'Export' });
    await sheet.getByRole('radio', { name: 'Screen size' }).check({ force: true });
    const coming = tab.waitForEvent('download', { timeout: 100_000 });
    await sheet.getByRole('button', { name: 'Export PNG' }).click();
    const { rgb } = decodePng(await readDownload(await coming));
    expect(new Set(rgb).size).toBeGreaterThan(20);
    await close();
  });

  test('by a backend that is chosen: in the sheet, over a reload, and by the address first', async () => {
    const { page, url, close } = await openStudio({ context: small });
    await untilSharp(page);
    const about = await readAbout(page);
    expect(about['WebAssembly, relaxed SIMD']).toBe('Paints the screen.');
    expect(about['WebGL 2, on the graphics chip']).toMatch(/^Not used: .*SwiftShader/);
    const sheet = page.getByRole('dialog', { name: 'About this machine' });
    await sheet.getByRole('combobox', { name: 'Paint the screen by' }).selectOption('JavaScript');
    await sheet.getByText('Paints the screen.').waitFor();
    await page.reload();
    await untilSharp(page);
    expect((await readAbout(page)).JavaScript).toBe('Paints the screen.');
    // A chip too slow for the easel, as this one is: it sharpens all the same.
    await page.goto(`${url}?painter=webgl`);
    await untilSharp(page);
    await tile(page, 0).focus();
    await page.keyboard.press('Enter');
    await untilEaselSharp(page);
    const byAddress = await readAbout(page);
    expect(byAddress['WebAssembly, relaxed SIMD']).toBe('Paints the screen.');
    expect(byAddress['WebGL 2, on the graphics chip']).toMatch(/^Paints what moves|stopped answering/);
    await close();
  });

  test('anew when the pixels were taken away, and at the density of another screen', async () => {
    const { page, context, close } = await openStudio({ context: small });
    await untilSharp(page);
    /** The canvas as the browser gives it back after its graphics process fell: clear. */
    const restore = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          canvas.getContext('2d')!.reset();
          canvas.dispatchEvent(new Event('contextrestored'));
        });
    const isPainted = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
          return new Set(data).size > 8;
        });
    const tileCanvas = '[role=gridcell] canvas.picture';
    await restore(tileCanvas);
    await expect.poll(() => isPainted(tileCanvas)).toBe(true);

    const densityOf = () =>
      page
        .locator(tileCanvas)
        .first()
        .evaluate((canvas: HTMLCanvasElement) => Math.round((10 * canvas.width) / canvas.clientWidth) / 10);
    await expect.poll(densityOf).toBe(1);
    const session = await context.newCDPSession(page);
    const { width, height } = small.viewport;
    for (const [more, deviceScaleFactor, density] of [
      [10, 2, 2],
      [20, 3, 2],
      [0, 1, 1],
    ] as const) {
      const metrics = { width: width + more, height, deviceScaleFactor, mobile: false };
      await session.send('Emulation.setDeviceMetricsOverride', metrics);
      await expect.poll(densityOf).toBe(density);
    }

    await tile(page, 0).focus();
    await page.keyboard.press('Enter');
    await untilEaselSharp(page);
    await restore('.easel-canvas');
    await expect.poll(() => isPainted('.easel-canvas')).toBe(true);
    await close();
  });
});

/** All weights that a file may bring. */
function largestGenome(): Genome {
  let fanIn = smallGenome.coordinates.inputs.length;
  const layers = [256, 256, 250, 3].map((units, l) => {
    const layer = {
      neurons: Array.from({ length: units }, (_, o) => hashName(l, o)),
      kernel: Array.from({ length: units * fanIn }, (_, i) => Math.fround(0.1 * Math.sin(i + l))),
      biases: Array.from({ length: units }, () => 0),
      activations: Array.from({ length: units }, () => 'tanh' as const),
    };
    fanIn = units;
    return layer;
  });
  return {
    ...smallGenome,
    layers,
    loop: { ...smallGenome.loop, u: Array(256).fill(0), v: Array(256).fill(0) },
  };
}

describe('a tab with 64 MB', () => {
  test('opens and paints the largest genome there may be, by every backend', async () => {
    const genome = largestGenome();
    const weightCount = genome.layers.reduce((sum, { kernel }) => sum + kernel.length, 0);
    expect(weightCount).toBeGreaterThan(0.99 * genomeLimits.weights);
    const json = artworkToJson({ ...smallArtwork, genome }, smallArtwork.view);
    const asked = request(square(24), { samples: 1 });
    const profileFolder = await mkdtemp(join(tmpdir(), 'palate-heap-'));
    try {
      const flags = ['--js-flags=--max-old-space-size=64'];
      const { page, close } = await openHarness({ profileFolder, flags });
      const kind = await page.evaluate(async (json) => {
        const { createPool } = await window.palate.pool();
        const { createWorker } = await window.palate.createWorker();
        const pool = createPool({ createWorker, size: 1 });
        const opened = await pool.run('openFile', new File([json], 'large.json'));
        pool.dispose();
        return opened.kind;
      }, json);
      expect(kind).toBe('artwork');
      const defined = paint(genome, asked).data;
      for (const backend of ['wasm-relaxed', 'wasm-plain', 'javascript'] as const) {
        const [painted] = await page.evaluate(
          async ([backend, genome, asked]) =>
            (await window.palate.paintAll()).paintAll(backend, [[genome, asked]]),
          [backend, genome, asked] as const,
        );
        const bytes = Buffer.from(painted!, 'base64');
        expect([backend, defined.every((byte, i) => Math.abs(byte - bytes[i]!) <= 1)]).toEqual([
          backend,
          true,
        ]);
      }
      await close();
    } finally {
      await rm(profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});
