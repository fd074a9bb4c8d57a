// Steps that several browser tests take, as a person would.
import { buffer } from 'node:stream/consumers';
import type { Download, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

export const tiles = (page: Page) => page.getByRole('gridcell');
export const tile = (page: Page, index: number) => tiles(page).nth(index);

/** The wall is drawn; its pictures may still be gradients. */
export async function untilWall(page: Page): Promise<void> {
  await tile(page, 14).waitFor();
}

/** Every picture of the wall has its own words: the first wall gets them a little after its gradients. */
export async function untilNamed(page: Page): Promise<void> {
  const areNamed = () => {
    const cells = [...document.querySelectorAll('[role=gridcell]')];
    return cells.length >= 15 && cells.every((cell) => /\. .+\./.test(cell.getAttribute('aria-label') ?? ''));
  };
  await page.waitForFunction(areNamed, undefined, { timeout: 90_000 }); // as for sharp ones
}

export async function untilSharp(page: Page, selector = '[role=gridcell]', count = 15): Promise<void> {
  const isSharp = ([selector, count]: [string, number]) =>
    document.querySelectorAll(`${selector}[data-sharpness=sharp]`).length >= count;
  await page.waitForFunction(isSharp, [selector, count] as [string, number], {
    polling: 200,
    timeout: 90_000,
  });
}

const twoFrames = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Those pictures as under the hand: between the frames in which a change begins to be painted and what was painted is drawn. */
export async function untilDrawnSharp(page: Page, selector: string, count: number): Promise<void> {
  await twoFrames(page);
  await untilSharp(page, selector, count);
  await twoFrames(page);
}

export async function untilEaselSharp(page: Page): Promise<Locator> {
  await untilDrawnSharp(page, '.easel-canvas', 1);
  return page.locator('.easel-canvas');
}

export const nameOf = async (locator: Locator) => (await locator.getAttribute('aria-label')) ?? '';

export async function expectName(locator: Locator, pattern: RegExp): Promise<void> {
  await expect.poll(() => nameOf(locator)).toMatch(pattern);
}

export const artworkOf = async (locator: Locator) => (await locator.getAttribute('data-artwork'))!;

/** What all fifteen tiles show, in order. */
export const artworksOf = (page: Page) =>
  tiles(page).evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-artwork')));

export const wallName = (page: Page) => page.getByRole('grid').getAttribute('aria-label');

/** Waits until the wall of that number hangs. */
export async function untilWallNumber(page: Page, number: number): Promise<void> {
  await page.getByRole('grid', { name: `Wall ${number}`, exact: true }).waitFor({ timeout: 90_000 });
}

/** The artwork that has the focus. */
export const focusedArtwork = (page: Page) =>
  page.evaluate(() => document.activeElement?.getAttribute('data-artwork') ?? null);

/** Drops files on the page, as from a folder. */
export async function dropFiles(
  page: Page,
  files: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[],
): Promise<void> {
  const plain = files.map(({ name, type, bytes }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  await page.evaluate((plain) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of plain) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const fire = (kind: string) =>
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    fire('dragenter');
    fire('dragover');
    fire('drop');
  }, plain);
}

/** What was downloaded, as bytes. */
export const readDownload = async (download: Download) =>
  new Uint8Array(await buffer(await download.createReadStream()));

/** A small window, for tests that paint much and whose subject is no size. */
export const small = { viewport: { width: 920, height: 652 } };

export const phone = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 1,
  isMobile: true,
  hasTouch: true,
};
