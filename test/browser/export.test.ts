import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { paintRegion } from '#core/cppn/paint-region.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { plain } from '../plain.ts';
import { decodePng } from '../platform/export/decode-png.ts';
import { openStudio } from './open-studio.ts';
import {
  artworkOf,
  expectName,
  focusedArtwork,
  readDownload,
  small,
  tile,
  untilNamed,
} from './studio-steps.ts';

/** The document inside, found by hand: keyword, two flags, two empty texts, then JSON in UTF-8. */
function textInside(file: Uint8Array): string | null {
  const { chunks } = decodePng(file);
  const [chunk, ...others] = chunks.filter(
    ({ type, data }) => type === 'iTXt' && data.toString('latin1', 0, 7) === 'palate\0',
  );
  expect(others).toEqual([]);
  if (chunk === undefined) return null;
  expect(chunk.data.toString('hex', 7, 11)).toBe('00000000');
  return chunk.data.toString('utf8', 11);
}

async function openSheet(page: Page, index: number) {
  await untilNamed(page);
  await tile(page, index).focus();
  await page.keyboard.press('e');
  const sheet = page.getByRole('dialog', { name: 'Export' });
  await sheet.waitFor();
  return sheet;
}

describe('the export sheet', () => {
  test('writes a PNG with the pixels of the plain build, within a level of the reference, and the artwork inside', async () => {
    const { page, close } = await openStudio({ context: small });
    await untilNamed(page);
    await tile(page, 4).focus();
    await page.keyboard.press('Enter');
    await page.locator('main canvas[role=img]').waitFor();
    await page.keyboard.press('+');
    await page.keyboard.press('.');
    await page.keyboard.press('e');
    const sheet = page.getByRole('dialog', { name: 'Export' });
    await sheet.getByRole('radio', { name: '1080 px square' }).check({ force: true });
    await sheet.getByText('Drop this PNG back in and everything reopens.').waitFor();
    const coming = page.waitForEvent('download', { timeout: 100_000 });
    // Looked for from before it begins: a fast machine shows it for a moment.
    const progress = sheet.getByRole('progressbar').waitFor();
    await sheet.getByRole('button', { name: 'Export PNG' }).click();
    await progress;
    const download = await coming;
    const name = download.suggestedFilename();
    expect(name).toMatch(/^[a-z-]+-\d+-1080\.png$/);
    await sheet.getByText(`Saved as ${name}`).waitFor();

    const file = await readDownload(download);
    const { width, height, rgb } = decodePng(file);
    expect([width, height]).toEqual([1080, 1080]);
    const { genome, view, ...rest } = JSON.parse(textInside(file)!);
    expect(Object.keys(rest).sort()).toEqual(['altText', 'format', 'schema', 'title']);
    expect(view.zoom).toBe(1.25);
    expect(view.rotation).toBeCloseTo(-Math.PI / 36, 12);

    const size = { widthPx: 1080, heightPx: 1080 };
    for (const yPx of [0, 530, 1064]) {
      const region = { xPx: 0, yPx, widthPx: 1080, heightPx: 16 };
      const request = { size, region, view, samples: 2, grain: 'pixel', dither: true } as const;
      const withoutAlpha = (data: Uint8ClampedArray) => data.filter((_, i) => i % 4 !== 3);
      const inFile = rgb.subarray(yPx * 1080 * 3, (yPx + 16) * 1080 * 3);
      const painted = withoutAlpha(runToEnd(plain(genome, request)).data);
      expect(Buffer.compare(Buffer.from(painted), Buffer.from(inFile))).toBe(0);
      const defined = withoutAlpha(paintRegion(genome, request).data);
      expect(defined.every((byte, i) => Math.abs(byte - inFile[i]!) <= 1)).toBe(true);
    }
    await close();
  }, 240_000);

  test('leaves the network out when told to, at the size of the screen', async () => {
    const { page, close } = await openStudio({ context: { viewport: { width: 800, height: 300 } } });
    const sheet = await openSheet(page, 0);
    await sheet.getByRole('radio', { name: 'Screen size' }).check({ force: true });
    await sheet.getByRole('switch').uncheck();
    await sheet.getByText('A picture only: it cannot be opened here again.').waitFor();
    const coming = page.waitForEvent('download', { timeout: 100_000 });
    await sheet.getByRole('button', { name: 'Export PNG' }).click();
    const file = await readDownload(await coming);
    const { width, height } = decodePng(file);
    expect([width, height]).toEqual([800, 300]);
    expect(textInside(file)).toBe(null);
    await close();
  });

  test('knows paper, goes straight to disk when large, and leaves no file when it is cancelled', async () => {
    const { page, close } = await openStudio();
    const sheet = await openSheet(page, 3);
    await sheet.getByRole('radio', { name: 'Print' }).check({ force: true });
    await sheet.getByRole('radio', { name: 'A4 2,551 × 3,579' }).check({ force: true });
    await sheet.getByText('300 dpi, and 3 mm more on each side for the cut.').waitFor();
    await sheet.getByRole('radio', { name: 'Landscape' }).check({ force: true });
    await sheet.getByRole('radio', { name: 'A4 3,579 × 2,551', checked: true }).waitFor();

    // In the place of the browser's dialog, a folder of the page's own.
    await page.evaluate(() => {
      const showSaveFilePicker = async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true });
      Object.assign(window, { showSaveFilePicker });
    });
    const filesOnDisk = () =>
      page.evaluate(async () => {
        const names: string[] = [];
        const folder = (await navigator.storage.getDirectory()) as FileSystemDirectoryHandle & {
          keys(): AsyncIterable<string>;
        };
        for await (const name of folder.keys()) names.push(name);
        return names.filter((name) => name.includes('8192'));
      });
    await sheet.getByRole('radio', { name: 'Picture' }).check({ force: true });
    await sheet.getByRole('radio', { name: '32768 px square' }).check({ force: true });
    await sheet
      .getByText(/^Painting takes about .+ The file is about .+, written straight to disk\.$/)
      .waitFor();
    await sheet.getByRole('radio', { name: '8192 px square' }).check({ force: true });
    let downloadCount = 0;
    page.on('download', () => downloadCount++);
    await sheet.getByRole('button', { name: 'Export PNG' }).click();
    await sheet.getByText(/^[1-9]\d* % painted/).waitFor();
    expect((await filesOnDisk()).length).toBeGreaterThan(0);
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await sheet.getByRole('button', { name: 'Export PNG' }).waitFor();
    expect(await sheet.getByRole('progressbar').count()).toBe(0);
    await sheet.getByText('Cancelled. Nothing was written.').waitFor();
    expect(await filesOnDisk()).toEqual([]);

    // The loop is painted frame by frame, and let go of as well.
    const chooserTop = async () =>
      (await sheet.getByRole('radiogroup', { name: 'As what' }).boundingBox())!.y;
    const before = await chooserTop();
    await sheet.getByRole('radio', { name: 'Video' }).check({ force: true });
    expect(await chooserTop()).toBe(before);
    await sheet.getByRole('button', { name: 'Export video' }).click();
    await sheet.getByText(/^[1-9]\d* % painted/).waitFor();
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    await sheet.getByRole('button', { name: 'Export video' }).waitFor();
    await sheet.getByText('Cancelled. Nothing was written.').waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    const id = await artworkOf(tile(page, 3));
    await expect.poll(() => focusedArtwork(page)).toBe(id);

    // The workers are free again: a rating and a new tile come as always.
    await page.keyboard.press('2');
    await expectName(tile(page, 3), /You gave 2 of 5\./);
    await page.keyboard.press('x');
    await expect.poll(() => artworkOf(tile(page, 3)), { timeout: 60_000 }).not.toBe(id);
    expect(downloadCount).toBe(0);
    await close();
  });
});
