import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findWrong } from './find-wrong.ts';
import { openStudio } from './open-studio.ts';
import { dropFiles, expectName, focusedArtwork, tile, untilNamed, untilWall } from './studio-steps.ts';

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe('the shell', () => {
  test('paints bar, bench and fifteen gradients before any script, without inline styles', async () => {
    const { page, close } = await openStudio({ context: { javaScriptEnabled: false } });
    expect(await page.locator('main svg.tile linearGradient').count()).toBe(15);
    expect(await page.locator('main').count()).toBe(1);
    expect(await page.locator('script[src]').count()).toBe(2);
    expect(await page.locator('script:not([src])').count()).toBe(0);
    expect(await page.locator('[style]').count()).toBe(0);
    const box = (await page.locator('main svg.tile').nth(6).boundingBox())!;
    expect(box).toEqual({ x: 387, y: 311, width: 250, height: 236 });
    await page.getByText('Pick what catches your eye.').waitFor();
    await close();
  });

  test('puts the app in place of the first paint, has landmarks and a link past the bar, and veils itself under files', async () => {
    const { page, close } = await openStudio();
    await untilWall(page);
    expect(await page.locator('.first-paint').count()).toBe(0);
    expect(await tile(page, 6).boundingBox()).toEqual({ x: 387, y: 311, width: 250, height: 236 });
    expect(await page.locator('main').count()).toBe(1);

    for (const role of ['banner', 'navigation', 'main', 'complementary', 'status', 'alert'] as const)
      expect([role, await page.getByRole(role).count()]).toEqual([role, 1]);
    await page.keyboard.press('Tab');
    await page.getByRole('link', { name: 'Skip to the wall' }).press('Enter');
    await expect.poll(() => focusedArtwork(page)).not.toBe(null);
    expect(new URL(page.url()).hash).toBe('');

    const isVeiled = () => page.locator('.drop-veil.over').count();
    const fire = (kind: string) =>
      page.evaluate((kind) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['x'], 'x.txt'));
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
      }, kind);
    await fire('dragenter');
    await expect.poll(isVeiled).toBe(1);
    await fire('dragleave');
    await expect.poll(isVeiled).toBe(0);
    await dropFiles(page, [{ name: 'x.txt', type: 'text/plain', bytes: new Uint8Array([120]) }]);
    await page.getByRole('dialog').getByText('This is text, not an artwork.').waitFor();
    await close();
  });

  test('follows the address, and says when it leads nowhere, or to no painter', async () => {
    const { page, url, close } = await openStudio({ fragment: '?painter=nonsense#/gallery' });
    await page.getByText('Nothing kept yet.').waitFor();
    await page.getByText('There is no painter of that name.').waitFor();
    await page.getByRole('link', { name: 'Explore' }).click();
    await untilWall(page);
    await page.goBack();
    await page.getByText('Nothing kept yet.').waitFor();
    await page.goto(`${url}?painter=nonsense#/nowhere`);
    await page.getByText('That address leads nowhere here. This is Explore.').waitFor();
    await untilWall(page);
    expect(new URL(page.url()).hash).toBe('#/explore');
    await close();
  });

  test('shows the keys, and lets single letters be switched off', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    await tile(page, 0).focus();
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keys' });
    await sheet.getByText('Breed 15 more').waitFor();
    expect(await findWrong(page)).toEqual([]);
    await sheet.getByRole('switch').uncheck();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    // The focus is back where it was, the letters are off, the named keys are not.
    await page.keyboard.press('4');
    await page.keyboard.press('Space');
    await expectName(tile(page, 0), /^(?!.*You gave).*Parent 1\.$/);
    // What is typed while the palette is still being fetched is not lost, and is no key either.
    let arrive = () => {};
    const fetched = new Promise<void>((resolve) => (arrive = resolve));
    await page.route(/\/shell-sheet-[^/]+\.js$/, async (route) => {
      await fetched;
      await route.continue();
    });
    await page.reload();
    await untilNamed(page);
    await tile(page, 0).focus();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('keyz');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('s');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').count()).toBe(0);
    arrive();
    await sheet.getByRole('switch').check();
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('4');
    await expectName(tile(page, 0), /You gave 4 of 5\./);
    await close();
  });

  test('holds at 400 % zoom, at 1024 px and on a phone without scrolling sideways', async () => {
    const viewports = [
      { width: 360, height: 225 },
      { width: 1024, height: 768 },
      { width: 390, height: 844 },
      { width: 1200, height: 640 },
    ];
    const { page, close } = await openStudio({ context: { viewport: viewports[0]! } });
    for (const [index, viewport] of viewports.entries()) {
      // Once the place is laid out for this window.
      const expectNotSideways = () =>
        expect.poll(async () => [viewport, await sideways(page)]).toEqual([viewport, 0]);
      await page.setViewportSize(viewport);
      await page.getByRole('link', { name: 'Explore' }).click();
      await untilNamed(page);
      await expectNotSideways();
      const last = tile(page, 14 - index);
      await last.focus();
      expect(await focusedArtwork(page)).toBe(await last.getAttribute('data-artwork'));
      await page.keyboard.press('s');
      await page.getByText('Kept. It hangs in the gallery.').waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Export' }).click();
      await page.getByRole('button', { name: 'Export PNG' }).waitFor();
      await expectNotSideways();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: 'Gallery' }).click();
      await page.getByRole('option').first().waitFor();
      await expectNotSideways();
    }
    await close();
  });

  test('moves nothing by itself under reduced motion', async () => {
    const { page, close } = await openStudio({ context: { reducedMotion: 'reduce' } });
    await untilNamed(page);
    await page.evaluate(() => {
      Element.prototype.animate = () => {
        throw new Error('Something was animated.');
      };
    });
    await tile(page, 2).focus();
    await page.keyboard.press('Space');
    await expectName(tile(page, 2), /Parent 1/);
    await page.keyboard.press('Enter');
    await page.locator('main canvas[role=img]').waitFor();
    const longest = await page.evaluate(() =>
      document
        .getAnimations()
        .map((animation) => Number(animation.effect?.getComputedTiming().duration))
        .reduce((longest, duration) => Math.max(longest, duration), 0),
    );
    expect(longest).toBeLessThanOrEqual(100);
    await close();
  });
});
