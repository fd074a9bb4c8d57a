import type { RecordChange } from '#core/gallery/records.ts';
import { isExpected } from './check-changes.ts';
import { type Database, startTransaction } from './database.ts';
import type { RowReader } from './read-row.ts';
import { buildRow } from './rows.ts';
import { stampRecord } from './stamp-record.ts';
import { Conflict } from './store.ts';
import { parseTally, type Tally } from './tally.ts';

/** A tally with the stamp of the write that left it. */
type StampedTally = Tally & { readonly stamp: string };

/**
 * One transaction: resolves to the new tally when it is durable. `stamp` is the write's own, so that a second
 * call after a lost connection finds out that the first one did arrive. A row that nobody can read counts as
 * absent and goes to quarantine when it is written over.
 * Rejects with Conflict, or with what the transaction aborted for; nothing is stored then.
 */
export async function writeChanges(
  database: Database,
  changes: readonly RecordChange[],
  { readRow, stamp }: { readonly readRow: RowReader; readonly stamp: string },
): Promise<Tally> {
  const names = [...new Set(changes.map(({ record }) => record))];
  const transaction = startTransaction(database, [...names, 'card', 'meta', 'quarantine'], 'readwrite');
  // Aborting fails every request of the transaction, and one reason is enough.
  const request = (asked: Promise<unknown>): Promise<unknown> => {
    asked.catch(() => {});
    return asked;
  };
  try {
    const meta = transaction.objectStore('meta');
    const [storedTally, ...rows] = await Promise.all([
      request(meta.get('tally')),
      ...changes.map(({ record, id }) => request(transaction.objectStore(record).get(id))),
    ]);
    const tally = parseTally(storedTally);
    if (tally === null) throw new DOMException('The tally cannot be read.', 'DataError');
    if (isStamped(storedTally, stamp)) return tally;

    const writing: Promise<unknown>[] = [];
    const sequence = tally.sequence + 1;
    let { hungCount, judgementCount } = tally;
    for (const [index, change] of changes.entries()) {
      const { record, id, before } = change;
      const old = rows[index];
      const stored = readRow(record, old);
      if (!isExpected(stored, before)) throw new Conflict(record, id);
      const objects = transaction.objectStore(record);
      if (old !== undefined && stored === undefined) {
        writing.push(request(transaction.objectStore('quarantine').add({ record, id, row: old })));
      }
      const after = stampRecord(change, sequence);
      const row = after && buildRow(after);
      writing.push(request(row === null ? objects.delete(id) : objects.put(row)));
      // What it says may be old now; it is made anew when cards are next read.
      if (row?.hung || isHungRow(old)) writing.push(request(transaction.objectStore('card').delete(id)));
      hungCount += (row?.hung ?? 0) - (isHungRow(old) ? 1 : 0);
      if (record === 'judgement') judgementCount += (row ? 1 : 0) - (old !== undefined ? 1 : 0);
    }
    const next: StampedTally = {
      generation: tally.generation,
      sequence,
      hungCount: Math.max(0, hungCount),
      judgementCount: Math.max(0, judgementCount),
      stamp,
    };
    writing.push(request(meta.put(next, 'tally')));
    transaction.commit(); // without waiting for the answers: a tab that closes now has already sent it
    // A full disk is told by the transaction's abort alone: the requests may all have succeeded.
    await Promise.all([...writing, transaction.done]);
    return next;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    throw transaction.error ?? error;
  }
}

const isStamped = (tally: unknown, stamp: string) =>
  typeof tally === 'object' && tally !== null && 'stamp' in tally && tally.stamp === stamp;

const isHungRow = (row: unknown) =>
  typeof row === 'object' && row !== null && 'hung' in row && row.hung === 1;
