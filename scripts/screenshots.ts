// `npm run screenshots`: every place, wide and narrow, as PNG files in screenshots/, to be looked at beside the design.
import { mkdir } from 'node:fs/promises';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../test/browser/find-browser.ts';
import { serveBuild } from '../test/browser/serve-build.ts';

const folder = 'screenshots';

const screens: Readonly<Record<string, BrowserContextOptions>> = {
  '1440': { viewport: { width: 1440, height: 900 } },
  '390': {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
};

await mkdir(folder, { recursive: true });
const build = await serveBuild();
const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const [name, screen] of Object.entries(screens)) {
    const context = await browser.newContext({ ...screen, reducedMotion: 'reduce' });
    await walk(await context.newPage(), (place) => `${folder}/${place}-${name}.png`);
    await context.close();
  }
} finally {
  await browser.close();
  await build.close();
}

/** One short session: a wall, a rating, two picks, a second wall, the gallery, the easel and its sheets. */
async function walk(page: Page, pathOf: (place: string) => string): Promise<void> {
  const shoot = async (place: string) => {
    await waitUntilSharp(page);
    await page.screenshot({ path: pathOf(place) });
    console.log(pathOf(place));
  };
  const tile = (index: number) => page.getByRole('gridcell').nth(index);

  await page.goto(build.url);
  await tile(0).waitFor();
  await shoot('explore');

  for (const [index, keys] of [
    [1, ['4']],
    [3, ['5', 'Space']],
    [2, ['3', 'Space']],
  ] as const) {
    await tile(index).focus();
    for (const key of keys) await page.keyboard.press(key);
  }
  await shoot('explore-picked');

  const firstName = await tile(0).getAttribute('aria-label');
  await page.keyboard.press('b');
  await page.waitForFunction(
    (name) => document.querySelector('[role="gridcell"]')?.getAttribute('aria-label') !== name,
    firstName,
    { timeout: 60_000 },
  );
  await shoot('explore-bred');

  await page.goto(`${build.url}#/gallery`);
  await page.getByRole('option').first().waitFor();
  await shoot('gallery');

  await page.getByRole('option').first().focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/art\//);
  await shoot('easel');
  await page.keyboard.press('e');
  await page.getByRole('dialog').waitFor();
  await shoot('export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.getByRole('dialog').waitFor();
  await shoot('keys');
}

/** Until nothing in sight is still being painted. */
async function waitUntilSharp(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-sharpness]')].every((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const isInSight = bottom > 0 && top < innerHeight;
        return !isInSight || element.getAttribute('data-sharpness') === 'sharp';
      }),
    undefined,
    { timeout: 60_000, polling: 200 },
  );
  await page.waitForTimeout(800); // what is painted at rest, such as the easel at 3 x 3 samples
}
