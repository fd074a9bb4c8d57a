import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { fillBy } from './fill-studio.ts';
import { openStudio } from './open-studio.ts';
import {
  artworkOf,
  artworksOf,
  expectName,
  focusedArtwork,
  nameOf,
  phone,
  small,
  tile,
  untilDrawnSharp,
  untilNamed,
  untilSharp,
} from './studio-steps.ts';

const options = (page: Page) => page.getByRole('option');
const hungCount = (page: Page) => options(page).count();
const placeInSet = (page: Page) =>
  page.evaluate(() => Number(document.activeElement?.getAttribute('aria-posinset') ?? 0));

const hundreds = 300;

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
  const rated = stars.map(([index]) => ids[index]!);
  await expect.poll(() => hung(page)).toEqual(rated.toReversed());
  return rated;
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
    const second = options(page).nth(1);
    expect(await second.getAttribute('aria-posinset')).toBe('2');
    expect(await second.getAttribute('aria-setsize')).toBe('4');
    expect(await nameOf(second)).toMatch(/^[A-Z].*\. .*\. You gave 1 of 5\.$/);
    await untilSharp(page, '[role=option]', 4);

    await page.getByRole('button', { name: 'Newest first. Show by rating' }).click();
    await expect.poll(() => hung(page)).toEqual([b, d, a, c]);
    await page.getByRole('button', { name: 'At least 4 of 5' }).click();
    await expect.poll(() => hung(page)).toEqual([b, d]);

    await page.reload();
    await expect.poll(() => hung(page)).toEqual([d, c, b, a]);
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
    await expect.poll(() => focusedArtwork(page)).toBe(order[1]);
    const focusedIndex = async () => order.indexOf((await focusedArtwork(page))!);
    await page.keyboard.press('ArrowDown');
    await expect.poll(focusedIndex).toBeGreaterThan(2);
    const below = await focusedIndex();
    await page.keyboard.press('ArrowUp');
    await expect.poll(focusedIndex).toBeLessThan(below);
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

    // By mouse, as with files: what was shown is the first of them; by its mark; all between; and one alone.
    const selected = () =>
      page
        .getByRole('option', { selected: true })
        .evaluateAll((all) => all.map((option) => option.getAttribute('data-artwork')));
    const at = (index: number) => page.locator(`[data-artwork="${order[index]}"]`);
    await at(2).click();
    await at(4).click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(selected).toEqual([order[2], order[4]]);
    await at(3).hover();
    await at(3).locator('.select-mark').click();
    await at(2).click({ modifiers: ['ControlOrMeta'] });
    await expect.poll(selected).toEqual([order[3], order[4]]);
    await at(6).click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(order.slice(2, 7));
    await at(1).click();
    await expect.poll(selected).toEqual([]);

    await page.keyboard.press('c');
    await page
      .getByRole('status')
      .getByText(/^Compare needs two to four pictures: select them/)
      .waitFor();
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(2);
    await page.getByText('2 selected').waitFor();

    // Larger, and back.
    const heightOf = async () => (await options(page).first().boundingBox())!.height;
    const plain = await heightOf();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await expect.poll(heightOf).toBeGreaterThan(plain * 1.2);
    await page.keyboard.press('Backspace');
    await expect.poll(heightOf).toBe(plain);

    await page.keyboard.press('c');
    const compared = page.getByRole('dialog', { name: 'Compare' });
    await compared.getByText(/^Picture distance \.\d\d, as between /).waitFor();
    await untilDrawnSharp(page, '.compare-pane', 2);
    // One hand for both.
    const looks = () =>
      compared
        .locator('.compare-pane')
        .evaluateAll((all) => all.map((canvas) => (canvas as HTMLCanvasElement).toDataURL()));
    const whole = await looks();
    await compared.getByRole('img').first().focus();
    await page.keyboard.press('+');
    await expect
      .poll(async () => (await looks()).map((look, pane) => look === whole[pane]))
      .toEqual([false, false]);
    await untilSharp(page, '.compare-pane', 2);
    await compared.getByRole('radio', { name: 'Wipe' }).check({ force: true });
    await compared.getByRole('slider', { name: 'How much of the first is seen' }).press('End');
    await untilSharp(page, '.compare-pane', 2);
    await page.keyboard.press('Escape');
    await compared.waitFor({ state: 'hidden' });
    await expect.poll(() => page.getByRole('option', { selected: true }).count()).toBe(2);
    await page.keyboard.press('Delete');
    await expect.poll(() => hung(page)).toEqual([order[0], ...order.slice(3)]);
    // The focus is on what took its place.
    await expect.poll(() => focusedArtwork(page)).toBe(order[4]);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    // Each in its old place.
    await expect.poll(() => hung(page)).toEqual(order);
    await page.reload();
    await expect.poll(() => hung(page)).toEqual(order);
    await close();
  });

  test('holds 60 pictures of hundreds; finds, collects, deletes and brings back', async () => {
    const { page, context, url, close } = await openStudio({ fragment: '#/gallery', context: small });
    await page.getByText('Nothing kept yet.', { exact: false }).waitFor();
    const harness = inject('harness');
    if ('fault' in harness) throw new Error(harness.fault);
    await fillBy(context, { studio: url, harness: harness.url }, (filling) =>
      filling.evaluate(async (count) => {
        const { fillWithStones } = await window.palate.fillGallery();
        await fillWithStones(count);
      }, hundreds),
    );
    await page.reload();
    await expect.poll(() => hungCount(page), { timeout: 30_000 }).toBeGreaterThan(5);
    const first = options(page).first();
    await expect.poll(() => first.getAttribute('aria-setsize')).toBe(`${hundreds}`);
    expect(await hungCount(page)).toBeLessThanOrEqual(60);

    await page.keyboard.press('Control+k');
    await page.keyboard.type('export');
    await page.getByRole('option', { name: 'Export needs a picture' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('status').getByText('Export needs a picture: open or choose one first.').waitFor();

    await first.focus();
    for (let row = 0; row < 12; row++) await page.keyboard.press('ArrowDown');
    await expect.poll(() => placeInSet(page)).toBeGreaterThan(24);
    await page.keyboard.press('End');
    await expect.poll(() => placeInSet(page)).toBe(hundreds);
    expect(await hungCount(page)).toBeLessThanOrEqual(60);
    await page.keyboard.press('Home');
    await expect.poll(() => placeInSet(page)).toBe(1);

    await page.keyboard.press('/');
    await page.keyboard.type('stone 7');
    // 7, and 70 to 79.
    await expect.poll(() => hungCount(page)).toBe(11);
    await page.getByText('11 artworks found.').waitFor();
    expect(new URL(page.url()).hash).toBe('#/gallery/q/stone%207');
    await page.getByLabel('Search the gallery').fill('stome');
    await page.getByText(/^Nothing called "stome"\. Close: Stone \d+; Stone \d+; Stone \d+\.$/).waitFor();
    await page.getByLabel('Search the gallery').fill('stone 7');
    await expect.poll(() => hungCount(page)).toBe(11);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.getByText('3 selected').waitFor();

    await page.keyboard.press('a');
    await page.getByLabel('Name of a new collection').fill('Quiet ones');
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: 'Quiet ones 3' });
    await link.click();
    await expect.poll(() => hungCount(page)).toBe(3);
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.keyboard.type('Still lives');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/gallery\/c\/Still%20lives$/);
    await page.getByRole('link', { name: /^Everything/ }).click();
    await expect.poll(() => hungCount(page)).toBeGreaterThan(5);
    await options(page)
      .first()
      .dragTo(page.getByRole('link', { name: 'Still lives 3' }));
    await page.getByRole('link', { name: 'Still lives 4' }).click();
    await expect.poll(() => hungCount(page)).toBe(4);

    await options(page).nth(1).focus();
    const gone = (await focusedArtwork(page))!;
    await page.keyboard.press('Delete');
    await expect.poll(() => hung(page)).not.toContain(gone);
    await page.getByRole('link', { name: 'Trash 1' }).click();
    await expect.poll(() => hung(page)).toEqual([gone]);
    await options(page).first().focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Bring back' }).click();
    await page.getByText('The trash is empty.').waitFor();
    await page.keyboard.press('z');
    await expect.poll(() => hung(page)).toEqual([gone]);
    await page.keyboard.press('Shift+Z');
    await page.getByText('The trash is empty.').waitFor();

    await page.goto(`${page.url().split('#')[0]}#/gallery/c/Still%20lives`);
    await page.reload();
    await expect.poll(() => hungCount(page)).toBe(4);
    expect(await hung(page)).toContain(gone);
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
