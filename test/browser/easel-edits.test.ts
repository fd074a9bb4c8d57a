import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openStudio } from './open-studio.ts';
import { artworkOf, small, tile, untilEaselSharp, untilNamed } from './studio-steps.ts';

/** What the canvas shows, as the mean colors of a grid of cells. */
const look = (page: Page) =>
  page.locator('main canvas[role=img]').evaluate((element) => {
    const tiny = document.createElement('canvas');
    tiny.width = tiny.height = 8;
    const context = tiny.getContext('2d')!;
    context.imageSmoothingQuality = 'high';
    context.drawImage(element as HTMLCanvasElement, 0, 0, 8, 8);
    return [...context.getImageData(0, 0, 8, 8).data];
  });

const difference = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + Math.abs(value - b[i]!), 0) / a.length;

const onEasel = (page: Page) => page.locator('main canvas[role=img]').getAttribute('data-artwork');

async function lookOnceSharp(page: Page) {
  await page.waitForTimeout(50);
  await untilEaselSharp(page);
  return look(page);
}

describe('edits on the easel', () => {
  test('a weight by field, an activation, a stop by key: another artwork; undone to the first, found after a reload', async () => {
    const { page, close } = await openStudio({ context: { viewport: { width: 1240, height: 760 } } });
    await untilNamed(page);
    const id = await artworkOf(tile(page, 7));
    await tile(page, 7).focus();
    await page.keyboard.press('Enter');
    const before = await lookOnceSharp(page);

    // By keyboard into the network: along the layers, then into one neuron.
    const grid = page.getByRole('treegrid');
    await grid.getByRole('gridcell', { name: /^Output form, / }).focus();
    await page.keyboard.press('ArrowLeft');
    const cell = grid.locator('.neuron:focus');
    await expect
      .poll(() => cell.getAttribute('aria-label'))
      .toMatch(/^Layer \d+, neuron \d+, .*strongest input layer/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => cell.getAttribute('aria-label')).toMatch(/^Output/);
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: /^Output/ });
    await panel.getByRole('spinbutton').nth(1).fill('-3.25');
    await page.keyboard.press('Enter');
    await expect.poll(() => onEasel(page)).not.toBe(id);
    const draft = await onEasel(page);
    await page.waitForURL(new RegExp(`#/art/${draft}$`));
    await page.getByText('Edited on the easel.').waitFor();
    const afterWeight = await lookOnceSharp(page);
    expect(difference(before, afterWeight)).toBeGreaterThan(0.02);
    expect(await panel.getByRole('spinbutton').nth(1).inputValue()).toBe('-3.25');

    // A drag of a slider is one act, and so is a chip.
    await panel.getByRole('button', { name: 'cosine', exact: true }).click();
    await expect
      .poll(() => panel.getByRole('button', { name: 'cosine', exact: true }).getAttribute('aria-pressed'))
      .toBe('true');
    const afterActivation = await lookOnceSharp(page);
    expect(difference(afterWeight, afterActivation)).toBeGreaterThan(0.02);
    expect(await onEasel(page)).toBe(draft);
    // A sheet above it is closed first, and gives the focus back.
    await page.keyboard.press('e');
    await page.getByRole('heading', { name: /^Export/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /^Export/ }).waitFor({ state: 'detached' });
    const chip = panel.getByRole('button', { name: 'cosine', exact: true });
    await expect.poll(() => chip.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');

    const stop = page.getByRole('slider', { name: 'Stop 2 of' });
    await stop.focus();
    const place = Number(await stop.getAttribute('aria-valuenow'));
    await page.keyboard.press('Shift+ArrowRight');
    await expect.poll(() => stop.getAttribute('aria-valuenow')).toBe(String(place + 10));
    await page
      .getByRole('group', { name: /^Stop 2 of/ })
      .getByRole('spinbutton', { name: 'hue' })
      .fill('200');
    await page.keyboard.press('Enter');
    const afterStop = await lookOnceSharp(page);
    expect(difference(afterActivation, afterStop)).toBeGreaterThan(0.02);

    // One step after another, back to what was opened.
    const undo = async () => {
      await page.locator('main canvas[role=img]').focus();
      await page.keyboard.press('z');
    };
    await undo();
    await undo();
    await expect.poll(() => stop.getAttribute('aria-valuenow')).toBe(String(place));
    expect(difference(afterActivation, await lookOnceSharp(page))).toBeLessThan(0.01);
    await undo();
    await undo();
    await page.waitForURL(new RegExp(`#/art/${id}$`));
    expect(difference(before, await lookOnceSharp(page))).toBeLessThan(0.01);
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+Z');
    await page.waitForURL(new RegExp(`#/art/${draft}$`));
    await expect
      .poll(() => page.locator('.saving').textContent())
      .toMatch(/^All changes kept · \d+ steps back$/);

    await page.reload();
    expect(difference(afterStop, await lookOnceSharp(page))).toBeLessThan(0.01);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Gallery' }).click();
    await page.locator(`[role=option][data-artwork="${draft}"]`).waitFor();
    await close();
  });

  test('shows a neuron alone under the pointer, changes a weight by dragging its line, plays and holds the loop', async () => {
    const { page, close } = await openStudio({ context: small });
    await untilNamed(page);
    await tile(page, 3).dblclick();
    const whole = await lookOnceSharp(page);
    const canvas = page.locator('main canvas[role=img]');
    // It hangs on the wall only; what is made of it hangs in the gallery.
    const keep = page.getByRole('button', { name: 'Keep', exact: true });
    expect(await keep.count()).toBe(1);

    await page.locator('.neuron[data-layer="1"][data-neuron="2"]').hover();
    await expect.poll(() => canvas.getAttribute('aria-label')).toBe('Layer 2, neuron 3, alone');
    const alone = await lookOnceSharp(page);
    expect(difference(whole, alone)).toBeGreaterThan(2);
    const spread = (at: number) =>
      Math.max(...alone.slice(at, at + 3)) - Math.min(...alone.slice(at, at + 3));
    for (let at = 0; at < alone.length; at += 4) expect(spread(at)).toBeLessThan(24);
    await canvas.hover();
    await expect.poll(() => canvas.getAttribute('aria-label')).not.toMatch(/alone/);

    const id = await onEasel(page);
    const middle = await page
      .locator('.link .hit')
      .last()
      .evaluate((path) => {
        const line = path as SVGPathElement;
        const point = line.getPointAtLength(line.getTotalLength() / 2);
        const { left, top } = line.ownerSVGElement!.getBoundingClientRect();
        return { x: left + point.x, y: top + point.y };
      });
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    await page.mouse.move(middle.x, middle.y - 60, { steps: 4 });
    const shown = page.locator('.link-weight');
    await shown.waitFor();
    await page.mouse.up();
    await shown.waitFor({ state: 'detached' });
    await expect.poll(() => onEasel(page)).not.toBe(id);
    expect(await keep.count()).toBe(0);

    // Nothing moves before it is asked to; and it is, the moment the edit is taken back.
    const scrubber = page.getByRole('slider', { name: 'Place in the loop' });
    expect(await scrubber.inputValue()).toBe('0');
    await canvas.evaluate((element, id) => {
      const observer = new MutationObserver(() => {
        if (element.dataset.artwork !== id) return;
        observer.disconnect();
        element.dispatchEvent(new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true }));
      });
      observer.observe(element, { attributeFilter: ['data-artwork'] });
    }, id);
    await canvas.focus();
    await page.keyboard.press('z');
    await page.waitForURL(new RegExp(`#/art/${id}$`));
    await expect.poll(async () => Number(await scrubber.inputValue())).toBeGreaterThan(0.01);
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: 'Play the loop' }).waitFor();
    const held = await scrubber.inputValue();
    await scrubber.focus();
    await page.keyboard.press('Home');
    expect(await scrubber.inputValue()).toBe('0');
    expect(held).not.toBe('0');

    await page.keyboard.press('t');
    const pane = page.getByRole('group', { name: 'Fine-tune' });
    await pane.getByText('scale').waitFor();
    // What had the focus goes with the pane: what comes in its place takes it.
    await pane.getByRole('button', { name: 'Coordinates' }).focus();
    await page.keyboard.press('t');
    await expect
      .poll(() => page.getByRole('tabpanel').evaluate((panel) => panel.contains(document.activeElement)))
      .toBe(true);
    await close();
  });
});
