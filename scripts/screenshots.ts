// `npm run screenshots`: every place and sheet, in both themes and three widths, as PNG files in screenshots/, to be looked at
// beside the design. `npm run screenshots -- explore 390` takes only those whose names contain all the words.
import { mkdir } from 'node:fs/promises';
import { chromium, type Page } from 'playwright-core';
import { fillStudio } from '../test/browser/fill-studio.ts';
import { browserLaunchOptions } from '../test/browser/find-browser.ts';
import { serveBuild } from '../test/browser/serve-build.ts';
import { closeSheets, screenOf, type View, viewsAt, type Width } from '../test/browser/views.ts';

const folder = 'screenshots';
const wanted = process.argv.slice(2);
const themes = ['dark', 'light'] as const;

await mkdir(folder, { recursive: true });
const build = await serveBuild();
const harness = await serveBuild('test/browser/harness/vite.config.ts');
const browser = await chromium.launch(browserLaunchOptions());
try {
  for (const width of [1440, 1024, 390] as const) await takeAll(width);
} finally {
  await browser.close();
  await harness.close();
  await build.close();
}

/** One session a width: a studio that has been lived in, and a second wall from two of the first. */
async function takeAll(width: Width): Promise<void> {
  const nameOf = (view: View, theme: string) => `${view.name}-${width}-${theme}`;
  const views = viewsAt(width).filter((view) =>
    themes.some((theme) => wanted.every((word) => nameOf(view, theme).includes(word))),
  );
  if (views.length === 0) return;
  const context = await browser.newContext({
    ...screenOf(width),
    reducedMotion: 'reduce',
    colorScheme: 'dark',
  });
  const page = await context.newPage();
  await page.goto(build.url);
  await page.getByRole('gridcell').nth(14).waitFor();
  const artwork = await fillStudio(context, { studio: build.url, harness: harness.url });
  await page.goto('about:blank');
  await page.goto(build.url);
  await page.getByRole('gridcell').nth(14).waitFor();
  await untilSharp(page);
  await liveIn(page);
  for (const view of views) {
    await view.open(page, artwork);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await untilSharp(page);
      const path = `${folder}/${nameOf(view, theme)}.png`;
      await page.screenshot({ path });
      console.log(path);
    }
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await closeSheets(page);
  }
  await context.close();
}

/** A few ratings, a second and a third wall, a family in the gallery, and two picks. */
async function liveIn(page: Page): Promise<void> {
  const press = async (index: number, ...keys: readonly string[]) => {
    await page.getByRole('gridcell').nth(index).focus();
    for (const key of keys) await page.keyboard.press(key);
  };
  await press(1, '4');
  await press(3, '5', 'Space');
  await press(2, '3', 'Space');
  await breed(page, 2);
  await press(3, '4', 'Space');
  await press(11, 's');
  await press(7, '3', 'Space');
  await breed(page, 3);
  await press(5, 's');
  await press(0, '4');
  await press(1, 'Space');
  await press(6, '2');
  await press(8, 'Space');
  await page.getByRole('gridcell').nth(10).focus();
}

async function breed(page: Page, wallNumber: number): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('[aria-selected=true]').length === 2);
  await page.keyboard.press('b');
  await page.getByRole('grid', { name: `Wall ${wallNumber}` }).waitFor({ timeout: 90_000 });
  await untilSharp(page);
}

/** Until nothing in sight is still being painted. */
async function untilSharp(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll('[data-sharpness], .sketch-thumbs canvas')].every((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        const isInSight = bottom > 0 && top < innerHeight;
        return !isInSight || element.getAttribute('data-sharpness') === 'sharp';
      }),
    undefined,
    { timeout: 90_000, polling: 200 },
  );
  await page.waitForTimeout(800); // what is painted at rest, such as the easel at 3 x 3 samples
}
