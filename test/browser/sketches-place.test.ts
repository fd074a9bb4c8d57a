import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { findWrong } from './find-wrong.ts';
import { openStudio } from './open-studio.ts';
import { dropFiles, readDownload, untilNamed } from './studio-steps.ts';

/** A number that any other picture would change. */
const fingerprint = (page: Page) =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.sketch-canvas canvas')!;
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    let sum = 0;
    for (let i = 0; i < data.length; i += 4) sum = (sum * 31 + data[i]!) % 1_000_003;
    return sum;
  });

test('the place Sketches: a person sets one, sees it change, keeps a still, draws with another picture, drops the still back in, and leaves nothing running', async () => {
  const { page, close } = await openStudio();
  await untilNamed(page);
  await page.getByRole('link', { name: 'Sketches', exact: true }).click();
  const canvas = page.locator('.sketch-canvas');
  await expect.poll(() => canvas.getAttribute('aria-busy')).toBe('false');
  expect(await canvas.getAttribute('aria-label')).toMatch(
    /^Threads\. Threads lie along .+ Drawn with .+\. ./,
  );
  // Under reduced motion it stands still until it is asked to move.
  await page.getByRole('button', { name: 'Play' }).waitFor();
  const first = await fingerprint(page);

  const slider = page.getByRole('slider', { name: 'how many' });
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => fingerprint(page)).not.toBe(first);
  const seed = page.getByRole('textbox', { name: 'seed' });
  await canvas.focus();
  await page.keyboard.press('n');
  await expect.poll(() => seed.inputValue()).not.toBe('4217');
  expect(await findWrong(page)).toEqual([]);

  const downloading = page.waitForEvent('download');
  await page.keyboard.press('s');
  const saved = await downloading;
  expect(saved.suggestedFilename()).toMatch(/^threads-.+-\d+-\d+x2160\.png$/);
  const kept = { count: await slider.getAttribute('aria-valuenow'), seed: await seed.inputValue() };
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Pause' }).waitFor();

  const drawnWith = page.locator('.drawn-with');
  const before = await drawnWith.textContent();
  await page.getByRole('button', { name: 'Choose another' }).click();
  await page.getByRole('dialog', { name: 'Draw with' }).getByRole('button').nth(2).click();
  await expect.poll(() => drawnWith.textContent()).not.toBe(before);

  await page.getByRole('link', { name: 'Rain', exact: true }).click();
  await expect.poll(() => canvas.getAttribute('aria-label')).toMatch(/^Rain\. /);
  await page.locator('.sketch-canvas canvas').waitFor();
  await page.getByRole('button', { name: 'Loop', disabled: true }).waitFor();

  const bytes = new Uint8Array(await readDownload(saved));
  await dropFiles(page, [{ name: 'still.png', type: 'image/png', bytes }]);
  await page.waitForURL(/#\/sketches\/threads$/);
  await page.getByText(/^Threads as it was saved, with /).waitFor();
  await expect.poll(() => seed.inputValue()).toBe(kept.seed);
  await expect.poll(() => slider.getAttribute('aria-valuenow')).toBe(kept.count);
  await expect.poll(() => drawnWith.textContent()).toBe(before);
  await page.getByRole('button', { name: 'Play' }).waitFor();

  await page.setViewportSize({ width: 390, height: 844 });
  // Below 720 px the controls are native ones.
  await page.getByRole('combobox', { name: 'palette' }).selectOption('Smoke');
  expect(await page.locator('.tp-rotv').count()).toBe(0);
  expect(await findWrong(page)).toEqual([]);

  await page.getByRole('link', { name: 'Explore' }).click();
  await expect.poll(() => page.locator('.p5Canvas').count()).toBe(0);
  await close();
});
