// What storage tests do inside a page: one store, acts with a number, and a look at what is there.
import type { RecordChange } from '#core/gallery/records.ts';
import { openStore } from '#platform/storage/open-store.ts';
import { type OpenedStore, type Store, StoreError } from '#platform/storage/store.ts';
import {
  plainParsers,
  sampleArtwork,
  sampleJudgement,
  sampleStanding,
} from '../../platform/storage/sample-records.ts';

let opened: OpenedStore | null = null;
const heard: string[] = [];

function store(): Store {
  if (opened?.kind !== 'open') throw new Error(`The store is ${opened?.kind ?? 'not there'}.`);
  return opened.store;
}

function hold(next: OpenedStore): { kind: OpenedStore['kind']; copied: number } {
  opened = next;
  if (next.kind === 'open') {
    next.store.watch((changed) => heard.push(...changed.map(({ record, id }) => `${record} ${id}`)));
  }
  return { kind: next.kind, copied: next.kind === 'damaged' ? next.copied : 0 };
}

export const open = async () => hold(await openStore({ loadParsers: async () => plainParsers }));

export async function restore() {
  if (opened?.kind !== 'damaged') throw new Error('Nothing to restore.');
  return hold(await opened.restore());
}

export const listHeard = () => heard;

/** Writes artwork, judgement and standing number `n` in one act; `weightCount` makes the artwork heavy. */
export async function save(n: number, weightCount = 3): Promise<void> {
  const id = `a${n}`;
  const artwork = sampleArtwork(id);
  const layer = {
    ...artwork.genome.layers[0]!,
    kernel: Array.from({ length: weightCount }, () => Math.random()),
  };
  const changes: RecordChange[] = [
    {
      record: 'artwork',
      id,
      before: null,
      after: { ...artwork, genome: { ...artwork.genome, layers: [layer] } },
    },
    { record: 'judgement', id: `j${n}`, before: null, after: sampleJudgement(`j${n}`, id) },
    { record: 'standing', id: `me/${id}`, before: null, after: sampleStanding(id) },
  ];
  await store().write(changes);
}

/** The fault of a save that failed; null when it did not. */
export async function trySave(n: number, weightCount = 3): Promise<string | null> {
  try {
    await save(n, weightCount);
    return null;
  } catch (error) {
    return error instanceof StoreError ? error.fault : String(error);
  }
}

/** Saves one after the other until the page ends, telling `acknowledge` of each that is durable. */
export async function saveForEver(start: number, acknowledge: (n: number) => void): Promise<never> {
  for (let n = start; ; n++) {
    await save(n, 400);
    acknowledge(n);
  }
}

/** What is there: numbers whose three records are whole, and the counts, which must then agree. */
export async function inspect() {
  const whole: number[] = [];
  const found = { artworks: 0, judgements: 0, standings: 0, hung: 0, unreadable: 0 };
  found.hung = await store().count('artwork', 'hung');
  found.artworks = await store().count('artwork', 'sequence');
  found.judgements = await store().count('judgement', 'sequence');
  found.standings = await store().count('standing', 'stars');
  let after: { after?: NonNullable<Awaited<ReturnType<typeof readPage>>['next']> } = {};
  for (;;) {
    const page = await readPage(after);
    const numbers = page.items.map(({ id }) => Number(id.slice(1)));
    const judgements = await store().getMany(
      'judgement',
      numbers.map((n) => `j${n}`),
    );
    const standings = await store().getMany(
      'standing',
      numbers.map((n) => `me/a${n}`),
    );
    whole.push(...numbers.filter((_, index) => judgements[index] && standings[index]));
    if (page.next === null) break;
    after = { after: page.next };
  }
  found.unreadable = store().unreadable().length;
  return { whole, ...found };
}

const readPage = (after: { after?: { key: readonly (number | string)[]; id: string } }) =>
  store().page('artwork', { order: 'hung', direction: 'descending', limit: 300, ...after });

/** Waits until the second copy has come to that write. */
export async function waitForCopy(sequence: number): Promise<void> {
  const cache = await caches.open('palate-copy-1');
  const read = async () =>
    Number((await (await cache.match('https://palate.invalid/sequence'))?.text()) ?? 0);
  while ((await read()) < sequence) await new Promise((resolve) => setTimeout(resolve, 20));
}
