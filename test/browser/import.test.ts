import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { smallPng } from '../core/formats/palate-png.ts';
import { smallArtwork } from '../core/formats/small-artwork.ts';
import { openStudio } from './open-studio.ts';
import {
  dropFiles,
  expectName,
  readDownload,
  tile,
  untilEaselSharp,
  untilNamed,
  untilWall,
} from './studio-steps.ts';

/** Little to paint. */
const little = { viewport: { width: 720, height: 452 } };
const png = (name: string, bytes: Uint8Array) => ({ name, type: 'image/png', bytes });
const sheetOf = (page: Page) => page.getByRole('dialog', { name: 'Open' });
/** The size of the easel's canvas and a digest of its pixels. */
const canvasPixels = async (page: Page) =>
  (await untilEaselSharp(page)).evaluate(async (element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', data));
    return `${width}x${height} ${digest.join(' ')}`;
  });

describe('files', () => {
  test('an exported PNG gives the same picture in a second, fresh profile, stored only when kept', async () => {
    const first = await openStudio({ context: little });
    await untilNamed(first.page);
    await tile(first.page, 10).focus();
    await first.page.keyboard.press('5');
    await expectName(tile(first.page, 10), /You gave 5/);
    await first.page.keyboard.press('Enter');
    await first.page.locator('main canvas[role=img]').waitFor();
    await first.page.keyboard.press('-');
    const title = (await first.page.getByRole('heading', { level: 1 }).last().textContent())!;
    const exported = await canvasPixels(first.page);
    await first.page.keyboard.press('e');
    const exportSheet = first.page.getByRole('dialog', { name: 'Export' });
    await exportSheet.getByRole('radio', { name: 'Screen size' }).check({ force: true });
    const coming = first.page.waitForEvent('download', { timeout: 100_000 });
    await exportSheet.getByRole('button', { name: 'Export PNG' }).click();
    const file = await readDownload(await coming);
    await exportSheet.getByRole('radio', { name: 'Link' }).check({ force: true });
    const link = await exportSheet.getByRole('textbox', { name: 'Link' }).inputValue();
    expect(new URL(link).hash).toMatch(/^#\/a\/1[\w-]{1000,8000}$/);
    await first.close();

    const { page, close } = await openStudio({ context: little });
    await untilWall(page);
    await dropFiles(page, [png('from a friend.png', file)]);
    const sheet = sheetOf(page);
    await sheet.getByRole('heading', { name: title }).waitFor();
    await sheet.getByText(/^One artwork\. \w+ layers of [a-z ]+ neurons\. Keep it\?$/).waitFor();

    // To look stores nothing.
    await sheet.getByRole('button', { name: 'Just look' }).click();
    expect(await canvasPixels(page)).toBe(exported);
    expect(exported).toMatch(/^300x400 /);
    await page.getByText(/^Imported from from a friend\.png\./).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByText('Nothing kept yet.').waitFor();

    // The same by a link, over wherever one is; the address stays what was shared, and leads there again.
    await page.evaluate((hash) => {
      location.hash = hash;
    }, new URL(link).hash);
    await page.getByText(/^Opened from a shared link\./).waitFor();
    await page.reload();
    await page.getByText(/^Opened from a shared link\./).waitFor();
    expect(new URL(page.url()).hash).toBe(new URL(link).hash);
    expect(await canvasPixels(page)).toBe(exported);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByText('Nothing kept yet.').waitFor();

    await dropFiles(page, [png('from a friend.png', file)]);
    await sheet.getByRole('button', { name: 'Keep', exact: true }).click();
    const option = page.getByRole('option');
    await expectName(option, new RegExp(`^${title}\\. (?!.*You gave)`));
    await page.reload();
    await option.focus();
    await page.keyboard.press('Enter');
    expect(await canvasPixels(page)).toBe(exported);
    await close();
  }, 240_000);

  test('several files come in one list, and a bad one stops nothing', async () => {
    const { page, close } = await openStudio({ fragment: '#/gallery' });
    await page.getByText('Nothing kept yet.').waitFor();
    const damaged = smallPng.slice();
    damaged[60]! ^= 1;
    await dropFiles(page, [
      png('good.png', smallPng),
      png('damaged.png', damaged),
      png('cut.png', smallPng.slice(0, 90)),
      { name: 'notes.txt', type: 'text/plain', bytes: new TextEncoder().encode('Dear diary') },
      png('empty.png', new Uint8Array()),
    ]);
    const sheet = sheetOf(page);
    await sheet.getByText('1 of 5 can be opened. 4 could not be read.').waitFor();
    const lines = await sheet.getByRole('listitem').allTextContents();
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain(smallArtwork.title);
    for (const [index, name] of ['damaged.png', 'cut.png', 'notes.txt', 'empty.png'].entries()) {
      expect(lines[index + 1]).toContain(name);
      expect(lines[index + 1]).toMatch(/\w+\.$/);
    }
    // What it is called in the code is there for whoever asks.
    await sheet.getByTitle('unknown-format').waitFor();
    await sheet.getByRole('button', { name: 'Keep 1' }).click();
    await page.getByText('Kept 1 artwork.').waitFor();
    await expect.poll(() => page.getByRole('option').count()).toBe(1);

    // Once more: it says that it is here already, and stays one.
    await dropFiles(page, [png('again.png', smallPng)]);
    await sheet.getByText(/This artwork is here already/).waitFor();
    expect(await sheet.getByText('Keep it?').count()).toBe(0);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await page.getByRole('option').count()).toBe(1);
    await close();
  });

  test('come by the button and by pasting as well', async () => {
    const { page, close } = await openStudio();
    await untilWall(page);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Open a file' }).click();
    await (await chooser).setFiles({ name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(smallPng) });
    const sheet = sheetOf(page);
    await sheet.getByRole('heading', { name: smallArtwork.title }).waitFor();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });

    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['{"format":"palate","schema":999}'], 'new.json'));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    });
    await sheet.getByText(/newer version/).waitFor();
    await sheet.getByRole('button', { name: 'Close' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await close();
  });
});
