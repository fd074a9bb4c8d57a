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
  tiles,
  untilNamed,
  untilSharp,
  untilWall,
  untilWallNumber,
} from './studio-steps.ts';

/** Goes in before the page's own scripts: what the wall says as it comes; a fast page is sharp before a test looks. */
function noteFirstBusy(): void {
  const observer = new MutationObserver(() => {
    const busy = document.querySelector('[role=grid]')?.getAttribute('aria-busy');
    if (busy == null) return;
    document.documentElement.dataset.firstBusy = busy;
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true });
}

describe('Explore', () => {
  test('hangs fifteen pictures that sharpen, says so, and is a grid of one tab stop, walked in two dimensions', async () => {
    const { page, close } = await openStudio({ before: noteFirstBusy });
    await untilWall(page);
    const grid = page.getByRole('grid');
    expect(await grid.getAttribute('aria-multiselectable')).toBe('true');
    expect(await page.evaluate(() => document.documentElement.dataset.firstBusy)).toBe('true');
    expect(await page.getByRole('row').count()).toBe(3);
    expect(await tile(page, 7).getAttribute('aria-colindex')).toBe('3');
    expect(await page.locator('[role=gridcell][tabindex="0"]').count()).toBe(1);

    await untilSharp(page);
    await expect.poll(() => grid.getAttribute('aria-busy')).toBe('false');
    await expect.poll(() => page.getByRole('status').textContent()).toContain('15 pictures ready');
    // Else every message would be read with that before it.
    expect(await page.getByRole('status').getAttribute('aria-atomic')).toBe('false');
    await untilNamed(page);
    expect(await nameOf(tile(page, 0))).toMatch(/^[A-Z][^.]+\. [A-Z][^.]+\.$/);

    // No picture is blank, and no two are alike.
    const looks = await tiles(page).evaluateAll((cells) =>
      cells.map((cell) => cell.querySelector('canvas')!.toDataURL()),
    );
    expect(new Set(looks).size).toBe(15);

    const ids = await artworksOf(page);
    await tile(page, 0).focus();
    for (const [key, index] of [
      ['ArrowRight', 1],
      ['ArrowDown', 6],
      ['End', 9],
      ['ArrowRight', 9],
      ['ArrowDown', 14],
      ['ArrowDown', 14],
      ['Home', 10],
      ['ArrowUp', 5],
      ['Control+Home', 0],
      ['Control+End', 14],
      ['ArrowLeft', 13],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await focusedArtwork(page)]).toEqual([key, ids[index]]);
    }
    // Leaving the wall and coming back leads to the same tile.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    expect(await focusedArtwork(page)).toBe(ids[13]);
    await close();
  });

  test('rates by key and by pointer, clears with the same value or 0, swaps one tile in place, and keeps the dials', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    const third = tile(page, 2);
    await third.focus();
    await page.keyboard.press('4');
    await expectName(third, /You gave 4 of 5\./);
    expect(await focusedArtwork(page)).toBe(await artworkOf(third));
    await page.keyboard.press('2');
    await expectName(third, /You gave 2 of 5\./);
    await page.keyboard.press('2');
    await expectName(third, /^(?!.*You gave)/);
    await page.keyboard.press('5');
    await expectName(third, /You gave 5 of 5\./);
    await page.keyboard.press('0');
    await expectName(third, /^(?!.*You gave)/);

    const fourth = tile(page, 3);
    await fourth.hover();
    await fourth.locator('[data-stars="3"]').click();
    await expectName(fourth, /You gave 3 of 5\./);
    expect(await fourth.getAttribute('aria-selected')).toBe('false');

    const before = await artworksOf(page);
    await tile(page, 6).focus();
    await page.keyboard.press('x');
    await expect.poll(async () => (await artworksOf(page))[6], { timeout: 60_000 }).not.toBe(before[6]);
    const after = await artworksOf(page);
    expect(after.filter((id, index) => id !== before[index]).length).toBe(1);
    expect(await focusedArtwork(page)).toBe(after[6]);
    await page.keyboard.press('Control+z');
    await expect.poll(() => artworksOf(page)).toEqual(before);

    const wild = page.getByRole('slider', { name: 'Wild cards' });
    await wild.focus();
    await page.keyboard.press('End');
    await page.getByText('6 of 15').waitFor();
    expect(await wild.getAttribute('aria-valuetext')).toBe('6 of 15');
    await page.getByRole('radio', { name: 'Colour' }).check({ force: true });
    const far = page.getByRole('slider', { name: 'How far from the parents' });
    await far.focus();
    await page.keyboard.press('Home');
    await expect.poll(() => far.inputValue()).toBe('0.03');
    await expect.poll(() => page.locator('.saving').textContent()).toBe('Saved on this device');

    await page.reload();
    await untilWall(page);
    await expect.poll(() => wild.inputValue()).toBe('6');
    expect(await far.inputValue()).toBe('0.03');
    expect(await page.getByRole('radio', { name: 'Colour' }).isChecked()).toBe(true);
    await close();
  });

  test('breeds from what is picked, goes back, undoes, and finds it all after a reload', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    const breed = page.getByRole('button', { name: 'Breed 15 more' });
    // With no parents it takes no press, and under the pointer it does not look as if it did.
    const ground = () => breed.evaluate((element) => getComputedStyle(element).backgroundColor);
    const idle = await ground();
    await breed.hover({ force: true });
    await page.evaluate(() =>
      Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
    );
    expect(await ground()).toBe(idle);
    expect(await breed.getAttribute('aria-disabled')).toBe('true');
    expect(await breed.evaluate((button) => button.getAttribute('aria-describedby'))).toBe('why-not-breed');
    expect(await page.locator('#why-not-breed').textContent()).toBe(
      'Pick what catches your eye. Then breed.',
    );

    const first = await artworksOf(page);
    await tile(page, 3).focus();
    const asItComesAlight = breed.evaluate(
      (button) =>
        new Promise<string>((resolve) => {
          new MutationObserver(() => {
            if (button.getAttribute('aria-disabled') === 'true') return;
            requestAnimationFrame(() => resolve(getComputedStyle(button).backgroundColor));
          }).observe(button, { attributes: true });
        }),
    );
    await page.keyboard.press('Space');
    await expectName(tile(page, 3), /Parent 1\./);
    // Its words are read from the first frame on: on the ground that it keeps.
    const alight = await asItComesAlight;
    expect(alight).not.toBe(idle);
    await expect.poll(ground).toBe(alight);
    await tile(page, 8).click();
    await expectName(tile(page, 8), /Parent 2\./);
    expect(await tile(page, 8).getAttribute('aria-selected')).toBe('true');
    await page.getByText('2 parents').waitFor();
    await tile(page, 3).focus();
    await page.keyboard.press('3');
    await expectName(tile(page, 3), /You gave 3 of 5\. Parent 1\./);

    await page.keyboard.press('b');
    await untilWallNumber(page, 2);
    await expect
      .poll(() => page.getByRole('status').textContent())
      .toContain('These are children of your two. The first wall is on the left, kept.');
    const second = await artworksOf(page);
    expect(second.filter((id) => first.includes(id))).toEqual([]);
    await expect.poll(() => page.getByRole('button', { name: /^Generation/ }).count()).toBe(2);

    // Back to the first wall, where both parents are still picked.
    await page.getByRole('button', { name: 'Generation 1', exact: true }).click();
    await untilWallNumber(page, 1);
    expect(await artworksOf(page)).toEqual(first);
    expect(await page.getByRole('gridcell', { selected: true }).count()).toBe(2);
    await page.keyboard.press(']');
    await untilWallNumber(page, 2);
    await expect.poll(() => page.getByRole('status').textContent()).toContain('Wall 2: 15 pictures ready');

    await page.keyboard.press('z');
    await untilWallNumber(page, 1);
    await page.keyboard.press('Shift+Z');
    await untilWallNumber(page, 2);

    await page.reload();
    await untilWallNumber(page, 2);
    await expect.poll(() => artworksOf(page)).toEqual(second);
    await page.getByRole('button', { name: 'Generation 1', exact: true }).click();
    await untilWallNumber(page, 1);
    expect(await artworksOf(page)).toEqual(first);
    await expectName(tile(page, 3), /You gave 3 of 5\. Parent 1\./);

    // On the narrowest tablet there is room for four parents beside the dials, and for the dials' names.
    for (const [index, place] of [
      [0, 3],
      [1, 4],
    ] as const) {
      await tile(page, index).click();
      await expectName(tile(page, index), new RegExp(`Parent ${place}\\.`));
    }
    await page.setViewportSize({ width: 720, height: 900 });
    const tooWide = () =>
      page
        .locator('.bench :is(.dial-label, button)')
        .evaluateAll((parts) =>
          parts
            .filter((part) => part.scrollWidth > part.clientWidth || part.getBoundingClientRect().right > 720)
            .map((part) => part.textContent),
        );
    await expect.poll(tooWide).toEqual([]);
    await close();
  });

  test('on a phone: a tap picks, a long press raises the sheet, a button opens', async () => {
    const { page, context, close } = await openStudio({ context: phone });
    await untilNamed(page);
    expect(await page.getByRole('row').count()).toBe(8);
    await tile(page, 1).tap();
    await expectName(tile(page, 1), /Parent 1\./);

    const box = (await tile(page, 2).boundingBox())!;
    const session = await context.newCDPSession(page);
    const finger = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [finger] });
    const sheet = page.getByRole('dialog');
    await sheet.waitFor();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await sheet.getByRole('radio', { name: '4 of 5' }).tap();
    await expectName(tile(page, 2), /You gave 4 of 5\./);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });
    expect(await tile(page, 2).getAttribute('aria-selected')).toBe('false');
    expect(await tile(page, 1).getAttribute('aria-selected')).toBe('true');

    const breed = (await page.getByRole('button', { name: 'Breed 15 more' }).boundingBox())!;
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x: breed.x + breed.width / 2, y: breed.y + breed.height / 2 }],
    });
    const more = page.getByRole('dialog', { name: 'More' });
    await more.waitFor();
    await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await more.getByRole('slider', { name: 'Wild cards' }).waitFor();
    await page.keyboard.press('Escape');
    await more.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Generation 1' }).waitFor();

    const id = await artworkOf(tile(page, 0));
    await tile(page, 0)
      .getByRole('button', { name: /^Open / })
      .tap();
    await page.waitForURL(new RegExp(`#/art/${id}$`));
    await close();
  });
});
