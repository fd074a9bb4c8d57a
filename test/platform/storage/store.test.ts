// One set of expectations for both stores, and one model, a plain Map, that both must agree with.
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Artwork, RecordChange, RecordName, Records, Stars, Tombstone } from '#core/gallery/records.ts';
import { createMemoryStore } from '#platform/storage/memory-store.ts';
import { Conflict, type Cursor, type Orders, type Page, type Store } from '#platform/storage/store.ts';
import { openFine, useFreshDevice } from './fresh-device.ts';
import { sampleArtwork, sampleJudgement, sampleStanding, sampleTombstone } from './sample-records.ts';

beforeEach(useFreshDevice);

const makers: readonly [string, () => Promise<Store>][] = [
  ['createMemoryStore', async () => createMemoryStore()],
  ['openStore', openFine],
];

const add = (id: string, isHung = true): RecordChange => ({
  record: 'artwork',
  id,
  before: null,
  after: sampleArtwork(id, { isHung }),
});

async function readAll<N extends RecordName>(
  store: Store,
  name: N,
  order: Orders[N],
  direction: 'ascending' | 'descending',
  limit: number,
): Promise<string[]> {
  const ids: string[] = [];
  let after: Cursor | null = null;
  do {
    const page: Page<Records[N]> = await store.page(name, {
      order,
      direction,
      limit,
      ...(after && { after }),
    });
    ids.push(...page.items.map(({ id }) => id));
    if (page.next !== null) expect(page.items).toHaveLength(limit);
    after = page.next;
  } while (after !== null);
  return ids;
}

describe.each(makers)('%s', (_name, make) => {
  test('gives one sequence to all of a write and counts on from it', async () => {
    const store = await make();
    expect(await store.write([add('a'), add('b')])).toBe(1);
    expect(await store.write([add('c')])).toBe(2);
    const [a, b, c, none] = await store.getMany('artwork', ['a', 'b', 'c', 'd']);
    expect([a?.sequence, b?.sequence, c?.sequence, none]).toEqual([1, 1, 2, undefined]);
    store.dispose();
  });

  test('refuses a write whose before is not what is stored, and stores nothing of it', async () => {
    const store = await make();
    await store.write([add('a')]);
    const stale = store.write([add('b'), add('a')]);
    await expect(stale).rejects.toThrow(Conflict);
    await expect(stale).rejects.toMatchObject({ record: 'artwork', id: 'a' });
    const gone: RecordChange = { record: 'artwork', id: 'z', before: sampleArtwork('z'), after: null };
    await expect(store.write([gone])).rejects.toThrow(Conflict);
    expect(await store.get('artwork', 'b')).toBeUndefined();
    expect(await store.write([add('c')])).toBe(2);
    store.dispose();
  });

  test('of two writes at once from the same before, one is a Conflict', async () => {
    const store = await make();
    await store.write([add('a')]);
    const before = (await store.get('artwork', 'a')) ?? null;
    const results = await Promise.allSettled(
      ['one', 'two'].map((title) =>
        store.write([{ record: 'artwork', id: 'a', before, after: sampleArtwork('a', { title }) }]),
      ),
    );
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await store.get('artwork', 'a')).toMatchObject({ title: 'one', sequence: 2 });
    store.dispose();
  });

  test('refuses a write that changes one record twice or under another id', async () => {
    const store = await make();
    await expect(store.write([add('a'), add('a')])).rejects.toThrow(RangeError);
    const askew: RecordChange = { record: 'artwork', id: 'a', before: null, after: sampleArtwork('b') };
    await expect(store.write([askew])).rejects.toThrow(RangeError);
    expect(await store.count('artwork', 'sequence')).toBe(0);
    store.dispose();
  });

  test('hands out copies: changing one changes nothing stored', async () => {
    const store = await make();
    const artwork = sampleArtwork('a');
    await store.write([{ record: 'artwork', id: 'a', before: null, after: artwork }]);
    Object.assign(artwork, { title: 'changed after writing' });
    Object.assign((await store.get('artwork', 'a'))!, { title: 'changed after reading' });
    expect(await store.get('artwork', 'a')).toMatchObject({ title: '' });
    store.dispose();
  });

  test('orders hung artworks without tombstones, and standings by stars, then sequence', async () => {
    const store = await make();
    await store.write([add('a'), add('b', false), add('c')]);
    await store.write([
      {
        record: 'artwork',
        id: 'a',
        before: (await store.get('artwork', 'a'))!,
        after: sampleTombstone('a'),
      },
    ]);
    for (const [artwork, stars] of [
      ['p', 3] as const,
      ['q', 5] as const,
      ['r', 0] as const,
      ['s', 3] as const,
    ]) {
      const after = sampleStanding(artwork, stars);
      await store.write([{ record: 'standing', id: after.id, before: null, after }]);
    }
    expect(await readAll(store, 'artwork', 'hung', 'descending', 2)).toEqual(['c']);
    expect(await readAll(store, 'standing', 'stars', 'descending', 2)).toEqual(['me/q', 'me/s', 'me/p']);
    expect(await store.count('artwork', 'hung')).toBe(1);
    expect(await store.count('standing', 'stars')).toBe(3);
    await expect(store.page('artwork', { order: 'hung', direction: 'ascending', limit: 0 })).rejects.toThrow(
      RangeError,
    );
    store.dispose();
  });

  test('gives an artwork its place when it begins to hang, and leaves it there', async () => {
    const store = await make();
    const rewrite = async (edit: Partial<Artwork>) => {
      const before = (await store.get('artwork', 'a')) as Artwork;
      await store.write([{ record: 'artwork', id: 'a', before, after: { ...before, ...edit } }]);
      const after = (await store.get('artwork', 'a')) as Artwork;
      return [after.hungSequence, after.sequence];
    };
    await store.write([add('a', false)]);
    expect(await rewrite({ title: 'Moon' })).toEqual([0, 2]);
    expect(await rewrite({ isHung: true })).toEqual([3, 3]);
    expect(await rewrite({ title: 'Lens' })).toEqual([3, 4]);
    expect((await store.cards()).map(({ title, hungSequence }) => [title, hungSequence])).toEqual([
      ['Lens', 3],
    ]);
    expect(await rewrite({ isHung: false })).toEqual([3, 5]);
    expect(await store.cards()).toEqual([]);
    expect(await rewrite({ isHung: true, hungSequence: 0 })).toEqual([6, 6]);
    // A new one is often made from one that hangs.
    const copy = { ...sampleArtwork('b'), hungSequence: 3 };
    await store.write([{ record: 'artwork', id: 'b', before: null, after: copy }]);
    expect(await store.get('artwork', 'b')).toMatchObject({ hungSequence: 7 });
    store.dispose();
  });

  test('lists the trash: tombstones with something to bring back', async () => {
    const store = await make();
    const { id: _, schema: __, title: ___, origin: ____, sequence: _____, ...remains } = sampleArtwork('a');
    const bury = (id: string, kept: Tombstone['remains']): RecordChange => ({
      record: 'artwork',
      id,
      before: null,
      after: { ...sampleTombstone(id), remains: kept },
    });
    await store.write([bury('a', remains), bury('b', null), add('c')]);
    await store.write([bury('d', remains)]);
    expect(await readAll(store, 'artwork', 'trash', 'descending', 1)).toEqual(['d', 'a']);
    expect(await store.count('artwork', 'trash')).toBe(2);
    store.dispose();
  });

  test('is closed after dispose, twice without harm', async () => {
    const store = await make();
    store.dispose();
    store.dispose();
    await expect(store.write([add('a')])).rejects.toMatchObject({ name: 'StoreError', fault: 'closed' });
    await expect(store.get('artwork', 'a')).rejects.toMatchObject({ fault: 'closed' });
    await expect(
      store.page('artwork', { order: 'hung', direction: 'ascending', limit: 9 }),
    ).rejects.toMatchObject({ fault: 'closed' });
  });

  test('agrees with a plain Map over any run of writes and pages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        useFreshDevice();
        const store = await make();
        await runAgainstModel(store, acts);
        store.dispose();
      }),
      { numRuns: 60 },
    );
  });
});

const slot = fc.constantFrom('a', 'b', 'c', 'Z', 'é');
const touch = fc.record({
  record: fc.constantFrom('artwork', 'judgement', 'standing'),
  slot,
  isRemoval: fc.boolean(),
  isHung: fc.boolean(),
  stars: fc.constantFrom<Stars | 0>(0, 1, 5),
});
const act = fc.oneof(
  fc.record({
    kind: fc.constant('write'),
    touches: fc.uniqueArray(touch, {
      minLength: 1,
      maxLength: 5,
      selector: (one) => `${one.record} ${one.slot}`,
    }),
    isStale: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('page'),
    limit: fc.integer({ min: 1, max: 4 }),
    isAscending: fc.boolean(),
  }),
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;
type Touch = typeof touch extends fc.Arbitrary<infer T> ? T : never;

interface Model {
  sequence: number;
  readonly rows: Map<string, Records[RecordName]>;
}

async function runAgainstModel(store: Store, acts: readonly Act[]): Promise<void> {
  const model: Model = { sequence: 0, rows: new Map() };
  for (const one of acts) {
    if ('touches' in one) await writeBoth(store, model, one.touches, one.isStale);
    else await compareOrders(store, model, one.limit, one.isAscending ? 'ascending' : 'descending');
  }
  await compareOrders(store, model, 3, 'descending');
}

async function writeBoth(store: Store, model: Model, touches: readonly Touch[], isStale: boolean) {
  const changes = await Promise.all(touches.map((one) => buildChange(store, one)));
  if (isStale) {
    const last = changes.at(-1)!;
    const before = last.before === null ? { ...sampleJudgement(last.id, 'x'), sequence: 99 } : null;
    changes[changes.length - 1] = { ...last, before } as RecordChange;
    await expect(store.write(changes)).rejects.toThrow(Conflict);
    return;
  }
  model.sequence++;
  expect(await store.write(changes)).toBe(model.sequence);
  for (const { record, id, after } of changes) {
    const key = `${record} ${id}`;
    if (after === null) model.rows.delete(key);
    else model.rows.set(key, stamped(after, model.sequence));
    expect(await store.get(record, id)).toEqual(model.rows.get(key));
  }
}

/** Every write of the model is of an artwork that says 0: it hangs from its last write on. */
const stamped = (after: Records[RecordName], sequence: number): Records[RecordName] =>
  'isHung' in after && after.isHung ? { ...after, sequence, hungSequence: sequence } : { ...after, sequence };

async function buildChange(
  store: Store,
  { record, slot, isRemoval, isHung, stars }: Touch,
): Promise<RecordChange> {
  switch (record) {
    case 'artwork': {
      const before = (await store.get('artwork', slot)) ?? null;
      const after = isRemoval ? sampleTombstone(slot) : sampleArtwork(slot, { isHung });
      return { record, id: slot, before, after };
    }
    case 'judgement': {
      const before = (await store.get('judgement', slot)) ?? null;
      return { record, id: slot, before, after: isRemoval ? null : sampleJudgement(slot, 'x') };
    }
    default: {
      const after = sampleStanding(slot, stars);
      const before = (await store.get('standing', after.id)) ?? null;
      return { record: 'standing', id: after.id, before, after: isRemoval ? null : after };
    }
  }
}

async function compareOrders(
  store: Store,
  model: Model,
  limit: number,
  direction: 'ascending' | 'descending',
) {
  const isHung = (row: Records[RecordName]) => 'isHung' in row && row.isHung;
  const starsOf = (row: Records[RecordName]) => ('stars' in row ? row.stars : 0);
  const expected = (
    name: RecordName,
    isIn: (row: Records[RecordName]) => boolean = () => true,
    rank: (row: Records[RecordName]) => number = () => 0,
  ) => {
    const rows = [...model.rows].filter(([key, row]) => key.startsWith(`${name} `) && isIn(row));
    const sorted = rows
      .map(([, row]) => row)
      .sort((a, b) => rank(a) - rank(b) || a.sequence - b.sequence || (a.id < b.id ? -1 : 1));
    return (direction === 'ascending' ? sorted : sorted.reverse()).map(({ id }) => id);
  };
  expect(await readAll(store, 'artwork', 'sequence', direction, limit)).toEqual(expected('artwork'));
  expect(await readAll(store, 'artwork', 'hung', direction, limit)).toEqual(expected('artwork', isHung));
  const cards = await store.cards();
  expect(cards.map(({ id }) => id).sort()).toEqual(expected('artwork', isHung).sort());
  for (const { id, hungSequence } of cards)
    expect(model.rows.get(`artwork ${id}`)).toMatchObject({ hungSequence });
  expect(await readAll(store, 'judgement', 'sequence', direction, limit)).toEqual(expected('judgement'));
  const byStars = expected('standing', (row) => starsOf(row) > 0, starsOf);
  expect(await readAll(store, 'standing', 'stars', direction, limit)).toEqual(byStars);
  expect(await store.count('standing', 'stars')).toBe(byStars.length);
}
