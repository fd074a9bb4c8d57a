import type { Connection } from './connection.ts';
import { type Database, startTransaction } from './database.ts';
import type { RowReader } from './read-row.ts';
import { buildRow } from './rows.ts';
import type { CopyEntry, SecondCopy } from './second-copy.ts';

/**
 * Writes the second copy into the database, a transaction a batch. Of two records with one id the later written
 * stays; nothing is deleted, so it may be repeated after a failure. The tally is left as it was: until it is
 * counted anew, the next start finds the same loss.
 * Rejects with StoreError.
 */
export async function restoreCopy(
  connection: Connection,
  copy: SecondCopy,
  readRow: RowReader,
): Promise<void> {
  for await (const entries of copy.read()) {
    await connection.use((database) => mergeEntries(database, entries, readRow));
  }
}

async function mergeEntries(
  database: Database,
  entries: readonly CopyEntry[],
  readRow: RowReader,
): Promise<void> {
  if (entries.length === 0) return;
  const names = [...new Set(entries.map(({ record }) => record))];
  const transaction = startTransaction(database, [...names, 'card', 'quarantine'], 'readwrite');
  const mergeOne = async ({ record, value }: CopyEntry) => {
    const copied = readRow(record, { id: idOf(value), record: value });
    if (copied === undefined) return;
    const objects = transaction.objectStore(record);
    const row: unknown = await objects.get(copied.id);
    const stored = readRow(record, row);
    if (stored !== undefined && stored.sequence >= copied.sequence) return;
    if (row !== undefined && stored === undefined) {
      await transaction.objectStore('quarantine').add({ record, id: copied.id, row });
    }
    await objects.put(buildRow(copied));
    // What it says of the artwork may be old; it is made anew.
    if (record === 'artwork') await transaction.objectStore('card').delete(copied.id);
  };
  try {
    await Promise.all([...entries.map(mergeOne), transaction.done]);
  } catch (error) {
    throw transaction.error ?? error;
  }
}

const idOf = (value: unknown) =>
  typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
