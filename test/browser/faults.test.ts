// Faults of the device, the browser and other people's files, injected under the whole studio: what does the person see?
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { smallArtwork, smallGenome } from '../core/formats/small-artwork.ts';
import {
  bareAddress,
  clearDatabase,
  expectWholeRatings,
  fillDevice,
  lookAsNewer,
  openAsNewer,
  rateUntilTold,
  readRecords,
  untilCopied,
} from './fault-steps.ts';
import { findWrong } from './find-wrong.ts';
import { type OpenOptions, openStudio } from './open-studio.ts';
import { crash } from './storage-acts.ts';
import {
  artworkOf,
  dropFiles,
  expectName,
  nameOf,
  readDownload,
  tile,
  untilNamed,
  untilWall,
} from './studio-steps.ts';

/** Small pictures: nothing here waits for them, and large ones would take the processor from what is waited for. */
const openSmall = (options: OpenOptions = {}) =>
  openStudio({ context: { viewport: { width: 960, height: 480 } }, ...options });

const expectSaving = (page: Page, words: string) =>
  expect.poll(() => page.locator('.saving').textContent()).toBe(words);
const alertOf = (page: Page) => page.getByRole('alert');
const expectNoAlert = (page: Page) => expect.poll(() => alertOf(page).textContent()).toBe('');
const options = (page: Page) => page.getByRole('option');
const option = (page: Page, id: string) => page.locator(`[role=option][data-artwork="${id}"]`);
const goToGallery = (page: Page) => page.getByRole('link', { name: 'Gallery' }).click();

describe('a device', () => {
  test('that is full refuses in words, holds what was done, and takes it when there is room', async () => {
    const { page, context, url, openTab, close } = await openSmall({
      fragment: bareAddress,
    });
    const session = await context.newCDPSession(page);
    const { origin } = new URL(url);
    // Before the studio opens its database: the browser grants room in advance.
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 4_000_000 });
    const tab = await openTab();
    await untilNamed(tab);
    const first = await rateUntilTold(tab, 0, 3);
    expect(await fillDevice(page)).toBeGreaterThan(0);

    await tab.keyboard.press('Escape');
    const second = await artworkOf(tile(tab, 1));
    await tile(tab, 1).focus();
    await tab.keyboard.press('5');
    await alertOf(tab).getByText('Not saved: this device is full. 1 change is held here.').waitFor();
    await expectSaving(tab, 'Not saved');
    // What was given is still in sight.
    await expectName(tile(tab, 1), /You gave 5 of 5/);
    const third = await artworkOf(tile(tab, 2));
    await tile(tab, 2).focus();
    await tab.keyboard.press('s');
    await alertOf(tab).getByText('Not saved: this device is full. 2 changes are held here.').waitFor();
    expectWholeRatings(await readRecords(page), [`${first} 3`]);
    await alertOf(tab).getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('status').getByText('Still not saved.').waitFor();
    await expectSaving(tab, 'Not saved');
    // Never told as saved so far.
    expect((await readRecords(page)).hung).toEqual([first]);

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await alertOf(tab).getByRole('button', { name: 'Try again' }).click();
    await tab.getByRole('status').getByText('Saved. Nothing is held back any more.').waitFor();
    await expectNoAlert(tab);
    await expectSaving(tab, 'Saved on this device');
    await tab.reload();
    await untilNamed(tab);
    await expectName(tile(tab, 1), /You gave 5 of 5/);
    await goToGallery(tab);
    await expect.poll(() => options(tab).count()).toBe(3);
    expect((await readRecords(page)).hung.toSorted()).toEqual([first, second, third].toSorted());
    await expectName(option(tab, first), /You gave 3 of 5/);
    await close();
  });

  test('without a database is told so, and the wall, the ratings and the export work', async () => {
    const { page, close } = await openSmall({
      before: () => Object.defineProperty(window, 'indexedDB', { value: undefined }),
    });
    await untilNamed(page);
    await alertOf(page).getByText('Nothing is kept on this device in this window.').waitFor();
    await expectSaving(page, 'Kept in this window only');
    const id = await artworkOf(tile(page, 2));
    await tile(page, 2).focus();
    await page.keyboard.press('4');
    await expectName(tile(page, 2), /You gave 4 of 5/);

    await page.keyboard.press('e');
    const sheet = page.getByRole('dialog', { name: 'Export' });
    await sheet.getByRole('radio', { name: 'Screen size' }).check({ force: true });
    const coming = page.waitForEvent('download', { timeout: 60_000 });
    await sheet.getByRole('button', { name: 'Export PNG' }).click();
    const file = await readDownload(await coming);
    expect([...file.slice(1, 4)]).toEqual([...Buffer.from('PNG')]);
    expect(Buffer.from(file).includes('"format":"palate"')).toBe(true);
    await sheet.getByRole('button', { name: 'Close' }).click();
    await goToGallery(page);
    await expectName(option(page, id), /You gave 4 of 5/);
    await close();
  });

  test('that forbids its database does the same', async () => {
    const { page, close } = await openSmall({
      before: () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('Access is denied.', 'SecurityError');
        };
      },
    });
    await untilWall(page);
    await alertOf(page).getByText('Export what you want to keep.').waitFor();
    await expectSaving(page, 'Kept in this window only');
    await untilNamed(page);
    await tile(page, 0).focus();
    await page.keyboard.press('2');
    await expectName(tile(page, 0), /You gave 2 of 5/);
    await close();
  });
});

describe('what was told as saved', () => {
  test('is there after a crash of the page, and nothing else is half there', async () => {
    const { page, openTab, close } = await openSmall();
    await untilNamed(page);
    const told: string[] = [];
    for (const index of [0, 1, 2]) told.push(`${await rateUntilTold(page, index, index + 3)} ${index + 3}`);
    // One more is under way.
    await tile(page, 3).focus();
    await page.keyboard.press('1');
    await crash(page);

    const again = await openTab();
    await untilNamed(again);
    for (const index of [0, 1, 2])
      await expectName(tile(again, index), new RegExp(`You gave ${index + 3} of 5`));
    expectWholeRatings(await readRecords(again), told);
    await goToGallery(again);
    await expect.poll(() => options(again).count()).toBe((await readRecords(again)).hung.length);
    await close();
  });

  test('is there when a picture closes the tab while it opens, and that one is not opened again by itself', async () => {
    const { page, openTab, close } = await openSmall({
      before: () => {
        const { postMessage } = Worker.prototype;
        Worker.prototype.postMessage = function (message: { name?: string }) {
          // From then on no worker hears of a picture.
          if (message.name === 'paint' && document.documentElement.dataset.held === 'true') return;
          postMessage.call(this, message);
        };
      },
    });
    await untilNamed(page);
    const id = await rateUntilTold(page, 0, 4);
    await page.evaluate(() => {
      document.documentElement.dataset.held = 'true';
    });
    await page.keyboard.press('Enter');
    await page.locator('.easel-canvas').waitFor();
    await crash(page);

    const again = await openTab(`#/art/${id}`);
    await again.getByText('That picture may have closed this tab').waitFor();
    await untilNamed(again);
    expect(await again.locator('.easel-canvas').count()).toBe(0);
    // Asked for by hand, it opens.
    await tile(again, 0).focus();
    await again.keyboard.press('Enter');
    await again.locator('.easel-canvas[data-sharpness=sharp]').waitFor();
    await again.reload();
    await again.locator('.easel-canvas').waitFor();
    await close();
  });

  test('is there after the whole browser is killed', async () => {
    const profileFolder = await mkdtemp(join(tmpdir(), 'palate-killed-'));
    try {
      const first = await openSmall({ profileFolder });
      await untilNamed(first.page);
      const told = [
        `${await rateUntilTold(first.page, 4, 5)} 5`,
        `${await rateUntilTold(first.page, 5, 2)} 2`,
      ];
      await first.page.keyboard.press('ArrowRight');
      await first.page.keyboard.press('1');
      await first.kill();

      const { page, close } = await openSmall({ profileFolder });
      await untilNamed(page);
      await expectName(tile(page, 4), /You gave 5 of 5/);
      await expectName(tile(page, 5), /You gave 2 of 5/);
      await expectNoAlert(page);
      expectWholeRatings(await readRecords(page), told);
      await close();
    } finally {
      await rm(profileFolder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });

  test('is there when its tab is closed 0, 10 and 50 ms later', async () => {
    const { page, openTab, close } = await openSmall();
    await untilNamed(page);
    const told: string[] = [];
    let tab = page;
    for (const [index, wait] of [0, 10, 50].entries()) {
      told.push(`${await rateUntilTold(tab, index, 4)} 4`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await tab.close();
      tab = await openTab();
      await untilNamed(tab);
      expectWholeRatings(await readRecords(tab), told);
      await expectName(tile(tab, index), /You gave 4 of 5/);
    }
    await close();
  });
});

describe('a database', () => {
  test('cleared under the page is never taken for a first visit, and what hung comes back with its stars', async () => {
    const { page, context, url, close } = await openSmall();
    await untilNamed(page);
    const rated: [id: string, stars: number][] = [];
    for (const [index, stars] of [
      [0, 3],
      [6, 5],
      [9, 1],
    ] as const)
      rated.push([await rateUntilTold(page, index, stars), stars]);
    await untilCopied(page, 3);
    await clearDatabase(context, page, url);

    // The open page does not begin a new, small gallery.
    await tile(page, 1).focus();
    await page.keyboard.press('4');
    await alertOf(page).getByText('Not saved: what this site keeps').waitFor();
    await expectSaving(page, 'Not saved');

    await page.reload();
    await page
      .getByRole('heading', { name: 'The gallery did not open. A second copy with 3 artworks is here.' })
      .waitFor();
    expect(await page.getByRole('gridcell').count()).toBe(0);
    expect(await page.getByText('Pick what catches your eye').isVisible()).toBe(false);
    expect(await findWrong(page)).toEqual([]);
    // Still so the next time: nobody chose yet.
    await page.reload();
    await page.getByRole('main').getByRole('button', { name: 'Restore' }).click();
    await page.getByRole('status').getByText('3 artworks brought back from the second copy.').waitFor();
    await expectNoAlert(page);
    await goToGallery(page);
    await expect.poll(() => options(page).count()).toBe(3);
    for (const [id, stars] of rated) await expectName(option(page, id), new RegExp(`You gave ${stars} of 5`));
    expectWholeRatings(
      await readRecords(page),
      rated.map(([id, stars]) => `${id} ${stars}`),
    );

    await page.reload();
    await expect.poll(() => options(page).count()).toBe(3);
    for (const [id, stars] of rated) await expectName(option(page, id), new RegExp(`You gave ${stars} of 5`));
    await close();
  });

  test('of a newer studio is not read, written or deleted: the tab is out of date', async () => {
    const { page, openTab, close } = await openSmall({ fragment: bareAddress });
    await openAsNewer(page);
    const before = await lookAsNewer(page);
    const tab = await openTab();
    await tab.getByRole('heading', { name: 'This tab is out of date. Reload to go on.' }).waitFor();
    await tab.getByRole('button', { name: 'Reload' }).waitFor();
    expect(await tab.getByRole('gridcell').count()).toBe(0);
    for (const key of ['4', 's', 'b', 'z']) await tab.keyboard.press(key);
    await dropFiles(tab, [jsonFile('dropped.json', 'Dropped', 'In vain.')]);
    await tab.waitForTimeout(300);
    expect(await tab.getByRole('dialog').count()).toBe(0);
    expect(before).toEqual({ version: 7, stores: ['newer'], mark: 'untouched', witness: null, caches: [] });
    expect(await lookAsNewer(page)).toEqual(before);
    await close();
  });

  test('that a newer studio takes over is given up at once, and what is done after is not told as saved', async () => {
    const { page, openTab, close } = await openSmall();
    await untilNamed(page);
    const id = await rateUntilTold(page, 0, 4);
    const other = await openTab(bareAddress);
    // It is not blocked by this tab.
    await openAsNewer(other);
    await tile(page, 1).focus();
    await page.keyboard.press('5');
    await alertOf(page).getByText('This tab is out of date. Reload to go on.').waitFor();
    await expectSaving(page, 'Not saved');
    expectWholeRatings(await readRecords(other), [`${id} 4`]);
    expect((await lookAsNewer(other)).mark).toBe('untouched');
    await close();
  });
});

describe('two tabs', () => {
  test('that rate and delete the same artwork agree, and lose nothing of the log', async () => {
    const { page, openTab, close } = await openSmall();
    await untilNamed(page);
    const other = await openTab();
    await untilNamed(other);
    const id = await artworkOf(tile(page, 7));
    expect(await artworkOf(tile(other, 7))).toBe(id);
    for (const tab of [page, other]) await tile(tab, 7).focus();
    await Promise.all([page.keyboard.press('2'), other.keyboard.press('5')]);
    await expect
      .poll(async () => (await readRecords(page)).judged.toSorted())
      .toEqual([`${id} 2`, `${id} 5`]);
    const { judged, standing } = await readRecords(page);
    expect(standing).toEqual([judged.at(-1)]);
    const last = judged.at(-1)!.split(' ')[1];
    for (const tab of [page, other]) await expectName(tile(tab, 7), new RegExp(`You gave ${last} of 5`));

    await rateUntilTold(page, 7, 4);
    await expectName(tile(other, 7), /You gave 4 of 5/);

    // Deleted here while it is on the easel there.
    await tile(other, 7).focus();
    await other.keyboard.press('Enter');
    await other.locator('main canvas[role=img]').waitFor();
    await goToGallery(page);
    await option(page, id).click();
    const told = other.getByRole('status').getByText('Deleted in another tab.').waitFor();
    await page.keyboard.press('Delete');
    await told;
    await page.getByText('Nothing kept yet.').waitFor();
    expect(await other.locator('main canvas[role=img]').count()).toBe(1);

    // To rate what is gone does not raise it from the dead.
    await other.keyboard.press('3');
    await expect.poll(async () => (await readRecords(page)).deleted).toEqual([id]);
    await other.waitForTimeout(200);
    expect(await readRecords(page)).toMatchObject({ hung: [], deleted: [id] });
    await other.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(() => options(page).count()).toBe(1);
    await expectName(option(page, id), /You gave 4 of 5/);
    expect(await readRecords(page)).toMatchObject({ hung: [id], deleted: [] });
    await close();
  });
});

/** A file of a small artwork; `n` makes its network one of its own. */
function jsonFile(name: string, title: string, altText: string, n = 0) {
  const [first, ...rest] = smallGenome.layers;
  const layers = [{ ...first!, biases: [0.25 + n / 64, -0.5] }, ...rest];
  const genome = { ...smallGenome, layers };
  const json = artworkToJson({ title, altText, genome }, smallArtwork.view);
  return { name, type: 'application/json', bytes: new TextEncoder().encode(json) };
}

/** Whether the last character of a text stands to the right of the one before, on its line. */
function readsForward(element: Element): boolean {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  // A full stop by itself reads either way.
  let last = walker.nextNode() as Text;
  for (let text = last; text !== null; text = walker.nextNode() as Text) if (text.length > 1) last = text;
  const leftOf = (offset: number) => {
    const range = document.createRange();
    range.setStart(last, offset);
    range.setEnd(last, offset + 1);
    return range.getBoundingClientRect().left;
  };
  return leftOf(last.length - 1) > leftOf(last.length - 2);
}

describe('files', () => {
  test('dropped sixty at once are read to the end, and two bad ones stop nothing', async () => {
    const { page, close } = await openSmall({ fragment: '#/gallery' });
    await page.getByText('Nothing kept yet.').waitFor();
    const carried = await readFile(new URL('../fixtures/carried-1.png', import.meta.url));
    const files = Array.from({ length: 57 }, (_, n) => jsonFile(`${n}.json`, `Small ${n}`, 'A form.', n + 1));
    files.splice(5, 0, { name: 'empty.png', type: 'image/png', bytes: new Uint8Array() });
    files.splice(20, 0, {
      name: 'notes.txt',
      type: 'text/plain',
      bytes: new TextEncoder().encode('Dear diary'),
    });
    files.push({ name: 'carried.png', type: 'image/png', bytes: carried });
    await dropFiles(page, files);

    const sheet = page.getByRole('dialog', { name: 'Open' });
    await sheet.getByRole('heading', { name: '58 of 60 can be opened. 2 could not be read.' }).waitFor();
    const lines = await sheet.getByRole('listitem').allTextContents();
    expect(lines).toHaveLength(60);
    expect(lines[5]).toMatch(/empty\.png.*\w\.$/);
    expect(lines[20]).toMatch(/notes\.txt.*\w\.$/);
    expect(lines[19]).toContain('Small 18');
    expect((await readRecords(page)).hung).toEqual([]);
    await sheet.getByRole('button', { name: 'Keep 58' }).click();
    await page.getByText('Kept 58 artworks.').waitFor();
    await expect.poll(() => options(page).first().getAttribute('aria-setsize')).toBe('58');
    expect((await readRecords(page)).hung).toHaveLength(58);
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Nothing kept yet.').waitFor();
    expect((await readRecords(page)).hung).toEqual([]);
    await close();
  });

  test('with markup for a title and a name are shown as text, and run nothing', async () => {
    const { page, close } = await openSmall({ fragment: '#/gallery' });
    await page.getByText('Nothing kept yet.').waitFor();
    const title = '<img src=x onerror="window.__pwn=1"> \u202Egnp.tnaig <b>bold</b>';
    const altText = '<script>window.__pwn=2</script><svg onload="window.__pwn=3"> \u202Edesrever';
    const fileName = '<img src=y onerror="window.__pwn=4">\u202Enosj.json';
    const expectText = async (what: string) => {
      expect([what, await page.evaluate(() => Reflect.get(window, '__pwn'))]).toEqual([what, undefined]);
      expect([what, await page.locator('img, svg[onload], b, body script').count()]).toEqual([what, 0]);
    };
    await dropFiles(page, [
      jsonFile(fileName, title, altText),
      { name: fileName, type: 'text/plain', bytes: new TextEncoder().encode(title) },
    ]);
    const sheet = page.getByRole('dialog', { name: 'Open' });
    await sheet.getByRole('heading', { name: '1 of 2 can be opened.' }).waitFor();
    expect(await sheet.locator('bdi').allTextContents()).toEqual([title, fileName]);
    await expectText('list');
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'hidden' });

    await dropFiles(page, [jsonFile(fileName, title, altText)]);
    await expect.poll(() => sheet.locator('h2 bdi').textContent()).toBe(title);
    await expectText('preview');
    await sheet.getByRole('button', { name: 'Keep', exact: true }).click();

    await options(page).waitFor();
    expect(await nameOf(options(page))).toBe(`${title}. ${altText}.`);
    expect(await options(page).locator('bdi').textContent()).toBe(title);
    await expectText('gallery');
    await options(page).focus();
    await page.keyboard.press('Enter');
    const label = page.getByRole('complementary', { name: 'About this artwork' });
    await expect.poll(() => label.locator('h1 bdi').textContent()).toBe(title);
    expect(await page.locator('main canvas[role=img]').getAttribute('aria-label')).toBe(altText);
    const provenance = label.locator('.provenance');
    expect(await provenance.textContent()).toContain(
      `Imported from ${fileName.replace('\u202E', '')}. One layer`,
    );
    expect(await provenance.evaluate(readsForward)).toBe(true);
    await expectText('easel');
    await page.keyboard.press('e');
    const exporting = page.getByRole('dialog', { name: 'Export' });
    await expect.poll(() => exporting.locator('h2 bdi').textContent()).toBe(title);
    await expectText('export');
    await close();
  });
});
