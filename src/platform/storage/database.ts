// The database itself: its shape, how it is opened and what its first look finds. The one file that names idb.
import { type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { RecordName } from '#core/gallery/records.ts';
import { type OrderName, orders, recordNames } from './rows.ts';
import { settleWithin } from './settle-within.ts';
import { parseTally, type Tally } from './tally.ts';

export type Database = IDBPDatabase;

const NAME = 'palate';
/** One more with every new kind of record. */
const VERSION = 3;

const KEY_PATHS: Record<OrderName, string[]> = {
  sequence: ['record.sequence', 'id'],
  hung: ['hung', 'record.sequence', 'id'],
  trash: ['trash', 'record.sequence', 'id'],
  stars: ['stars', 'record.sequence', 'id'],
};

export interface DatabaseEvents {
  /** A newer version wants in; the connection is closed. */
  readonly onOutdated: () => void;
  /** The browser closed the connection by itself. */
  readonly onLost: () => void;
}

/** What the database claims and what is there. */
export interface Survey {
  /** null when it cannot be read. */
  readonly tally: Tally | null;
  readonly hungCount: number;
  readonly judgementCount: number;
}

export type OpenedDatabase =
  | { readonly kind: 'open'; readonly database: Database; readonly survey: Survey }
  | { readonly kind: 'outdated' }
  /** Not there, blocked, or without an answer in time. */
  | { readonly kind: 'absent' };

export interface OpenDatabaseOptions {
  readonly tries?: number;
  /** For all tries together. */
  readonly timeoutMs?: number;
}

/** Never rejects and never deletes. */
export async function openDatabase(
  events: DatabaseEvents,
  { tries = 3, timeoutMs = 5000 }: OpenDatabaseOptions = {},
): Promise<OpenedDatabase> {
  const opened = await settleWithin(tryToOpen(events, tries), timeoutMs, (late) => {
    if (late.kind === 'open') late.database.close();
  });
  return opened ?? { kind: 'absent' };
}

async function tryToOpen(events: DatabaseEvents, tries: number): Promise<OpenedDatabase> {
  for (let count = 1; count <= tries; count++) {
    try {
      return await openOnce(events);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'VersionError') return { kind: 'outdated' };
    }
  }
  return { kind: 'absent' };
}

async function openOnce({ onOutdated, onLost }: DatabaseEvents): Promise<OpenedDatabase> {
  const database = await openDB(NAME, VERSION, {
    upgrade(created, oldVersion, _, transaction) {
      // Whatever an older version has not got: records come up to date when they are read, not here.
      for (const name of recordNames) {
        const isThere = created.objectStoreNames.contains(name);
        const store = isThere
          ? transaction.objectStore(name)
          : created.createObjectStore(name, { keyPath: 'id' });
        for (const order of orders[name])
          if (!store.indexNames.contains(order)) store.createIndex(order, KEY_PATHS[order]);
      }
      if (!created.objectStoreNames.contains('card')) created.createObjectStore('card', { keyPath: 'id' });
      if (oldVersion > 0) return;
      created.createObjectStore('quarantine', { autoIncrement: true });
      const first: Tally = { generation: 1, sequence: 0, hungCount: 0, judgementCount: 0 };
      void created.createObjectStore('meta').put(first, 'tally');
    },
    blocking(_, newVersion) {
      database.close();
      if (newVersion === null) onLost();
      else onOutdated();
    },
    terminated: onLost,
  });
  try {
    // Damage on the disk shows at the first reading, not at opening, so a look is part of opening.
    return { kind: 'open', database, survey: await takeSurvey(database) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * A transaction whose failure is told by its requests, or by `done` to whoever awaits it. Strict when it writes:
 * durable means on the disk.
 */
export function startTransaction<M extends 'readonly' | 'readwrite'>(
  database: Database,
  names: readonly string[],
  mode: M,
): IDBPTransaction<unknown, string[], M> {
  const transaction = database.transaction([...names], mode, { durability: 'strict' });
  transaction.done.catch(() => {}); // idb makes `done` for every transaction, and nobody awaits that of a reading one
  return transaction;
}

export async function takeSurvey(database: Database): Promise<Survey> {
  const transaction = startTransaction(database, ['meta', 'artwork', 'judgement'], 'readonly');
  const [tally, hungCount, judgementCount] = await Promise.all([
    transaction.objectStore('meta').get('tally'),
    transaction.objectStore('artwork').index('hung').count(),
    transaction.objectStore('judgement').count(),
  ]);
  return { tally: parseTally(tally), hungCount, judgementCount };
}

/**
 * Writes the tally anew from what is there: at least `generation`, and a sequence of at least `sequence` and of
 * everything stored. One transaction; resolves when it is durable.
 */
export async function recount(
  database: Database,
  { generation, sequence }: { readonly generation: number; readonly sequence: number },
): Promise<Tally> {
  const transaction = startTransaction(database, [...recordNames, 'meta'], 'readwrite');
  const meta = transaction.objectStore('meta');
  const lastOf = async (name: RecordName): Promise<number> => {
    const cursor = await transaction.objectStore(name).index('sequence').openKeyCursor(null, 'prev');
    const last: unknown = Array.isArray(cursor?.key) ? cursor.key[0] : 0;
    return Number.isSafeInteger(last) ? Number(last) : 0;
  };
  const [stored, hungCount, judgementCount, ...lasts] = await Promise.all([
    meta.get('tally'),
    transaction.objectStore('artwork').index('hung').count(),
    transaction.objectStore('judgement').count(),
    ...recordNames.map(lastOf),
  ]);
  const known = parseTally(stored);
  const tally: Tally = {
    generation: Math.max(generation, known?.generation ?? 1),
    sequence: Math.max(sequence, known?.sequence ?? 0, ...lasts),
    hungCount,
    judgementCount,
  };
  await Promise.all([meta.put(tally, 'tally'), transaction.done]);
  return tally;
}
