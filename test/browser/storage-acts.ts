import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const openIn = (page: Page) => page.evaluate(async () => (await window.palate.storage()).open());

/** Opens the store in a fresh page, which must be whole, and says what it holds. */
export async function inspectAnew(page: Page) {
  expect(await openIn(page)).toMatchObject({ kind: 'open' });
  return await inspect(page);
}

/** What the page's store holds; nothing in it may be half. */
export async function inspect(page: Page) {
  const found = await page.evaluate(async () => (await window.palate.storage()).inspect());
  const count = found.whole.length;
  expect(found).toMatchObject({
    hung: count,
    artworks: count,
    judgements: count,
    standings: count,
    unreadable: 0,
  });
  return found;
}

export async function expectWhole(page: Page, numbers: readonly number[]): Promise<void> {
  const { whole } = await inspect(page);
  expect(whole.sort((a, b) => a - b)).toEqual(numbers);
}

/** Saves in `page`, whose store is open, without end, adding what it says is saved; returns once it has begun. */
export async function saveWithoutEnd(page: Page, acknowledged: Set<number>): Promise<void> {
  await page.exposeFunction('acknowledge', (n: number) => void acknowledged.add(n));
  const start = Math.max(0, ...acknowledged) + 1000; // clear of what was stored and not told
  const first = new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      if (!acknowledged.has(start)) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  await page.evaluate(async (start) => {
    const { saveForEver } = await window.palate.storage();
    const { acknowledge } = window as Window & { acknowledge?: (n: number) => void };
    void saveForEver(start, acknowledge!);
  }, start);
  await first;
}

export async function crash(page: Page): Promise<void> {
  const crashed = page.waitForEvent('crash');
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => {}); // never answers
  await crashed;
  await page.close();
}

export const randomPause = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 300));
