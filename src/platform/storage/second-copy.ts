// The second copy: what a person would miss, as JSON in the Cache API, one entry a record, outside the database
// and untouched by its damage. Nothing here is ever fetched; the addresses are only names.
import type { RecordName, Records } from '#core/gallery/records.ts';
import type { RecordKey } from './store.ts';

/** The records that are copied: of the artworks those that hang, and the tombstones. */
export type CopiedName = 'artwork' | 'judgement' | 'standing' | 'profile' | 'collection';
export const copiedNames: readonly CopiedName[] = [
  'artwork',
  'judgement',
  'standing',
  'profile',
  'collection',
];

export interface CopiedRecord {
  readonly record: CopiedName;
  readonly value: Records[CopiedName];
}

/** As read back: nothing is known of `value` yet. */
export interface CopyEntry {
  readonly record: CopiedName;
  readonly value: unknown;
}

export interface SecondCopy {
  readonly generation: number;
  /** The copy holds everything up to this write; 0 when it is new. */
  readSequence(): Promise<number>;
  writeSequence(sequence: number): Promise<void>;
  put(records: readonly CopiedRecord[]): Promise<void>;
  remove(keys: readonly RecordKey[]): Promise<void>;
  /** Artworks that hang. */
  countHung(): Promise<number>;
  read(): AsyncGenerator<readonly CopyEntry[]>;
}

const NAME = /^palate-copy-([1-9]\d{0,8})$/;
const BASE = 'https://palate.invalid/';
const SEQUENCE = `${BASE}sequence`;
/** Entries read at a time. */
const READ_COUNT = 100;
/** Entries written or removed at a time: a hundred would keep the browser from the database for 300 ms. */
const WRITE_COUNT = 4;

/** null when the browser has no Cache API here, or forbids it. */
export async function openSecondCopy(generation: number): Promise<SecondCopy | null> {
  try {
    return createSecondCopy(await caches.open(`palate-copy-${generation}`), generation);
  } catch {
    return null;
  }
}

/** The copy of the latest generation that has something to give, and how far it came; null when there is none. */
export async function findSecondCopy(): Promise<{ copy: SecondCopy; sequence: number } | null> {
  try {
    const generations = (await caches.keys()).map((name) => Number(NAME.exec(name)?.[1] ?? 0));
    for (const generation of generations.sort((a, b) => b - a)) {
      const copy = generation > 0 ? await openSecondCopy(generation) : null;
      const sequence = (await copy?.readSequence()) ?? 0;
      if (copy !== null && sequence > 0) return { copy, sequence };
    }
  } catch {
    // As if there were none.
  }
  return null;
}

function createSecondCopy(cache: Cache, generation: number): SecondCopy {
  return {
    generation,
    async readSequence() {
      const stored = await (await cache.match(SEQUENCE))?.text();
      const sequence = Number(stored ?? 0);
      return Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0;
    },
    async writeSequence(sequence) {
      await cache.put(SEQUENCE, new Response(String(sequence)));
    },
    async put(records) {
      for (const batch of split(records, WRITE_COUNT))
        await Promise.all(batch.map((record) => putOne(cache, record)));
    },
    async remove(keys) {
      const kinds = (record: RecordName) =>
        record === 'artwork' ? (['artwork', 'tombstone'] as const) : [record];
      const addresses = keys.flatMap(({ record, id }) => kinds(record).map((kind) => addressOf(kind, id)));
      for (const batch of split(addresses, WRITE_COUNT))
        await Promise.all(batch.map((address) => cache.delete(address)));
    },
    async countHung() {
      const prefix = addressOf('artwork', '');
      return (await cache.keys()).filter(({ url }) => url.startsWith(prefix)).length;
    },
    async *read() {
      for (const batch of split(await cache.keys(), READ_COUNT)) {
        const entries = await Promise.all(batch.map((request) => readOne(cache, request)));
        yield entries.filter((entry) => entry !== null);
      }
    },
  };
}

async function putOne(cache: Cache, { record, value }: CopiedRecord): Promise<void> {
  const isGone = 'isDeleted' in value;
  if (record === 'artwork') {
    // One or the other.
    await cache.delete(addressOf(isGone ? 'artwork' : 'tombstone', value.id));
  }
  await cache.put(addressOf(isGone ? 'tombstone' : record, value.id), new Response(JSON.stringify(value)));
}

async function readOne(cache: Cache, request: Request): Promise<CopyEntry | null> {
  const kind = request.url.slice(BASE.length).split('/')[0];
  const record = kind === 'tombstone' ? 'artwork' : copiedNames.find((name) => name === kind);
  if (record === undefined) return null;
  try {
    const response = await cache.match(request);
    return response === undefined ? null : { record, value: await response.json() };
  } catch {
    return null; // one damaged entry must not take the others with it
  }
}

const addressOf = (kind: RecordName | 'tombstone', id: string) => `${BASE}${kind}/${encodeURIComponent(id)}`;

function* split<T>(items: readonly T[], count: number): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += count) yield items.slice(start, start + count);
}
