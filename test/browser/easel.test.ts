import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openStudio } from './open-studio.ts';
import {
  artworkOf,
  artworksOf,
  expectName,
  focusedArtwork,
  phone,
  small,
  tile,
  untilEaselSharp,
  untilNamed,
  untilSharp,
  untilWallNumber,
} from './studio-steps.ts';

const position = (page: Page) => page.locator('#easel-position').textContent();

/** What the canvas shows, as the mean color of a grid of cells: alike for the same picture however finely painted. */
const look = (page: Page) =>
  page.locator('main canvas[role=img]').evaluate((element) => {
    const small = document.createElement('canvas');
    small.width = small.height = 8;
    const context = small.getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(element as HTMLCanvasElement, 0, 0, 8, 8);
    return [...context.getImageData(0, 0, 8, 8).data];
  });

const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

describe('the easel', () => {
  test('opens over the wall, sharpens, and gives focus and place back', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    const id = await artworkOf(tile(page, 6));
    await tile(page, 6).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`#/art/${id}$`));
    const canvas = await untilEaselSharp(page);
    expect(await canvas.getAttribute('aria-label')).toMatch(/\.$/);
    expect(await position(page)).toBe('The whole picture.');
    expect(await canvas.evaluate((element) => document.activeElement === element)).toBe(true);
    const box = (await canvas.boundingBox())!;
    expect(box).toEqual({ x: 0, y: 52, width: 892, height: 848 });
    // A pixel for a pixel, though it grew out of a tile.
    expect(await canvas.getAttribute('width')).toBe('892');

    await page.keyboard.press('Escape');
    await expect.poll(() => focusedArtwork(page)).toBe(id);
    expect(new URL(page.url()).hash).toMatch(/^(#\/explore)?$/);

    // The browser's own Back and Forward do the same.
    await page.goForward();
    await page.locator('main canvas[role=img]').waitFor();
    await page.goBack();
    await expect.poll(() => focusedArtwork(page)).toBe(id);
    await close();
  });

  test('pans, zooms about the pointer and turns by hand and by key, and keeps the view', async () => {
    const { page, close } = await openStudio({ context: small }); // canvas 500 x 600
    await untilNamed(page);
    await tile(page, 7).dblclick();
    const canvas = await untilEaselSharp(page);
    const whole = await look(page);

    await page.mouse.move(400, 400);
    await page.mouse.down();
    await page.mouse.move(300, 450, { steps: 5 });
    await page.mouse.up();
    expect(await position(page)).toMatch(/^Zoom 1\.00, centre 0\.40 right, 0\.20 up\.$/);
    await untilEaselSharp(page);
    const panned = await look(page);
    expect(difference(whole, panned)).toBeGreaterThan(1);

    // The panel stays as it was while keeping the view is offered, and after.
    const panelTop = async () => (await page.locator('.easel-tabs').boundingBox())!.y;
    await page.getByRole('button', { name: 'Go back to the kept one' }).waitFor();
    const offered = await panelTop();
    await page.keyboard.press('Backspace');
    expect(await position(page)).toBe('The whole picture.');
    await page.getByRole('button', { name: 'Keep this view' }).waitFor({ state: 'detached' });
    expect(await panelTop()).toBe(offered);
    await untilEaselSharp(page);
    expect(difference(whole, await look(page))).toBe(0);

    // Zoomed about a corner, the corner stays where it is.
    await page.mouse.move(0, 52);
    await page.mouse.wheel(0, -600);
    await expect.poll(() => position(page)).toMatch(/^Zoom 2\.\d+, centre 0\.\d+ left, 0\.\d+ up\.$/);

    await page.keyboard.press('Backspace');
    await canvas.dblclick({ position: { x: 250, y: 300 } });
    expect(await position(page)).toBe('Zoom 2.00.');
    await page.keyboard.press('+');
    expect(await position(page)).toBe('Zoom 2.50.');
    await page.keyboard.press('-');
    await page.keyboard.press(',');
    expect(await position(page)).toMatch(/turned 5 degrees/);
    await page.keyboard.press('.');
    await canvas.focus();
    await page.keyboard.press('ArrowRight');
    expect(await position(page)).toMatch(/^Zoom 2\.00, centre 0\.08 right\.$/);

    await page.getByRole('button', { name: 'Keep this view' }).click();
    await page.getByRole('button', { name: 'Keep this view' }).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('main canvas[role=img]').waitFor();
    await expect.poll(() => position(page)).toMatch(/^Zoom 2\.00, centre 0\.08 right\.$/);
    await close();
  });

  test('rates, renames, steps to the next artwork and breeds from it', async () => {
    const { page, close } = await openStudio();
    await untilNamed(page);
    const ids = await artworksOf(page);
    await tile(page, 0).focus();
    await page.keyboard.press('Enter');
    const group = page.getByRole('radiogroup', { name: 'Your rating' });
    await group.getByRole('radio', { name: '3 of 5' }).click();
    await page.getByText('You gave 3.').waitFor();
    expect(await group.getByRole('radio', { checked: true }).getAttribute('aria-label')).toBe('3 of 5');
    await page.keyboard.press('5');
    await page.getByText('You gave 5.').waitFor();

    await page.getByRole('button', { name: /, rename$/ }).click();
    const field = page.getByRole('textbox', { name: 'Title' });
    // Letters and digits are letters and digits here.
    await field.fill('');
    await field.pressSequentially('1 b z Zebra');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '1 b z Zebra' }).waitFor();
    await page.getByText('You gave 5.').waitFor();

    await page.keyboard.press(']');
    await page.waitForURL(new RegExp(`#/art/${ids[1]}$`));
    await page.keyboard.press('[');
    await page.waitForURL(new RegExp(`#/art/${ids[0]}$`));

    await page.getByRole('button', { name: 'Breed from here' }).click();
    await untilWallNumber(page, 2);
    await page.getByRole('button', { name: 'Generation 1', exact: true }).click();
    await untilWallNumber(page, 1);
    await expectName(tile(page, 0), /^1 b z Zebra\. .*You gave 5 of 5\.$/);
    await close();
  });

  test('on a phone fills the top, and two fingers zoom and turn', async () => {
    const { page, context, close } = await openStudio({ context: phone });
    await untilNamed(page);
    await tile(page, 0)
      .getByRole('button', { name: /^Open / })
      .tap();
    const canvas = page.locator('main canvas[role=img]');
    await canvas.waitFor();
    // It grows there from the tile.
    await expect
      .poll(async () => {
        const { x, y, width, height } = (await canvas.boundingBox())!;
        return [x, y, width, Math.round(height)];
      })
      .toEqual([0, 0, 390, 486]);

    const session = await context.newCDPSession(page);
    const fingers = (angle: number, apart: number) =>
      [1, -1].map((side) => ({
        x: 195 + side * apart * Math.cos(angle),
        y: 243 + side * apart * Math.sin(angle),
      }));
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
      session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', fingers(0, 50));
    for (let step = 1; step <= 5; step++) await touch('touchMove', fingers(-step * 0.1, 50 + step * 10));
    await touch('touchEnd', []);
    // Apart by twice as much, turned against the clock by half a radian.
    await expect.poll(() => position(page)).toMatch(/^Zoom (1\.9\d|2\.0\d).*turned (2[789]|30) degrees\.$/);

    await page.getByRole('button', { name: /^Back/ }).tap();
    await untilSharp(page);
    await close();
  });
});
