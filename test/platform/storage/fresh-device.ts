// A device for storage tests in Node: an empty IndexedDB, localStorage and Cache API, as a browser would have them.
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { openStore } from '#platform/storage/open-store.ts';
import type { OpenedStore, Store } from '#platform/storage/store.ts';
import { plainParsers } from './sample-records.ts';

export function useFreshDevice(): void {
  forgetDatabase();
  vi.stubGlobal('localStorage', createLocalStorage());
  vi.stubGlobal('caches', createCaches());
}

/** As Chromium does on damage: the next opening finds an empty database. */
export function forgetDatabase(): void {
  vi.stubGlobal('indexedDB', new IDBFactory());
}

export const open = (timeoutMs = 5000): Promise<OpenedStore> =>
  openStore({ loadParsers: async () => plainParsers, now: () => 0, timeoutMs });

export async function openFine(): Promise<Store> {
  const opened = await open();
  if (opened.kind !== 'open') throw new Error(`Expected an open store, got ${opened.kind}.`);
  return opened.store;
}

/** Resolves when the second copy of `generation` has come to `sequence`. */
export async function copied(sequence: number, generation = 1): Promise<void> {
  await vi.waitFor(async () => {
    const cache = await caches.open(`palate-copy-${generation}`);
    const text = await (await cache.match('https://palate.invalid/sequence'))?.text();
    if (Number(text ?? 0) < sequence) throw new Error(`The copy has come to ${text}, not ${sequence}.`);
  }, 15_000);
}

function createLocalStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, String(value)),
    removeItem: (key: string) => void items.delete(key),
  };
}

function createCaches() {
  const stores = new Map<string, ReturnType<typeof createCache>>();
  return {
    keys: async () => [...stores.keys()],
    async open(name: string) {
      const cache = stores.get(name) ?? createCache();
      stores.set(name, cache);
      return cache;
    },
  };
}

function createCache() {
  const entries = new Map<string, string>();
  const urlOf = (key: string | Request) => (typeof key === 'string' ? key : key.url);
  return {
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
    async match(key: string | Request) {
      const text = entries.get(urlOf(key));
      return text === undefined ? undefined : new Response(text);
    },
    async put(key: string | Request, response: Response) {
      entries.set(urlOf(key), await response.text());
    },
    delete: async (key: string | Request) => entries.delete(urlOf(key)),
  };
}
