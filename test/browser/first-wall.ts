import type { Page } from 'playwright-core';

/** Milliseconds since navigation began; null until all fifteen tiles have come that far. */
export interface FirstWall {
  coarse: number | null;
  sharp: number | null;
}

declare global {
  interface Window {
    firstWall: FirstWall;
  }
}

/** Goes into the page before its own scripts; notes when all tiles are there, as their `data-sharpness` tells. */
export function watchFirstWall(): void {
  window.firstWall = { coarse: null, sharp: null };
  const count = (selector: string) => document.querySelectorAll(selector).length;
  const look = () => {
    const { firstWall } = window;
    const sharp = count('[data-sharpness="sharp"]');
    if (count('[data-sharpness="coarse"]') + sharp >= 15) firstWall.coarse ??= performance.now();
    if (sharp < 15) return;
    firstWall.sharp ??= performance.now();
    observer.disconnect();
    console.debug(`first wall ${JSON.stringify(firstWall)}`);
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributeFilter: ['data-sharpness'] });
}

/** Opens `url` in a page that has `watchFirstWall`. Listens only: to ask would put code of its own into the page it measures. */
export async function openFirstWall(page: Page, url: string): Promise<FirstWall> {
  const told = page.waitForEvent('console', {
    predicate: (message) => message.text().startsWith('first wall '),
    timeout: 90_000,
  });
  await page.goto(url, { waitUntil: 'commit' });
  return JSON.parse((await told).text().slice('first wall '.length)) as FirstWall;
}

/** In a page that had `watchFirstWall` from its start. */
export async function untilFirstWall(page: Page): Promise<FirstWall> {
  const isSharp = () => window.firstWall.sharp !== null;
  await page.waitForFunction(isSharp, undefined, { timeout: 60_000, polling: 200 });
  return page.evaluate(() => window.firstWall);
}
