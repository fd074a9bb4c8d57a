import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parsers } from '#core/gallery/parse-records.ts';
import type { Collection, RecordChange } from '#core/gallery/records.ts';
import { isDamaged, openStore } from '#platform/storage/open-store.ts';
import type { OpenedStore, Store } from '#platform/storage/store.ts';
import { smallArtwork } from '../../core/formats/small-artwork.ts';
import { copied, forgetDatabase, open, openFine, useFreshDevice } from './fresh-device.ts';
import {
  plainParsers,
  sampleArtwork,
  sampleJudgement,
  sampleProfile,
  sampleStanding,
  sampleTombstone,
  sampleWall,
} from './sample-records.ts';

beforeEach(useFreshDevice);
afterEach(() => vi.unstubAllGlobals());

const add = (id: string): RecordChange => ({
  record: 'artwork',
  id,
  before: null,
  after: sampleArtwork(id),
});

/** Opens the database behind the store's back. */
function openRaw(version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('palate', version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function changeRaw(store: string, change: (objects: IDBObjectStore) => void): Promise<void> {
  const database = await openRaw();
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(store, 'readwrite');
    change(transaction.objectStore(store));
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

type Damaged = Extract<OpenedStore, { kind: 'damaged' }>;

async function openDamaged(): Promise<Damaged> {
  const opened = await open();
  if (opened.kind !== 'damaged') throw new Error(`Expected a damaged store, got ${opened.kind}.`);
  return opened;
}

function storeOf(opened: OpenedStore): Store {
  if (opened.kind !== 'open') throw new Error(`Expected an open store, got ${opened.kind}.`);
  return opened.store;
}

describe('openStore, and the parsers', () => {
  test('asks for them when there is a row to read, not before', async () => {
    let askedCount = 0;
    const loadParsers = async () => {
      askedCount++;
      return plainParsers;
    };
    const store = storeOf(await openStore({ loadParsers, now: () => 0 }));
    const query = { order: 'sequence', direction: 'descending', limit: 10 } as const;
    expect(await store.page('wall', query)).toEqual({ items: [], next: null });
    expect(await store.get('desk', 'desk')).toBeUndefined();
    expect(await store.getMany('artwork', ['a', 'b'])).toEqual([undefined, undefined]);
    await store.write([add('a')]);
    expect(askedCount).toBe(0);
    expect(await store.get('artwork', 'a')).toMatchObject({ id: 'a', sequence: 1 });
    expect(await store.getMany('artwork', ['b', 'a'])).toMatchObject([undefined, { id: 'a' }]);
    expect((await store.page('artwork', query)).items).toHaveLength(1);
    expect(askedCount).toBeGreaterThan(0);
    store.dispose();
  });

  test('says that the device did not answer when they do not come, and asks again', async () => {
    let isOffline = true;
    const loadParsers = () =>
      isOffline ? Promise.reject(new TypeError('offline')) : Promise.resolve(plainParsers);
    const store = storeOf(await openStore({ loadParsers, now: () => 0 }));
    await store.write([add('b')]);
    await expect(store.get('artwork', 'b')).rejects.toMatchObject({ name: 'StoreError', fault: 'unknown' });
    isOffline = false;
    await store.write([add('a')]);
    expect(await store.get('artwork', 'a')).toMatchObject({ id: 'a' });
    store.dispose();
  });
});

describe('openStore, without a database', () => {
  test('is in memory where IndexedDB is absent', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const opened = await open();
    expect(opened.kind).toBe('memory');
    if (opened.kind === 'memory') expect(await opened.store.write([add('a')])).toBe(1);
  });

  test('is in memory where opening throws, after three tries', async () => {
    const openAsked = vi.fn(() => {
      throw new DOMException('No.', 'SecurityError');
    });
    vi.stubGlobal('indexedDB', { open: openAsked });
    expect((await open()).kind).toBe('memory');
    expect(openAsked).toHaveBeenCalledTimes(3);
  });

  test('is in memory where opening never settles', async () => {
    vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() });
    expect((await open(30)).kind).toBe('memory');
  });

  test('is outdated where a newer version has been, and leaves it as it was', async () => {
    (await openRaw(99)).close();
    expect((await open()).kind).toBe('outdated');
    const database = await openRaw();
    expect(database.version).toBe(99);
    expect([...database.objectStoreNames]).toEqual([]);
    database.close();
  });

  test('works alone: without localStorage, Cache API and BroadcastChannel', async () => {
    for (const name of ['localStorage', 'caches', 'BroadcastChannel']) vi.stubGlobal(name, undefined);
    const store = await openFine();
    await store.write([add('a')]);
    store.dispose();
    const again = await openFine();
    expect(await again.count('artwork', 'hung')).toBe(1);
    again.dispose();
  });
});

describe('openStore, on a database of an earlier version', () => {
  test('adds the kinds of records it lacks and keeps what is there', async () => {
    await createFirstVersion([{ id: 'a', hung: 1, record: sampleArtwork('a') }]);
    const store = await openFine();
    expect(await store.get('artwork', 'a')).toEqual(sampleArtwork('a'));
    const training = { id: 't', schema: 1, title: '', createdAtMs: 0, run: {}, sequence: 0 } as const;
    expect(await store.write([{ record: 'training', id: 't', before: null, after: training }])).toBe(6);
    expect(await store.get('training', 't')).toEqual({ ...training, sequence: 6 });
    store.dispose();
  });
});

/** As version 1 of the database was: no trainings, no collections, five writes made. */
function createFirstVersion(
  artworks: readonly { readonly id: string; readonly hung?: 1; readonly record: object }[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('palate', 1);
    request.onerror = () => reject(request.error);
    request.onupgradeneeded = () => {
      const { result: database } = request;
      for (const name of ['artwork', 'judgement', 'standing', 'profile', 'wall', 'desk', 'portrait', 'act']) {
        const objects = database.createObjectStore(name, { keyPath: 'id' });
        objects.createIndex('sequence', ['record.sequence', 'id']);
        if (name === 'artwork') objects.createIndex('hung', ['hung', 'record.sequence', 'id']);
        if (name === 'artwork') for (const row of artworks) objects.put(row);
        if (name === 'standing') objects.createIndex('stars', ['stars', 'record.sequence', 'id']);
      }
      database.createObjectStore('quarantine', { autoIncrement: true });
      const tally = {
        generation: 1,
        sequence: 5,
        hungCount: artworks.filter(({ hung }) => hung === 1).length,
        judgementCount: 0,
      };
      database.createObjectStore('meta').put(tally, 'tally');
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
}

describe('openStore, while open', () => {
  test('makes way for a newer version and refuses to write from then on', async () => {
    const store = await openFine();
    await store.write([add('a')]);
    (await openRaw(99)).close(); // would hang if the store held on
    await expect(store.write([add('b')])).rejects.toMatchObject({ fault: 'outdated' });
    await expect(store.get('artwork', 'a')).rejects.toMatchObject({ fault: 'outdated' });
    store.dispose();
  });

  test('goes on with a fresh connection when the browser closed the first', async () => {
    const store = await openFine();
    await store.write([add('a')]);
    const real = IDBDatabase.prototype.transaction;
    const once = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      throw new DOMException('The connection is closing.', 'InvalidStateError');
    });
    expect(await store.write([add('b')])).toBe(2);
    expect(await store.count('artwork', 'hung')).toBe(2);
    once.mockRestore();
    expect(IDBDatabase.prototype.transaction).toBe(real);
    store.dispose();
  });

  test('never writes into a database that was emptied under it, and the next start sees the loss', async () => {
    const store = await openFine();
    await store.write([add('a')]);
    await copied(1);
    const lost = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(() => {
      forgetDatabase();
      throw new DOMException('The connection is closing.', 'InvalidStateError');
    });
    await expect(store.write([add('b')])).rejects.toMatchObject({ fault: 'closed' });
    await expect(store.write([add('c')])).rejects.toMatchObject({ fault: 'closed' });
    lost.mockRestore();
    store.dispose();
    expect((await openDamaged()).copied).toBe(1);
  });

  test('tells another tab what changed, and not itself', async () => {
    const [store, other] = [await openFine(), await openFine()];
    const heardHere = vi.fn();
    const heardThere = vi.fn();
    store.watch(heardHere);
    const end = other.watch(heardThere);
    await store.write([add('a')]);
    await vi.waitFor(() => expect(heardThere).toHaveBeenCalledWith([{ record: 'artwork', id: 'a' }]), 15_000);
    expect(heardHere).not.toHaveBeenCalled();
    end();
    await store.write([add('b')]);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(heardThere).toHaveBeenCalledTimes(1);
    store.dispose();
    other.dispose();
  });
});

describe('openStore, with what an older version left', () => {
  test('opens a database of version 1 with all that is in it, and makes its cards', async () => {
    await createFirstVersion([
      { id: 'a', hung: 1, record: { ...oldArtwork('a'), sequence: 1 } },
      { id: 'b', hung: 1, record: { ...oldArtwork('b'), sequence: 2 } },
      { id: 'c', record: { ...oldArtwork('c'), isHung: false, sequence: 2 } },
    ]);
    const opened = await openStore({ loadParsers: async () => parsers, now: () => 0 });
    if (opened.kind !== 'open') throw new Error(`Expected an open store, got ${opened.kind}.`);
    const { store } = opened;
    expect(await store.get('artwork', 'a')).toMatchObject({ schema: 2, note: '', hungSequence: 1 });
    const places = async () => (await store.cards()).map(({ id, hungSequence }) => [id, hungSequence]).sort();
    expect(await places()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(await places()).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    const after: Collection = { id: 'q', schema: 1, name: 'Quiet ones', artworks: ['a'], sequence: 0 };
    await store.write([{ record: 'collection', id: 'q', before: null, after }]);
    expect(await store.get('collection', 'q')).toEqual({ ...after, sequence: 6 });
    store.dispose();
  });

  function oldArtwork(id: string) {
    const { note: _, hungSequence: __, ...rest } = smallArtwork;
    return { ...rest, id, schema: 1 };
  }
});

describe('openStore, with rows nobody can read', () => {
  const garbage: readonly unknown[] = [
    ...[undefined, null, true, false, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 10n, '', 'text'],
    ...[[], [1], {}, { schema: 1 }, { id: 'g' }, { schema: 2, id: 'g', sequence: 1 }, new Date(0)],
    ...[new Date(Number.NaN), /x/, new Map(), new Set([1]), new ArrayBuffer(8), new Uint8Array(3)],
    ...[new Error('x'), { schema: 1, id: 7, sequence: 1 }, { schema: 1, id: 'g', sequence: '1' }],
    ...[
      { schema: 1, id: 'other', sequence: 1 },
      { schema: '1', id: 'g', sequence: 1 },
    ],
  ];

  test('skips 30 shapes of garbage and loses nothing else', async () => {
    const store = await openFine();
    await store.write([add('a'), add('b')]);
    await changeRaw('artwork', (objects) => {
      for (const [index, record] of garbage.entries()) objects.put({ id: `g${index}`, record });
      objects.put({ id: 'hung', hung: 1, record: { sequence: 1 } });
      objects.put({ id: 'bare' });
    });
    expect(garbage).toHaveLength(30);
    const page = await store.page('artwork', { order: 'sequence', direction: 'ascending', limit: 2 });
    expect(page.items.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(page.next).toBeNull();
    for (const index of garbage.keys()) expect(await store.get('artwork', `g${index}`)).toBeUndefined();
    expect(await store.get('artwork', 'bare')).toBeUndefined();
    expect(store.unreadable()).toContainEqual({ record: 'artwork', id: 'g0' });
    expect(store.unreadable().length).toBeGreaterThanOrEqual(garbage.length);
    await store.write([add('c')]);
    store.dispose();
    const again = await openFine();
    expect(await again.get('artwork', 'c')).toBeDefined();
    again.dispose();
  });

  test('puts one in quarantine, whole, when it is written over', async () => {
    const store = await openFine();
    await store.write([add('a')]);
    await changeRaw('artwork', (objects) =>
      objects.put({ id: 'a', hung: 1, record: { sequence: 1, odd: true } }),
    );
    expect(await store.get('artwork', 'a')).toBeUndefined();
    await store.write([add('a')]);
    expect(await store.get('artwork', 'a')).toMatchObject({ id: 'a', sequence: 2 });
    store.dispose();
    const database = await openRaw();
    const request = database.transaction('quarantine').objectStore('quarantine').getAll();
    await vi.waitFor(() => expect(request.readyState).toBe('done'), 15_000);
    expect(request.result).toEqual([
      { record: 'artwork', id: 'a', row: { id: 'a', hung: 1, record: { sequence: 1, odd: true } } },
    ]);
    database.close();
  });

  test('opens without a tally, which it counts anew', async () => {
    const store = await openFine();
    await store.write([add('a')]);
    store.dispose();
    useWitnessOf(null);
    vi.stubGlobal('caches', undefined);
    await changeRaw('meta', (objects) => objects.put('nonsense', 'tally'));
    const again = await openFine();
    expect(await again.write([add('b')])).toBe(2);
    again.dispose();
  });
});

const useWitnessOf = (value: unknown) =>
  value === null
    ? localStorage.removeItem('palate.witness')
    : localStorage.setItem('palate.witness', JSON.stringify(value));

describe('openStore, after a loss', () => {
  async function fill(): Promise<Store> {
    const store = await openFine();
    await store.write([add('a'), add('b'), add('gone')]);
    await store.write([
      { record: 'judgement', id: 'j', before: null, after: sampleJudgement('j', 'a', 5) },
      { record: 'standing', id: 'me/a', before: null, after: sampleStanding('a', 5) },
      { record: 'profile', id: 'me', before: null, after: sampleProfile('me') },
      { record: 'artwork', id: 'lineage', before: null, after: sampleArtwork('lineage', { isHung: false }) },
      { record: 'wall', id: 'w', before: null, after: sampleWall('w') },
    ]);
    const gone = (await store.get('artwork', 'gone'))!;
    await store.write([{ record: 'artwork', id: 'gone', before: gone, after: sampleTombstone('gone') }]);
    await copied(3);
    return store;
  }

  test('is damaged when the database is new and the witness is not; restore gives everything copied back', async () => {
    const before = await fill();
    const kept = await before.getMany('artwork', ['a', 'b', 'gone']);
    const [judgement, standing] = [await before.get('judgement', 'j'), await before.get('standing', 'me/a')];
    before.dispose();
    forgetDatabase();

    const damaged = await openDamaged();
    expect(damaged.copied).toBe(2);
    const store = storeOf(await damaged.restore());
    expect(await store.getMany('artwork', ['a', 'b', 'gone'])).toEqual(kept);
    expect(await store.get('judgement', 'j')).toEqual(judgement);
    expect(await store.get('standing', 'me/a')).toEqual(standing);
    expect(await store.get('profile', 'me')).toBeDefined();
    expect(await store.count('artwork', 'hung')).toBe(2);
    expect(await store.write([add('next')])).toBe(4);
    store.dispose();
    storeOf(await open()).dispose();
  });

  test('is damaged at every start until restored, and restored by two tabs holds everything once', async () => {
    (await fill()).dispose();
    forgetDatabase();
    const [first, second] = [await openDamaged(), await openDamaged()];
    const store = storeOf(await first.restore());
    await store.write([add('since')]);
    const other = storeOf(await second.restore());
    expect(await other.count('artwork', 'sequence')).toBe(4);
    expect(await other.write([add('later')])).toBe(5);
    store.dispose();
    other.dispose();
  });

  test('startEmpty begins with nothing and leaves the copy where it is', async () => {
    (await fill()).dispose();
    forgetDatabase();
    const store = storeOf(await (await openDamaged()).startEmpty());
    expect(await store.count('artwork', 'sequence')).toBe(0);
    expect(await store.write([add('new')])).toBe(1);
    await copied(1, 2);
    store.dispose();
    const again = storeOf(await open());
    expect(await again.count('artwork', 'hung')).toBe(1);
    again.dispose();
    const old = await caches.open('palate-copy-1');
    expect((await old.keys()).filter(({ url }) => url.includes('/artwork/'))).toHaveLength(2);
    // And the new beginning is watched over like the first.
    forgetDatabase();
    expect((await openDamaged()).copied).toBe(1);
  });

  test('is damaged by the copy alone when the witness is gone too', async () => {
    (await fill()).dispose();
    forgetDatabase();
    useWitnessOf(null);
    expect((await openDamaged()).copied).toBe(2);
  });

  test('is damaged by the witness alone when there is no copy', async () => {
    (await fill()).dispose();
    forgetDatabase();
    vi.stubGlobal('caches', undefined);
    const damaged = await openDamaged();
    expect(damaged.copied).toBe(0);
    const store = storeOf(await damaged.restore());
    expect(await store.write([add('a')])).toBe(4);
    store.dispose();
  });

  test('is damaged when rows are missing though the tally is not', async () => {
    (await fill()).dispose();
    await changeRaw('artwork', (objects) => objects.delete('a'));
    const store = storeOf(await (await openDamaged()).restore());
    expect(await store.get('artwork', 'a')).toBeDefined();
    store.dispose();
  });

  test('keeps the later of two records with one id when it restores', async () => {
    const store = await fill();
    const a = (await store.get('artwork', 'a'))!;
    await store.write([
      { record: 'artwork', id: 'a', before: a, after: sampleArtwork('a', { title: 'later' }) },
    ]);
    await copied(4);
    store.dispose();
    // The copy is made old for a, the database loses b.
    const cache = await caches.open('palate-copy-1');
    await cache.put('https://palate.invalid/artwork/a', new Response(JSON.stringify(a)));
    await changeRaw('artwork', (objects) => objects.delete('b'));
    const restored = storeOf(await (await openDamaged()).restore());
    expect(await restored.get('artwork', 'a')).toMatchObject({ title: 'later', sequence: 4 });
    expect((await restored.cards()).find(({ id }) => id === 'a')).toMatchObject({ title: 'later' });
    expect(await restored.get('artwork', 'b')).toBeDefined();
    restored.dispose();
  });

  test('is not damaged because another tab writes while this one opens', async () => {
    const other = await openFine();
    const real = caches;
    vi.stubGlobal('caches', {
      open: (name: string) => real.open(name),
      async keys() {
        await new Promise((resolve) => setTimeout(resolve, 50)); // the database has been looked at by now
        await other.write([add('a')]);
        await copied(1);
        return real.keys();
      },
    });
    const store = storeOf(await open());
    expect(await store.get('artwork', 'a')).toBeDefined();
    store.dispose();
    other.dispose();
  });

  test('an unreadable witness is no witness', async () => {
    for (const value of ['x', 7, [], {}, { generation: 0, sequence: 1, hungCount: 0, judgementCount: 0 }]) {
      useFreshDevice();
      useWitnessOf(value);
      storeOf(await open()).dispose();
    }
    useFreshDevice();
    localStorage.setItem('palate.witness', '{"generation":1,');
    storeOf(await open()).dispose();
  });

  test('copies at the next start what a crash kept from being copied', async () => {
    const cachesThen = globalThis.caches;
    vi.stubGlobal('caches', undefined);
    const store = await openFine();
    await store.write([add('a')]);
    store.dispose();
    vi.stubGlobal('caches', cachesThen);
    const again = await openFine();
    await copied(1);
    again.dispose();
    forgetDatabase();
    expect((await openDamaged()).copied).toBe(1);
  });

  test('a record taken down or taken away leaves the copy', async () => {
    const store = await fill();
    const [a, standing] = [(await store.get('artwork', 'a'))!, (await store.get('standing', 'me/a'))!];
    await store.write([
      { record: 'artwork', id: 'a', before: a, after: sampleArtwork('a', { isHung: false }) },
      { record: 'standing', id: 'me/a', before: standing, after: null },
    ]);
    await copied(4);
    store.dispose();
    forgetDatabase();
    const restored = storeOf(await (await openDamaged()).restore());
    expect(await restored.get('artwork', 'a')).toBeUndefined();
    expect(await restored.get('standing', 'me/a')).toBeUndefined();
    expect(await restored.get('artwork', 'b')).toBeDefined();
    restored.dispose();
  });
});

describe('isDamaged', () => {
  const survey = (sequence: number, generation = 1) => ({
    tally: { generation, sequence, hungCount: 1, judgementCount: 1 },
    hungCount: 1,
    judgementCount: 1,
  });

  test('is false for a database that is ahead of, or level with, what is remembered', () => {
    expect(isDamaged(survey(5), { generation: 1, sequence: 5 })).toBe(false);
    expect(isDamaged(survey(6), { generation: 1, sequence: 5 })).toBe(false);
  });

  test('is true behind what is remembered, and for an earlier generation that is', () => {
    expect(isDamaged(survey(4), { generation: 1, sequence: 5 })).toBe(true);
    expect(isDamaged(survey(9), { generation: 2, sequence: 1 })).toBe(true);
    expect(isDamaged(survey(9), { generation: 2, sequence: 0 })).toBe(false);
  });

  test('takes no notice of what an earlier generation remembers', () => {
    expect(isDamaged(survey(1, 2), { generation: 1, sequence: 50 })).toBe(false);
  });

  test('is true when fewer hung artworks or judgements are there than the tally counts', () => {
    expect(isDamaged({ ...survey(5), hungCount: 0 }, { generation: 1, sequence: 0 })).toBe(true);
    expect(isDamaged({ ...survey(5), judgementCount: 0 }, { generation: 1, sequence: 0 })).toBe(true);
  });
});
