// A gallery of 10,000: filled through the store from the harness, then opened in the studio on the same profile and origin.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../browser/find-browser.ts';
import type {} from '../browser/harness/main.ts';
import { freePort, serveBuild } from '../browser/serve-build.ts';
import { type Figure, median, percent } from './figure.ts';

const COUNT = 10_000;
const RUNS = 3;
const SCROLL_SECONDS = 10;
/** As a quick hand on a wheel. */
const SCROLL_PX_PER_SECOND = 3000;
/** Of a screen of 60 a second. */
const PERIOD_MS = 1000 / 60;

export async function measureGallery(): Promise<readonly Figure[]> {
  const profile = await mkdtemp(join(tmpdir(), 'palate-gallery-'));
  const port = await freePort();
  const { args, ...launch } = browserLaunchOptions();
  const openProfile = () =>
    chromium.launchPersistentContext(profile, { ...launch, args, viewport: { width: 1440, height: 900 } });
  try {
    const harness = await serveBuild('test/browser/harness/vite.config.ts', port);
    const filling = await openProfile();
    const page = filling.pages()[0] ?? (await filling.newPage());
    await page.goto(harness.url);
    page.setDefaultTimeout(600_000);
    await page.evaluate(async (count) => (await window.palate.fillGallery()).fillGallery(count), COUNT);
    await filling.close();
    await harness.close();

    const studio = await serveBuild('vite.config.ts', port);
    try {
      const opens: number[] = [];
      const sharps: number[] = [];
      const easels: number[] = [];
      let share = 0;
      for (let run = 0; run < RUNS; run++) {
        const context = await openProfile();
        const page = context.pages()[0] ?? (await context.newPage());
        page.setDefaultTimeout(120_000);
        await page.goto(studio.url);
        await page.waitForSelector('[role=gridcell][data-sharpness=sharp]');
        await page.waitForTimeout(3000);
        const { shownMs, sharpMs } = await openGallery(page);
        opens.push(shownMs);
        sharps.push(sharpMs);
        easels.push(await openEasel(page));
        if (run === RUNS - 1) share = await scroll(page);
        await context.close();
      }
      return [
        { name: 'gallery open', value: median(opens), unit: 'ms' },
        { name: 'gallery sharp', value: median(sharps), unit: 'ms' },
        { name: 'open to easel', value: median(easels), unit: 'ms' },
        { name: 'gallery scroll frames', value: share, unit: '%' },
      ];
    } finally {
      await studio.close();
    }
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}

/**
 * From the press on its name until every picture the document holds, as near to 60 as whole rows come, shows itself and those on
 * the screen are sharp; and until all of them are.
 */
const openGallery = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<{ readonly shownMs: number; readonly sharpMs: number }>((resolve) => {
        const startMs = performance.now();
        let shownMs: number | null = null;
        const look = () => {
          const all = [...document.querySelectorAll<HTMLElement>('#rows [role=option]')];
          const isSharp = ({ dataset }: HTMLElement) => dataset.sharpness === 'sharp';
          const isShown = (picture: HTMLElement) =>
            isSharp(picture) ||
            (picture.dataset.sharpness === 'coarse' && picture.getBoundingClientRect().top >= innerHeight);
          if (all.length > 50 && all.every(isShown)) shownMs ??= performance.now() - startMs;
          if (shownMs !== null && all.every(isSharp))
            resolve({ shownMs, sharpMs: performance.now() - startMs });
          else requestAnimationFrame(look);
        };
        document.querySelector<HTMLElement>('nav a[href="#/gallery"]')!.click();
        look();
      }),
  );

/** From Enter on a picture until the easel shows any of it. Goes back. */
async function openEasel(page: Page): Promise<number> {
  await page.locator('#rows [role=option]').nth(2).focus();
  await page.evaluate(() => {
    const look = () => {
      const canvas = document.querySelector<HTMLElement>('main canvas[role=img]');
      if (['coarse', 'sharp'].includes(canvas?.dataset.sharpness ?? '')) performance.mark('painted');
      else requestAnimationFrame(look);
    };
    const begin = () => {
      performance.mark('pressed');
      look();
    };
    window.addEventListener('keydown', begin, { once: true, capture: true });
  });
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => performance.getEntriesByName('painted').length > 0);
  const elapsedMs = await page.evaluate(() => {
    const [pressed, painted] = ['pressed', 'painted'].map((name) => performance.getEntriesByName(name)[0]!);
    return painted!.startTime - pressed!.startTime;
  });
  await page.keyboard.press('Escape');
  await page.locator('#rows [role=option]').nth(2).waitFor();
  return elapsedMs;
}

/** Share of the screen's periods in which a frame came, while the page is scrolled at an even speed. */
async function scroll(page: Page): Promise<number> {
  const { frameCount, elapsedMs } = await page.evaluate(
    ([seconds, pxPerSecond]) =>
      new Promise<{ frameCount: number; elapsedMs: number }>((resolve) => {
        let frameCount = 0;
        let startMs = 0;
        const step = (nowMs: number) => {
          if (startMs === 0) startMs = nowMs;
          else frameCount++;
          const elapsedMs = nowMs - startMs;
          window.scrollTo(0, (elapsedMs / 1000) * pxPerSecond!);
          if (elapsedMs >= seconds! * 1000) resolve({ frameCount, elapsedMs });
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
    [SCROLL_SECONDS, SCROLL_PX_PER_SECOND],
  );
  return percent(frameCount, Math.round(elapsedMs / PERIOD_MS));
}
