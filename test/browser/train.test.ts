import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openStudio } from './open-studio.ts';
import { dropFiles, untilNamed } from './studio-steps.ts';

const epochOf = (page: Page) =>
  page
    .locator('.train-pair figcaption')
    .last()
    .textContent()
    .then((text) => Number(/epoch (\d+)/.exec(text ?? '')?.[1] ?? 0));

const untilEpoch = (page: Page, epoch: number) =>
  expect.poll(() => epochOf(page), { timeout: 90_000 }).toBeGreaterThanOrEqual(epoch);

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a person copies an artwork, leaves it running, comes back after a reload, and rates the copy', async () => {
  const { page, close } = await openStudio({ context: { viewport: { width: 1200, height: 800 } } });
  await untilNamed(page);
  await page.getByRole('link', { name: 'Train' }).click();
  await button(page, 'Start').waitFor();
  const target = await page.getByRole('img', { name: /^The target: / }).getAttribute('aria-label');

  // One step: the loop tells its numbers.
  await button(page, 'One step').click();
  await page.getByText('768 numbers guessed').waitFor();
  await page.getByText(/^gradient length 0\.\d/).waitFor();

  // It goes on while the person is elsewhere.
  await page.keyboard.press('p');
  await untilEpoch(page, 2);
  await expect.poll(() => page.locator('.saving').textContent()).toMatch(/^Training on this device/);
  await page.getByRole('link', { name: 'Explore' }).click();
  await expect.poll(() => page.locator('.saving').textContent()).toMatch(/^Training, epoch \d+$/);
  await page.getByRole('link', { name: 'Train' }).click();
  await untilEpoch(page, 4);
  await page.keyboard.press('p');
  await button(page, 'Go on').waitFor();
  await page.getByRole('img', { name: /^The lighter, the further off/ }).waitFor();
  await page.getByRole('button', { name: 'Show as table: How wrong it is' }).click();
  await expect.poll(() => page.getByRole('row').count()).toBeGreaterThanOrEqual(4);
  await page.getByText('Saved on this device').waitFor();
  const epoch = await epochOf(page);

  await page.reload();
  await button(page, 'Go on').waitFor();
  await expect.poll(() => epochOf(page)).toBe(epoch);
  expect(await page.getByRole('img', { name: /^The target: / }).getAttribute('aria-label')).toBe(target);
  await button(page, 'Go on').click();
  await untilEpoch(page, epoch + 1);
  await button(page, 'Pause').click();
  await button(page, 'Go on').waitFor();

  // A picture of the network's own, from the chart to the easel, and rated there.
  await page.getByRole('button', { name: 'The network after 2 epochs. Take it to the easel.' }).click();
  await page.getByRole('radiogroup', { name: 'Your rating' }).waitFor();
  await page.keyboard.press('4');
  await page.getByRole('radio', { name: '4 of 5', checked: true }).waitFor();
  await page.keyboard.press('Escape');
  await button(page, 'Go on').waitFor();
  await page.getByRole('link', { name: 'Gallery' }).click();
  await page.getByRole('option', { name: /after 2 epochs.*You gave 4 of 5/ }).waitFor();

  // Any picture can be learned from, and a damaged one is refused in a sentence.
  await page.getByRole('link', { name: 'Train' }).click();
  await button(page, 'Go on').waitFor();
  const png = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(900, 300);
    const context = canvas.getContext('2d')!;
    context.fillStyle = 'teal';
    context.fillRect(0, 0, 900, 300);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/png' })).arrayBuffer())];
  });
  await dropFiles(page, [{ name: 'a_sea.png', type: 'image/png', bytes: Uint8Array.from(png) }]);
  await page.getByRole('img', { name: 'The target: a sea' }).waitFor();
  const cut = { name: 'cut.png', mimeType: 'image/png', buffer: Buffer.from(png.slice(0, 60)) };
  await page.getByLabel('A picture to copy').setInputFiles(cut);
  await page.getByText('This picture is damaged: it could not be decoded.', { exact: true }).waitFor();
  await page.getByRole('img', { name: 'The target: a sea' }).waitFor();

  // Points by keyboard: an empty plane, two classes, then told apart.
  await page.getByText('Tell apart').click();
  await button(page, 'Empty plane').click();
  const plane = page.getByRole('application');
  for (const [name, arrow] of [
    ['fig', 'ArrowLeft'],
    ['saffron', 'ArrowRight'],
  ] as const) {
    await page.getByRole('radio', { name }).focus();
    await page.keyboard.press('Space');
    await plane.focus();
    for (let point = 0; point < 4; point++) {
      await page.keyboard.press(`Shift+${arrow}`);
      await page.keyboard.press('Enter');
    }
  }
  await expect.poll(() => page.locator('.points:not(.still) .class-mark').count()).toBe(8);
  await button(page, 'Start').click();
  await page
    .getByText('Done: 200 epochs.')
    .waitFor({ timeout: 60_000 })
    .catch(async (error: unknown) => {
      throw new Error(`It stands at: ${await page.locator('main').textContent()}`, { cause: error });
    });
  await page.getByText('Nothing: every point is told right.').waitFor();
  await close();
});
