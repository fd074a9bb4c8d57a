// The store in a real browser, under faults that only a browser has. The database is looked at after each.
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openHarness } from './open-studio.ts';
import { crash, expectWhole, inspectAnew, openIn, randomPause, saveWithoutEnd } from './storage-acts.ts';

/** `npm run soak` crashes fifty times; faults.test.ts sees the same faults through the whole studio at every run. */
const crashCount = Number(process.env.PALATE_SOAK ?? 5);
const inSoak = test.runIf(process.env.PALATE_SOAK !== undefined);

inSoak(
  'a disk that fills up in the middle of a save refuses that save whole, and takes it when there is room',
  async () => {
    const { page, context, url, close } = await openHarness();
    const session = await context.newCDPSession(page);
    const { origin } = new URL(url);
    // Before the database is opened: the browser asks for room in advance, and would live on what it was granted.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 2_000_000 });
    await openIn(page);
    const { saved, fault } = await page.evaluate(async () => {
      const { trySave } = await window.palate.storage();
      for (let saved = 0; saved < 200; saved++) {
        const fault = await trySave(saved, 10_000);
        if (fault !== null) return { saved, fault };
      }
      return { saved: 200, fault: null };
    });
    expect(fault).toBe('full');
    expect(saved).toBeGreaterThan(0);
    const numbers = Array.from({ length: saved }, (_, n) => n);
    await expectWhole(page, numbers);

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.evaluate(async (n) => (await window.palate.storage()).save(n, 10_000), saved);
    await expectWhole(page, [...numbers, saved]);
    await close();
  },
);

test(`a page that crashes ${crashCount} times while saving keeps all it was told is saved`, {
  timeout: 60_000 + crashCount * 20_000,
}, async () => {
  const { page, openTab, close } = await openHarness();
  const acknowledged = new Set<number>();
  let tab = page;
  await openIn(tab);
  for (let run = 0; run < crashCount; run++) {
    await saveWithoutEnd(tab, acknowledged);
    await randomPause();
    await crash(tab);
    tab = await openTab();
    const { whole } = await inspectAnew(tab);
    expect(whole).toEqual(expect.arrayContaining([...acknowledged]));
  }
  expect(acknowledged.size).toBeGreaterThan(crashCount);
  await close();
});

test.runIf(process.env.PALATE_SOAK !== undefined).each([0, 10, 50])(
  'a tab closed %i ms after an act has it when it is opened again',
  async (wait) => {
    const { page, openTab, close } = await openHarness();
    await openIn(page);
    await page.evaluate(async () => {
      const { save } = await window.palate.storage();
      void save(1);
    });
    await new Promise((resolve) => setTimeout(resolve, wait));
    await page.close();
    const again = await openTab();
    expect((await inspectAnew(again)).whole).toEqual([1]);
    await close();
  },
);

async function saveSome(page: Page, count: number): Promise<number[]> {
  await openIn(page);
  const numbers = Array.from({ length: count }, (_, n) => n);
  await page.evaluate(async (numbers) => {
    const { save } = await window.palate.storage();
    for (const n of numbers) await save(n);
  }, numbers);
  await page.evaluate(async (count) => (await window.palate.storage()).waitForCopy(count), count);
  return numbers;
}

inSoak(
  'a database emptied under an open page is not written to; the next start offers the copy, which has everything',
  async () => {
    const { page, context, url, openTab, close } = await openHarness();
    const numbers = await saveSome(page, 40);
    const session = await context.newCDPSession(page);
    const { origin } = new URL(url);
    await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
    const fault = await page.evaluate(async () => (await window.palate.storage()).trySave(99));
    expect(fault).toBe('closed');

    const tab = await openTab();
    expect(await openIn(tab)).toEqual({ kind: 'damaged', copied: numbers.length });
    expect(await tab.evaluate(async () => (await window.palate.storage()).restore())).toMatchObject({
      kind: 'open',
    });
    await expectWhole(tab, numbers);
    const third = await openTab();
    expect((await inspectAnew(third)).whole.sort((a, b) => a - b)).toEqual(numbers);
    await close();
  },
);

test('a second copy that was evicted is made anew at the next start', async () => {
  const { page, context, url, openTab, close } = await openHarness();
  await saveSome(page, 10);
  const session = await context.newCDPSession(page);
  const { origin } = new URL(url);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cache_storage' });
  const tab = await openTab();
  expect(await openIn(tab)).toEqual({ kind: 'open', copied: 0 });
  await tab.evaluate(async () => (await window.palate.storage()).waitForCopy(10));
  await close();
});

inSoak(
  'two tabs that judge at once both keep their judgement, and each hears of the other within a second',
  async () => {
    const { page, openTab, close } = await openHarness();
    const other = await openTab();
    await openIn(page);
    await openIn(other);
    const saveIn = (tab: Page, n: number) =>
      tab.evaluate(async (n) => (await window.palate.storage()).save(n), n);
    await Promise.all([saveIn(page, 1), saveIn(other, 2)]);
    const heardIn = (tab: Page) => tab.evaluate(async () => (await window.palate.storage()).listHeard());
    await expect.poll(() => heardIn(page), { timeout: 1000 }).toContain('judgement j2');
    await expect.poll(() => heardIn(other), { timeout: 1000 }).toContain('judgement j1');
    await expectWhole(page, [1, 2]);
    await expectWhole(other, [1, 2]);
    await close();
  },
);
