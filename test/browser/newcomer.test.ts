// What a newcomer comes to do, from a first visit to the end: once without a pointer, once with a finger only.
import type { CDPSession, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openStudio } from './open-studio.ts';
import {
  artworksOf,
  expectName,
  focusedArtwork,
  nameOf,
  phone,
  readDownload,
  small,
  tile,
  untilNamed,
  untilWallNumber,
} from './studio-steps.ts';

const activeName = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    return active?.getAttribute('aria-label') ?? active?.textContent ?? '';
  });

/** Presses Tab until the focus is on what is called so. */
async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let count = 0; count < 30; count++) {
    if (name.test(await activeName(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never came to ${name}; it is on ${await activeName(page)}.`);
}

/** A palette that a picture of this title does not have yet. */
const otherPalette = (title: string) => (title.startsWith('Beetroot') ? 'Persimmon' : 'Beetroot');

/** The artwork on the easel once it is another than `before`, in the palette that was chosen. */
async function untilRecolored(page: Page, palette: string, before: string): Promise<string> {
  await page.waitForURL((url) => url.hash.startsWith('#/art/') && !url.hash.endsWith(before));
  await page.getByRole('button', { name: palette, exact: true, pressed: true }).waitFor();
  return page.url().split('/').at(-1)!;
}

/** The first row found, once it says that it is there: a picture of the new wall may have the same title as one that hangs. */
const firstFound = (page: Page, detail: string) =>
  page.getByRole('option').first().filter({ hasText: detail });

async function find(page: Page, text: string, detail: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Search or do anything' }).waitFor();
  await page.keyboard.type(text);
  await firstFound(page, detail).waitFor();
  await page.keyboard.press('Enter');
}

/** As most people have it. */
const moving = { reducedMotion: 'no-preference' } as const;

const titleOf = (name: string) => name.split('.')[0]!;

describe('a newcomer', () => {
  test('sees, rates, breeds, recolours, opens, exports and finds again by keyboard alone', async () => {
    const { page, close } = await openStudio({ context: { ...small, ...moving } });
    await untilNamed(page);
    await page.keyboard.press('Tab');
    expect(await activeName(page)).toBe('Skip to the wall');
    await page.keyboard.press('Enter');
    const first = await artworksOf(page);
    await expect.poll(() => focusedArtwork(page)).toBe(first[0]);

    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('5');
    await expectName(tile(page, 1), /You gave 5 of 5/);
    const loved = titleOf(await nameOf(tile(page, 1)));
    await page.keyboard.press('Space');
    await expectName(tile(page, 1), /Parent 1/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.getByText('2 parents').waitFor();
    await tabTo(page, /^Breed 15 more/);
    await page.keyboard.press('Enter');
    await untilWallNumber(page, 2);
    expect((await artworksOf(page)).filter((id) => first.includes(id))).toEqual([]);

    await find(page, loved, 'Gallery');
    await page.waitForURL(new RegExp(`#/art/${first[1]}$`));
    await page.locator('main canvas[role=img]').waitFor();
    await expect.poll(() => page.title()).toBe(`${loved} · Palate`);
    const palette = otherPalette(loved);
    await page.getByRole('button', { name: palette, exact: true }).waitFor();
    await tabTo(page, new RegExp(`^${palette}$`));
    await page.keyboard.press('Enter');
    const recolored = await untilRecolored(page, palette, first[1]!);
    await page.keyboard.press('e');
    const sheet = page.getByRole('dialog', { name: 'Export' });
    await sheet.waitFor();
    const coming = page.waitForEvent('download', { timeout: 100_000 });
    await tabTo(page, /^Export PNG/);
    await page.keyboard.press('Enter');
    expect((await readDownload(await coming)).length).toBeGreaterThan(10_000);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await untilWallNumber(page, 2);

    await find(page, 'gallery', 'Go there');
    await expect.poll(() => page.title()).toBe('Gallery · Palate');
    const again = page.locator(`[role=option][data-artwork="${recolored}"]`);
    await again.waitFor();
    // The tile that it was asked from is gone.
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    await tabTo(page, new RegExp(`^${titleOf(await nameOf(again))}\\.`));
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/art/${recolored}$`));
    await close();
  });

  test('does the same by touch on a phone', async () => {
    const { page, context, close } = await openStudio({ context: { ...phone, ...moving } });
    await untilNamed(page);
    const finger = await context.newCDPSession(page);
    const first = await artworksOf(page);
    const loved = titleOf(await nameOf(tile(page, 1)));
    await hold(page, finger, 1);
    const held = page.getByRole('dialog', { name: loved });
    // What lies beneath a sheet is inert: what is said is said in it.
    await held.getByRole('button', { name: 'Guess' }).tap();
    await held.getByText(/^I know nothing about you yet\./).waitFor();
    await held.getByRole('radio', { name: '5 of 5' }).tap();
    await expectName(tile(page, 1), /You gave 5 of 5/);
    await page.touchscreen.tap(195, 200);
    await held.waitFor({ state: 'hidden' });

    await tile(page, 0).tap();
    await expectName(tile(page, 0), /Parent 1/);
    await page.getByRole('button', { name: 'Breed 15 more' }).tap();
    await untilWallNumber(page, 2);
    await swipe(page, finger, 'right');
    await untilWallNumber(page, 1);
    await swipe(page, finger, 'left');
    await untilWallNumber(page, 2);
    expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(0);

    const more = page.getByRole('dialog', { name: 'More' });
    // The first tap after a fling may only end it.
    await expect
      .poll(async () => {
        if (!(await more.isVisible())) await page.getByRole('button', { name: 'More', exact: true }).tap();
        return more.isVisible();
      })
      .toBe(true);
    await more.getByRole('button', { name: 'Menu' }).tap();
    await page.getByRole('button', { name: 'Search or do anything' }).tap();
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(loved);
    await firstFound(page, 'Gallery').tap();
    await page.waitForURL(new RegExp(`#/art/${first[1]}$`));
    const palette = otherPalette(loved);
    await page.getByRole('button', { name: palette, exact: true }).tap();
    const edited = await untilRecolored(page, palette, first[1]!);
    // No key takes it back here.
    await page
      .getByRole('complementary', { name: 'About this artwork' })
      .getByRole('button', { name: 'Undo' })
      .tap();
    await page.waitForURL(new RegExp(`#/art/${first[1]}$`));
    await page.getByRole('button', { name: palette, exact: true }).tap();
    const recolored = await untilRecolored(page, palette, first[1]!);
    expect(recolored).not.toBe(edited);
    await page.getByRole('button', { name: 'Export' }).tap();
    const coming = page.waitForEvent('download', { timeout: 100_000 });
    await page.getByRole('button', { name: 'Export PNG' }).tap();
    expect((await readDownload(await coming)).length).toBeGreaterThan(10_000);
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('button', { name: 'Share' }).tap();
    await page.getByRole('button', { name: 'Copy link' }).waitFor();
    expect(await activeName(page)).toBe('Copy link');
    await page.getByRole('button', { name: 'Close' }).tap();
    await page.getByRole('tab', { name: 'Network' }).tap();
    const network = page.getByRole('dialog', { name: 'Network' });
    await network.locator('.network-result canvas.painted').waitFor();
    await network.getByRole('button', { name: 'Done' }).tap();
    // A small one on its side: nothing of the wall shows between the picture and what is said of it.
    await page.setViewportSize({ width: 667, height: 375 });
    const edges = () =>
      page.evaluate(() => {
        const area = document.querySelector('.easel-area')!.getBoundingClientRect();
        const side = document.querySelector('.side-body')!.getBoundingClientRect();
        return [area.top, side.top - area.bottom].map((px) => Math.round(Math.abs(px)));
      });
    await expect.poll(edges).toEqual([0, 0]);
    await page.setViewportSize(phone.viewport);
    await page.getByRole('button', { name: /^Back/ }).tap();
    await untilWallNumber(page, 2);

    await page.getByRole('link', { name: 'Gallery' }).tap();
    const again = page.locator(`[role=option][data-artwork="${recolored}"]`);
    await again.tap();
    await page.waitForURL(new RegExp(`#/art/${recolored}$`));
    await page.getByRole('button', { name: /^Back/ }).tap();
    await again.waitFor();
    await expect.poll(() => findSmallTargets(page)).toEqual([]);
    await page.getByRole('link', { name: 'Explore' }).tap();
    await untilWallNumber(page, 2);
    await expect.poll(() => findSmallTargets(page)).toEqual([]);
    await close();
  });
});

/** A finger that rests on a tile until the sheet comes. */
async function hold(page: Page, finger: CDPSession, index: number): Promise<void> {
  const box = (await tile(page, index).boundingBox())!;
  const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [point] });
  await page.getByRole('dialog').waitFor();
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}

/** Across the middle of the wall, which hears it once it is sharp. In a tenth of a second by its own clock, however slow the machine. */
async function swipe(page: Page, finger: CDPSession, direction: 'left' | 'right'): Promise<void> {
  await page.locator('.wall[data-hears-swipes]').waitFor();
  const [from, to] = direction === 'left' ? [300, 90] : [90, 300];
  const startSeconds = Date.now() / 1000;
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', share: number) =>
    finger.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: type === 'touchEnd' ? [] : [{ x: from + (to - from) * share, y: 300 }],
      timestamp: startSeconds + share / 10,
    });
  await touch('touchStart', 0);
  for (let step = 1; step <= 6; step++) await touch('touchMove', step / 6);
  await touch('touchEnd', 1);
  await page.waitForTimeout(500); // a tap right after a fling only ends it
}

/** Buttons, links and fields in sight that a finger of 44 px would miss; their name and size. */
const findSmallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], input, [role=option], [role=gridcell]')]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && !element.matches('.sr-only, .skip'),
      )
      .flatMap((element) => {
        const hit = element.matches('input[type=radio], input[type=checkbox]')
          ? (element.closest('label') ?? element)
          : element;
        const { width, height } = hit.getBoundingClientRect();
        const name = element.getAttribute('aria-label') ?? element.textContent;
        return width >= 44 && height >= 44 ? [] : [`${name}: ${Math.round(width)} x ${Math.round(height)}`];
      }),
  );
