// The store on IndexedDB: reads by rows, writes by one transaction, tells the rest of each commit.
import type { RecordName, Records } from '#core/gallery/records.ts';
import { checkChanges, checkLimit } from './check-changes.ts';
import type { Connection } from './connection.ts';
import { type Database, startTransaction } from './database.ts';
import { createRowReading, type LoadParsers, type RowReader, RowsUnread, readNoRows } from './read-row.ts';
import type { OrderName } from './rows.ts';
import { type Cursor, type Page, type Query, type RecordKey, type Store, StoreError } from './store.ts';
import type { Tabs } from './tabs.ts';
import type { Tally } from './tally.ts';
import { writeChanges } from './write-changes.ts';

export interface DeviceStoreOptions {
  readonly connection: Connection;
  readonly loadParsers: LoadParsers;
  readonly tabs: Tabs;
  /** After each commit, before `write` resolves; `removed` are the records it took away. Must not throw. */
  readonly onCommit: (tally: Tally, removed: readonly RecordKey[]) => void;
  readonly onDispose: () => void;
}

/** Owns the connection and `tabs`, and closes them. */
export function createDeviceStore({
  connection,
  loadParsers,
  tabs,
  onCommit,
  onDispose,
}: DeviceStoreOptions): Store {
  const unreadable = new Map<string, RecordKey>();
  const rows = createRowReading(loadParsers, (key) => unreadable.set(`${key.record} ${key.id}`, key));
  const writer = crypto.getRandomValues(new Uint32Array(4)).join('-');
  let writeCount = 0;

  return {
    kind: 'device',
    async get(name, id) {
      const row: unknown = await connection.use((database) => startReading(database, name).get(id));
      return row === undefined ? undefined : (await rows.load())(name, row);
    },
    async getMany(name, ids) {
      const found: unknown[] = await connection.use((database) => {
        const objects = startReading(database, name);
        return Promise.all(ids.map((id) => objects.get(id)));
      });
      if (found.every((row) => row === undefined)) return found.map(() => undefined);
      const readRow = await rows.load();
      return readInSlices(found, (row) => readRow(name, row));
    },
    async page(name, query) {
      checkLimit(query.limit);
      if (!rows.isLoaded()) {
        const count = await connection.use((database) => countRows(database, name, query.order));
        if (count === 0) return { items: [], next: null };
      }
      // Before the transaction: it would end while anything else is waited for.
      const readRow = await rows.load();
      return await connection.use((database) => readPage(database, name, query, readRow));
    },
    async all(name) {
      const found: unknown[] = await connection.use((database) => startReading(database, name).getAll());
      const readRow = await rows.load();
      const records = await readInSlices(found, (row) => readRow(name, row));
      return records.filter((record) => record !== undefined);
    },
    count: (name, order) => connection.use((database) => countRows(database, name, order)),
    async cards() {
      const [readRow, { readCards }] = await Promise.all([rows.load(), loadCards()]);
      return await connection.use((database) => readCards(database, readRow));
    },
    async write(changes) {
      checkChanges(changes);
      const stamp = `${writer}-${++writeCount}`;
      const writeWith = (readRow: RowReader) =>
        connection.use((database) => writeChanges(database, changes, { readRow, stamp }));
      const tally = await writeWith(rows.isLoaded() ? await rows.load() : readNoRows).catch(async (error) => {
        if (!(error instanceof StoreError && error.cause instanceof RowsUnread)) throw error;
        return writeWith(await rows.load());
      });
      connection.expect(tally.sequence);
      onCommit(
        tally,
        changes.filter(({ after }) => after === null),
      );
      tabs.tell(changes);
      return tally.sequence;
    },
    watch: (listener) => tabs.watch(listener),
    unreadable: () => [...unreadable.values()],
    dispose() {
      onDispose();
      tabs.dispose();
      connection.close();
    },
  };
}

/** Milliseconds of reading before others may have their turn: a genome takes one or two. */
const SLICE_MS = 8;

async function readInSlices<T>(rows: readonly unknown[], read: (row: unknown) => T): Promise<T[]> {
  const records: T[] = [];
  let untilMs = performance.now() + SLICE_MS;
  for (const row of rows) {
    if (performance.now() > untilMs) {
      await new Promise((resolve) => setTimeout(resolve));
      untilMs = performance.now() + SLICE_MS;
    }
    records.push(read(row));
  }
  return records;
}

/** The gallery is not what a visit begins with. */
const loadCards = () =>
  import('./cards.ts').catch((error: unknown) => {
    throw new StoreError('unknown', { cause: error });
  });

const startReading = (database: Database, name: RecordName) =>
  startTransaction(database, [name], 'readonly').objectStore(name);

const countRows = (database: Database, name: RecordName, order: OrderName) =>
  startReading(database, name).index(order).count();

async function readPage<N extends RecordName>(
  database: Database,
  name: N,
  { order, direction, limit, after }: Query<N>,
  readRow: RowReader,
): Promise<Page<Records[N]>> {
  const isAscending = direction === 'ascending';
  const items: Records[N][] = [];
  let last: Cursor | null = null;
  let cursor = await startReading(database, name)
    .index(order)
    .openCursor(buildRange(after, isAscending), isAscending ? 'next' : 'prev');
  while (cursor) {
    const record = readRow(name, cursor.value);
    // Read on to one more that is readable: a page with a `next` is followed by one that is not empty.
    if (record !== undefined && items.length === limit) return { items, next: last };
    if (record !== undefined) {
      items.push(record);
      last = toCursor(cursor.key);
    }
    cursor = await cursor.continue();
  }
  return { items, next: null };
}

function buildRange(after: Cursor | undefined, isAscending: boolean): IDBKeyRange | null {
  if (after === undefined) return null;
  const position = [...after.key, after.id];
  return isAscending ? IDBKeyRange.lowerBound(position, true) : IDBKeyRange.upperBound(position, true);
}

function toCursor(key: IDBValidKey): Cursor {
  const parts = Array.isArray(key) ? key : [];
  return {
    key: parts.slice(0, -1).filter((part) => typeof part === 'number'),
    id: String(parts.at(-1)),
  };
}
