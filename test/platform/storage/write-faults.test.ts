// SQLite's method: the k-th operation of a write fails, for k = 1, 2, ... until a write gets through untouched.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { RecordChange } from '#core/gallery/records.ts';
import type { Store } from '#platform/storage/store.ts';
import { open, openFine, useFreshDevice } from './fresh-device.ts';
import { sampleArtwork, sampleJudgement, sampleStanding } from './sample-records.ts';

beforeEach(() => {
  useFreshDevice();
  vi.stubGlobal('caches', undefined); // the copier's reading would be counted too
});

interface Fault {
  readonly name: string;
  /** Runs in place of the k-th operation. */
  readonly strike: (target: object) => void;
  /** What the write comes to. */
  readonly outcome: 'full' | 'unknown' | 'stored';
}

const raise = (name: string) => () => {
  throw new DOMException(`Injected: ${name}.`, name);
};

const faults: readonly Fault[] = [
  { name: 'throws QuotaExceededError', strike: raise('QuotaExceededError'), outcome: 'full' },
  { name: 'throws DataError', strike: raise('DataError'), outcome: 'unknown' },
  { name: 'throws UnknownError', strike: raise('UnknownError'), outcome: 'stored' },
  { name: 'throws InvalidStateError', strike: raise('InvalidStateError'), outcome: 'stored' },
  {
    name: 'aborts the transaction',
    strike(target) {
      if (target instanceof IDBObjectStore) target.transaction.abort();
      throw new DOMException('Injected.', 'AbortError');
    },
    outcome: 'stored',
  },
];

const operations = [
  [IDBDatabase.prototype, 'transaction'],
  [IDBObjectStore.prototype, 'get'],
  [IDBObjectStore.prototype, 'put'],
  [IDBObjectStore.prototype, 'add'],
  [IDBObjectStore.prototype, 'delete'],
] as const;

/** Lets the k-th operation fail; returns whether it came to that, and ends it. */
function injectAt(k: number, strike: Fault['strike']): () => boolean {
  let count = 0;
  const undo = operations.map(([prototype, name]) => {
    const real = Object.getOwnPropertyDescriptor(prototype, name)!;
    Object.defineProperty(prototype, name, {
      ...real,
      value(this: object, ...args: unknown[]) {
        count++;
        if (count === k) strike(this);
        return Reflect.apply(real.value, this, args);
      },
    });
    return () => Object.defineProperty(prototype, name, real);
  });
  return () => {
    for (const one of undo) one();
    return count >= k;
  };
}

async function fill(): Promise<{ store: Store; changes: readonly RecordChange[] }> {
  const store = await openFine();
  await store.write([
    { record: 'artwork', id: 'a', before: null, after: sampleArtwork('a', { isHung: false }) },
    { record: 'standing', id: 'me/b', before: null, after: sampleStanding('b') },
  ]);
  const a = (await store.get('artwork', 'a'))!;
  const standing = (await store.get('standing', 'me/b'))!;
  return {
    store,
    changes: [
      { record: 'artwork', id: 'a', before: a, after: sampleArtwork('a') },
      { record: 'artwork', id: 'new', before: null, after: sampleArtwork('new') },
      { record: 'judgement', id: 'j', before: null, after: sampleJudgement('j', 'a') },
      { record: 'standing', id: 'me/b', before: standing, after: null },
    ],
  };
}

async function describeStored(store: Store) {
  return {
    hung: await store.count('artwork', 'hung'),
    artworks: await store.count('artwork', 'sequence'),
    judgements: await store.count('judgement', 'sequence'),
    standings: await store.count('standing', 'sequence'),
  };
}

const nothing = { hung: 0, artworks: 1, judgements: 0, standings: 1 };
const everything = { hung: 2, artworks: 2, judgements: 1, standings: 0 };

describe('write', () => {
  test.each(faults)('stores all or nothing when its k-th operation $name', async ({ strike, outcome }) => {
    let k = 0;
    for (let isReached = true; isReached; ) {
      k++;
      useFreshDevice();
      vi.stubGlobal('caches', undefined);
      const { store, changes } = await fill();
      const end = injectAt(k, strike);
      const result = await store.write(changes).catch((error: unknown) => error);
      isReached = end();

      const isStored = !isReached || outcome === 'stored';
      if (isStored) expect(result).toBe(2);
      else expect(result).toMatchObject({ name: 'StoreError', fault: outcome });
      expect(await describeStored(store)).toEqual(isStored ? everything : nothing);
      // The store goes on, and the same act can be done again.
      if (!isStored) expect(await store.write(changes)).toBe(2);
      expect(await describeStored(store)).toEqual(everything);
      store.dispose();
      const again = await open();
      expect(again.kind).toBe('open');
      if (again.kind === 'open') again.store.dispose();
    }
    expect(k).toBeGreaterThan(10);
  });

  test('is not done twice when the connection was lost after it was stored', async () => {
    const { store, changes } = await fill();
    const real = IDBDatabase.prototype.transaction;
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    spy.mockImplementationOnce(function (this: IDBDatabase, ...args) {
      const transaction = real.apply(this, args);
      // The commit arrives, and is told as an abort.
      const listen = transaction.addEventListener.bind(transaction);
      transaction.addEventListener = (type: string, listener: EventListenerOrEventListenerObject) => {
        if (type === 'abort') listen('complete', listener);
        else if (type !== 'complete') listen(type, listener);
      };
      return transaction;
    });
    expect(await store.write(changes)).toBe(2);
    expect(spy).toHaveBeenCalledTimes(3); // the write, the look at the fresh connection, the write again
    spy.mockRestore();
    expect(await describeStored(store)).toEqual(everything);
    expect(await store.write([])).toBe(3);
    store.dispose();
  });
});

describe('get', () => {
  test('reads again on a fresh connection when the first reading aborts, and tells a second failure', async () => {
    const { store } = await fill();
    const abort = faults.at(-1)!.strike;
    const end = injectAt(2, abort); // the transaction, then the get
    expect(await store.get('artwork', 'a')).toMatchObject({ id: 'a' });
    expect(end()).toBe(true);

    const spy = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(raise('DataError'));
    await expect(store.get('artwork', 'a')).rejects.toMatchObject({ name: 'StoreError', fault: 'unknown' });
    spy.mockRestore();
    expect(await store.get('artwork', 'a')).toMatchObject({ id: 'a' });
    store.dispose();
  });
});
