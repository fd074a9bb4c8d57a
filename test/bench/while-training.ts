import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../browser/find-browser.ts';
import { serveBuild } from '../browser/serve-build.ts';
import type { Figure } from './figure.ts';
import { traceLongestTask } from './first-wall.ts';

/** Enough for the pictures of epochs 1 to 8 or more, and for ten writes. */
const WATCHED_MS = 10_000;

/** The longest task of the page's main thread while an artwork is copied beside it: charts, pictures and writes. */
export async function measureWhileTraining(report: (text: string) => void): Promise<readonly Figure[]> {
  report('Watching the main thread while a network learns ...');
  const build = await serveBuild();
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(`${build.url}#/train`);
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await page.waitForTimeout(3000); // what loads when the page is idle
    const longest = await traceLongestTask(page, build.url, async () => {
      await page.getByRole('button', { name: 'Start', exact: true }).click();
      await page.waitForTimeout(WATCHED_MS);
    });
    return [{ name: 'longest main-thread task', value: longest, unit: 'ms' }];
  } finally {
    await browser.close();
    await build.close();
  }
}
