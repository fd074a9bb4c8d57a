// Injected faults and what is left after them, for tests of the whole studio.
import type { BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import { artworkOf, tile } from './studio-steps.ts';

/** An address of the studio's origin at which no studio runs. */
export const bareAddress = 'licenses.txt';

/** Resolves in the very task in which a tile shows its rating beside the word that it is saved; null when it never does. */
export async function rateUntilTold(page: Page, index: number, stars: number): Promise<string> {
  const id = await artworkOf(tile(page, index));
  await tile(page, index).focus();
  const told = page.evaluate(
    ([id, stars]) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const name = document.querySelector(`[data-artwork="${id}"]`)?.getAttribute('aria-label');
          const word = document.querySelector('.saving')?.textContent;
          if (!name?.includes(`You gave ${stars} of 5`) || word !== 'Saved on this device') return;
          observer.disconnect();
          resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, {
          subtree: true,
          childList: true,
          characterData: true,
          attributes: true,
        });
        look();
      }),
    [id, stars] as const,
  );
  await page.keyboard.press(`${stars}`);
  await told;
  return id;
}

export interface StoredRecords {
  /** Ids of the artworks that hang. */
  readonly hung: readonly string[];
  readonly deleted: readonly string[];
  /** `artwork stars` of every judgement by stars, in the order of the log. */
  readonly judged: readonly string[];
  /** `artwork stars` of every standing that is not 0. */
  readonly standing: readonly string[];
}

/** What the database itself holds, read past the studio. Never makes one. */
export async function readRecords(page: Page): Promise<StoredRecords> {
  const found = await page.evaluate(async () => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const opening = indexedDB.open('palate');
    opening.onupgradeneeded = () => opening.transaction!.abort();
    const database = await answer(opening);
    const transaction = database.transaction(['artwork', 'judgement', 'standing'], 'readonly');
    const [artworks, judgements, standings] = await Promise.all(
      ['artwork', 'judgement', 'standing'].map((name) => answer(transaction.objectStore(name).getAll())),
    );
    database.close();
    return { artworks: artworks!, judgements: judgements!, standings: standings! };
  });
  const records = (rows: readonly { record: Record<string, unknown> }[]) => rows.map(({ record }) => record);
  const said = records(found.judgements)
    .sort((a, b) => Number(a.sequence) - Number(b.sequence))
    .map((judgement) => judgement.said as Record<string, unknown>);
  return {
    hung: records(found.artworks).flatMap(({ id, isHung }) => (isHung === true ? [`${id}`] : [])),
    deleted: records(found.artworks).flatMap(({ id, isDeleted }) => (isDeleted === true ? [`${id}`] : [])),
    judged: said.flatMap(({ kind, artwork, stars }) => (kind === 'stars' ? [`${artwork} ${stars}`] : [])),
    standing: records(found.standings).flatMap(({ artwork, stars }) =>
      stars === 0 ? [] : [`${artwork} ${stars}`],
    ),
  };
}

/** Nothing of a rating is there without the rest of it, and all of `told`, written `artwork stars`, is there. */
export function expectWholeRatings({ hung, judged, standing }: StoredRecords, told: readonly string[]): void {
  expect(judged).toEqual(expect.arrayContaining([...told]));
  expect([...standing].sort()).toEqual([...judged].sort());
  expect([...hung].sort()).toEqual(judged.map((one) => one.split(' ')[0]).sort());
}

/** Waits until the second copy holds that many artworks with their ratings. */
export async function untilCopied(page: Page, count: number): Promise<void> {
  const countCopied = () =>
    page.evaluate(async () => {
      const cache = await caches.open('palate-copy-1');
      const kinds = (await cache.keys()).map(({ url }) => new URL(url).pathname.split('/')[1]);
      return ['artwork', 'judgement', 'standing'].map((kind) => kinds.filter((one) => one === kind).length);
    });
  await expect.poll(countCopied).toEqual([count, count, count]);
}

export async function clearDatabase(context: BrowserContext, page: Page, url: string): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', {
    origin: new URL(url).origin,
    storageTypes: 'indexeddb',
  });
}

/** Fills what the quota leaves with a database of its own, down to less than a kilobyte. Resolves to the bytes it took. */
export const fillDevice = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => opening.result.createObjectStore('bytes', { autoIncrement: true });
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const take = (length: number) =>
      new Promise<boolean>((resolve) => {
        const transaction = database.transaction('bytes', 'readwrite');
        transaction.objectStore('bytes').add(crypto.getRandomValues(new Uint8Array(length)));
        transaction.oncomplete = () => resolve(true);
        transaction.onabort = () => resolve(false);
      });
    let taken = 0;
    for (const length of [65_536, 8192, 1024]) while (await take(length)) taken += length;
    database.close();
    return taken;
  });

/** Opens the studio's database as a newer studio would, with a store that only that one knows. */
export const openAsNewer = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('palate', 7);
    opening.onupgradeneeded = () => opening.result.createObjectStore('newer').put('untouched', 'mark');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    database.close();
  });

/** What the newer studio finds again: version, stores, its mark and the caches of the origin. */
export const lookAsNewer = (page: Page) =>
  page.evaluate(async () => {
    const opening = indexedDB.open('palate');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const reading = database.transaction('newer', 'readonly').objectStore('newer').get('mark');
    await new Promise((resolve) => (reading.transaction!.oncomplete = resolve));
    const stores = [...database.objectStoreNames];
    database.close();
    const witness = localStorage.getItem('palate.witness');
    return { version: database.version, stores, mark: reading.result, witness, caches: await caches.keys() };
  });
