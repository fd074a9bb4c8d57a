import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openStudio } from './open-studio.ts';
import {
  artworkOf,
  artworksOf,
  expectName,
  focusedArtwork,
  nameOf,
  phone,
  tile,
  untilNamed,
  untilSharp,
} from './studio-steps.ts';

const options = (page: Page) => page.getByRole('option');
const hung = (page: Page) =>
  options(page).evaluateAll((all) => all.map((option) => option.getAttribute('data-artwork')));

/** Rates tiles of the first wall, in this order, and goes to the gallery. */
async function rateAndGo(page: Page, stars: readonly (readonly [index: number, stars: number])[]) {
  await untilNamed(page);
  for (const [index, value] of stars) {
    await tile(page, index).focus();
    await page.keyboard.press(`${value}`);
    await expectName(tile(page, index), new RegExp(`You gave ${value} of 5`));
  }
  const ids = await artworksOf(page);
  await page.getByRole('link', { name: 'Gallery' }).click();
  await expect.poll(() => options(page).count()).toBe(stars.length);
  return stars.map(([index]) => ids[index]!);
}

describe('the gallery', () => {
  test('says what hangs here while nothing does, and leads to the wall', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    const id = await artworkOf(tile(page, 4));
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.getByText('Nothing kept yet. Rate a picture, or press S on it, and it hangs here.').waitFor();
    await page.locator('.faint').nth(4).click();
    await page.waitForURL(new RegExp(`#/art/${id}$`));
    await page.keyboard.press('s');
    await page.getByText('Kept. It hangs in the gallery.').waitFor();
    await page.getByRole('button', { name: /^Back/ }).click();
    await expect.poll(() => hung(page)).toEqual([id]);
    await close();
  });

  test('hangs what was rated, newest first or by rating, named as on the wall', async () => {
    const { page, close } = await openStudio();
    const [a, b, c, d] = await rateAndGo(page, [
      [0, 3],
      [3, 5],
      [7, 1],
      [9, 4],
    ]);
    expect(await page.getByRole('listbox').getAttribute('aria-multiselectable')).toBe('true');
    expect(await hung(page)).toEqual([d, c, b, a]);
    const second = options(page).nth(1);
    expect(await second.getAttribute('aria-posinset')).toBe('2');
    expect(await second.getAttribute('aria-setsize')).toBe('4');
    expect(await nameOf(second)).toMatch(/^[A-Z].*\. .*\. You gave 1 of 5\.$/);
    await untilSharp(page, '[role=option]', 4);

    await page.getByRole('radio', { name: 'By rating' }).check({ force: true });
    await expect.poll(() => hung(page)).toEqual([b, d, a, c]);

    await page.reload();
    await expect.poll(() => options(page).count()).toBe(4);
    expect(await hung(page)).toEqual([d, c, b, a]);
    await close();
  });

  test('moves, selects, opens and comes back by key; deletes, and takes it back', async () => {
    const { page, close } = await openStudio();
    const rated = await rateAndGo(
      page,
      [0, 1, 2, 3, 4, 5, 6, 7].map((index) => [index, 5] as const),
    );
    const order = [...rated].reverse();
    await options(page).first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await focusedArtwork(page)).toBe(order[1]);
    await page.keyboard.press('ArrowDown');
    const below = order.indexOf((await focusedArtwork(page))!);
    expect(below).toBeGreaterThan(3);
    await page.keyboard.press('ArrowUp');
    expect(order.indexOf((await focusedArtwork(page))!)).toBeLessThan(below);
    await page.keyboard.press('End');
    await expect.poll(() => focusedArtwork(page)).toBe(order[7]);
    await page.keyboard.press('Home');
    await expect.poll(() => focusedArtwork(page)).toBe(order[0]);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/art/${order[1]}$`));
    await page.keyboard.press('Escape');
    await expect.poll(() => focusedArtwork(page)).toBe(order[1]);
    expect(new URL(page.url()).hash).toBe('#/gallery');

    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(2);
    await page.getByText('2 selected').waitFor();
    await page.keyboard.press('Delete');
    await expect.poll(() => hung(page)).toEqual([order[0], ...order.slice(3)]);
    // The focus is on what took its place.
    await expect.poll(() => focusedArtwork(page)).toBe(order[4]);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    // What was brought back was written last, so it hangs first.
    const again = [order[1], order[2]];
    const others = order.filter((id) => !again.includes(id));
    const sorted = async () => {
      const all = await hung(page);
      return [all.slice(0, 2).sort(), all.slice(2)];
    };
    await expect.poll(sorted).toEqual([again.sort(), others]);
    await page.reload();
    await expect.poll(sorted).toEqual([again, others]);
    await close();
  });

  test('on a phone hangs two columns, and a tap opens', async () => {
    const { page, close } = await openStudio({ context: phone });
    const rated = await rateAndGo(page, [
      [0, 3],
      [1, 5],
      [2, 4],
    ]);
    const lefts = await options(page).evaluateAll((all) =>
      all.map((option) => Math.round(option.getBoundingClientRect().left)),
    );
    expect(new Set(lefts)).toEqual(new Set([8, 199]));
    await options(page).first().tap();
    await page.waitForURL(new RegExp(`#/art/${rated[2]}$`));
    await close();
  });
});
