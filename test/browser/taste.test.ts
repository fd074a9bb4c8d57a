import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OpenedPage, openStudio } from './open-studio.ts';
import {
  artworkOf,
  expectName,
  focusedArtwork,
  nameOf,
  small,
  tile,
  untilNamed,
  untilWall,
} from './studio-steps.ts';

const given = [5, 1, 4, 2, 5, 1, 3, 2, 4, 1, 5, 2, 3, 4, 1];

/** Rates the tile with the focus as a hand on the keyboard does, and waits until that is seen. */
async function rateTile(page: Page, index: number): Promise<void> {
  await tile(page, index).focus();
  await page.keyboard.press(`${given[index]}`);
  await expectName(tile(page, index), new RegExp(`You gave ${given[index]} of 5`));
}

const status = (page: Page) => page.locator('.status-line');
const rings = (page: Page, index: number) => tile(page, index).locator('.ring');
const aboutGuess = /(So did I|I had guessed \d|I had said \d)/;

describe('the critic', () => {
  let opened: OpenedPage;
  let page: Page;
  let fourteenth: string;

  beforeAll(async () => {
    opened = await openStudio({ context: { ...small, colorScheme: 'dark' } });
    page = opened.page;
    await untilWall(page);
    await untilNamed(page);
  });
  afterAll(() => opened.close());

  test('tells of its first hunch, shows a guess when asked, and its ring beside a rating', async () => {
    for (let index = 0; index < 8; index++) await rateTile(page, index);
    await status(page).getByText('I have a first hunch. Rest on a picture and I will guess.').waitFor();
    expect(await page.locator('.ring').count()).toBe(0);

    // The focus alone reveals nothing.
    await tile(page, 8).focus();
    await page.waitForTimeout(900);
    expect(await nameOf(tile(page, 8))).not.toMatch(/hunch/);
    await page.keyboard.press('g');
    await expectName(tile(page, 8), /A hunch: [1-5] of 5\.$/);
    expect(await tile(page, 8).locator('.ring-words').textContent()).toMatch(/^a hunch: [1-5]$/);
    await expect.poll(() => rings(page, 8).count()).toBe(1);
    await rateTile(page, 8);
    await expectName(tile(page, 8), aboutGuess);

    for (let index = 9; index < 13; index++) {
      await rateTile(page, index);
      await expectName(tile(page, index), aboutGuess);
      await expect.poll(() => rings(page, index).count()).toBe(1);
    }
  });

  test('guesses under a pointer that rests on a picture, and not over the discs', async () => {
    await tile(page, 13).hover({ position: { x: 60, y: 40 } });
    await expectName(tile(page, 13), /A hunch: [1-5] of 5\.$/);
    const box = (await tile(page, 14).boundingBox())!;
    await page.mouse.move(box.x + 40, box.y + box.height - 22);
    await page.mouse.move(box.x + 46, box.y + box.height - 22);
    await page.waitForTimeout(900);
    expect(await nameOf(tile(page, 14))).not.toMatch(/hunch/);
    await page.mouse.move(0, 0);
    fourteenth = await artworkOf(tile(page, 14));
  });

  test('gives its reasons on W, until Escape', async () => {
    await tile(page, 12).focus();
    await page.keyboard.press('w');
    const note = page.getByRole('note');
    await note.getByText(/^I would say [1-5]\.$/).waitFor();
    await expect.poll(() => note.getByRole('listitem').count()).toBeGreaterThan(1);
    await page.keyboard.press('Escape');
    await expect.poll(() => note.count()).toBe(0);
  });

  test('opens Taste with what it can honestly say, and shows each counted guess by keyboard', async () => {
    await page.getByRole('link', { name: 'Taste' }).click();
    const headline = page.getByRole('heading', { level: 1 });
    await headline
      .getByText('I am still guessing. 13 ratings, and too few guesses to compare yet.')
      .waitFor();
    await page.getByText('Learned here, from 13 ratings. Nothing leaves this device.').waitFor();
    const columns = page.locator('.duet-column');
    // Of thirteen, eight came before the first guess, and one guess was seen first.
    await expect.poll(() => columns.count()).toBe(4);
    await columns.last().focus();
    await page.keyboard.press('ArrowLeft');
    expect(await columns.nth(2).evaluate((column) => column === document.activeElement)).toBe(true);
    expect(await nameOf(columns.nth(2))).toMatch(/\. You [1-5], (and so did I|I said [1-5])\.$/);
    await page.locator('.duet-note').waitFor();

    await page.getByRole('button', { name: /^Show as table: The last 4 guesses/ }).click();
    await expect.poll(() => page.getByRole('row').count()).toBe(5);
    await columns.nth(2).click();
    await page.locator('.verdict').getByText(aboutGuess).waitFor();
    const opened = await artworkOf(page.locator('.easel-canvas'));
    await page.keyboard.press('Escape');
    await headline.waitFor();
    // The focus is given back a frame later, and would be taken from whoever goes on before.
    await page.locator('.easel-canvas').waitFor({ state: 'detached' });
    await expect.poll(() => focusedArtwork(page)).toBe(opened);
  });

  test('asks there for what is not rated yet, and keeps the focus while pictures make way', async () => {
    const asked = page.locator('.asked-picture');
    await expect.poll(() => asked.count()).toBe(2);
    const unseen = asked.and(page.locator(`[data-artwork="${fourteenth}"]`));
    await unseen.focus();
    await page.keyboard.press('2');
    await expect.poll(() => asked.count()).toBe(1);
    await expect.poll(() => page.locator('.duet-column').count()).toBe(5);
    await asked.focus();
    await page.keyboard.press('5');
    const more = page.getByRole('button', { name: 'Fifteen new pictures' });
    await more.waitFor();
    await expect.poll(() => more.evaluate((button) => button === document.activeElement)).toBe(true);
    // One guess was seen first: it is no test of the critic.
    expect(await page.locator('.duet-column').count()).toBe(5);
    await page.getByRole('link', { name: /^\d pictures with 5 of 5, in the gallery$/ }).click();
    await page.getByRole('option').first().waitFor();
    await page.getByRole('link', { name: 'Taste' }).click();
  });

  test('comes back with its rings after a reload, and learns nothing anew', async () => {
    await page.reload();
    await page.getByText('Learned here, from 15 ratings. Nothing leaves this device.').waitFor();
    await expect.poll(() => page.locator('.duet-column').count()).toBe(5);
    await page.getByRole('link', { name: 'Explore' }).click();
    await untilWall(page);
    await expectName(tile(page, 11), aboutGuess);
    await expectName(tile(page, 8), aboutGuess);
    expect(await rings(page, 3).count()).toBe(0);
  });
});
