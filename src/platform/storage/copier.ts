// Follows the database with the second copy, in the background. It copies by sequence number whatever the copy
// has not got, whoever wrote it: another tab's writes and what a crash kept from being copied come along.
import type { Connection } from './connection.ts';
import { type Database, startTransaction } from './database.ts';
import type { RowReader, RowReading } from './read-row.ts';
import { type CopiedName, type CopiedRecord, copiedNames, type SecondCopy } from './second-copy.ts';
import type { RecordKey } from './store.ts';
import { parseTally } from './tally.ts';

export interface Copier {
  /** Something was written; `removed` are the records it took away. */
  follow(removed: readonly RecordKey[]): void;
  dispose(): void;
}

export interface CopierOptions {
  readonly connection: Connection;
  /** null when there is nowhere to copy to. */
  readonly openCopy: () => Promise<SecondCopy | null>;
  readonly rows: RowReading;
  /** Before the first copying: a page that still opens has better things to do. */
  readonly firstPauseMs?: number | undefined;
}

/** Writes read and copied at a time. */
const WINDOW = 50;
/** So that copying does not stand in the way of the next acts of a quick hand. */
const PAUSE_MS = 100;

export function createCopier({ connection, openCopy, rows, firstPauseMs = PAUSE_MS }: CopierOptions): Copier {
  let pauseMs = firstPauseMs;
  let isRunning = false;
  let isWanted = false;
  let isDisposed = false;
  let removed: RecordKey[] = [];
  let copy: SecondCopy | null = null;

  async function catchUp(): Promise<void> {
    copy ??= await openCopy();
    if (copy === null) return;
    const gone = removed;
    removed = [];
    await copy.remove(gone);
    const target = await connection.use(readSequence);
    let copied = await copy.readSequence();
    while (copied < target && !isDisposed) {
      const end = Math.min(copied + WINDOW, target);
      const written = await connection.use((database) => readBetween(database, copied, end));
      const readRow = await rows.load();
      await copy.remove(written.filter(({ row }) => isLeftOut(row)));
      await copy.put(written.flatMap((one) => parseOne(one, readRow)));
      await copy.writeSequence(end);
      copied = end;
    }
  }

  async function run(): Promise<void> {
    isRunning = true;
    while (isWanted && !isDisposed) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      pauseMs = PAUSE_MS;
      isWanted = false;
      try {
        await alone(catchUp);
      } catch {
        // A full disk or a closed database: the next write or the next start tries again from where it stopped.
      }
    }
    isRunning = false;
  }

  return {
    follow(keys) {
      removed.push(...keys.filter(({ record }) => copiedNames.some((name) => name === record)));
      isWanted = true;
      if (!isRunning && !isDisposed) void run();
    },
    dispose() {
      isDisposed = true;
    },
  };
}

/** One tab at a time: a slower one would put an older state of a record over a newer. */
async function alone(work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) await work();
  else await locks.request('palate-copy', work);
}

async function readSequence(database: Database): Promise<number> {
  const meta = startTransaction(database, ['meta'], 'readonly').objectStore('meta');
  return parseTally(await meta.get('tally'))?.sequence ?? 0;
}

interface WrittenRow {
  readonly record: CopiedName;
  readonly id: string;
  readonly row: unknown;
}

/** What was written after `start` and up to `end`, as it is now. */
async function readBetween(database: Database, start: number, end: number): Promise<WrittenRow[]> {
  // An array is greater than any string, so [end, []] comes after every id.
  const range = IDBKeyRange.bound([start + 1], [end, []]);
  const transaction = startTransaction(database, copiedNames, 'readonly');
  const rows = await Promise.all(
    copiedNames.map((name) => transaction.objectStore(name).index('sequence').getAll(range)),
  );
  return copiedNames.flatMap((record, index) =>
    (rows[index] ?? []).map((row: unknown) => ({ record, id: idOf(row), row })),
  );
}

function parseOne({ record, row }: WrittenRow, readRow: RowReader): CopiedRecord[] {
  if (isLeftOut(row)) return [];
  const value = readRow(record, row);
  return value === undefined ? [] : [{ record, value }];
}

/** An artwork that does not hang. A wall brings fifteen of them: they are told by their row, not parsed. */
function isLeftOut(row: unknown): boolean {
  if (typeof row !== 'object' || row === null || !('record' in row)) return false;
  const { record } = row;
  return typeof record === 'object' && record !== null && 'isHung' in record && record.isHung === false;
}

const idOf = (row: unknown) => (typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '');
