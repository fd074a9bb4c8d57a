// Cards lie beside the artworks, one for each that hangs. They are derived: writing an artwork takes its card away, and what is
// missing, or of another version, is made anew when they are next read.
import { buildCard, type Card } from '#core/gallery/card.ts';
import { type Database, startTransaction } from './database.ts';
import type { RowReader } from './read-row.ts';

/** To be raised when `buildCard` says anything else of the same artwork. */
const VERSION = 1;
/** Artworks read, and cards written, at a time. */
const BATCH = 100;

interface CardRow {
  readonly id: string;
  readonly version: number;
  readonly card: Card;
}

/** One for each readable artwork that hangs, in no order. */
export async function readCards(database: Database, readRow: RowReader): Promise<readonly Card[]> {
  const reading = startTransaction(database, ['card', 'artwork'], 'readonly');
  const [rows, hung]: [unknown[], IDBValidKey[]] = await Promise.all([
    reading.objectStore('card').getAll(),
    reading.objectStore('artwork').index('hung').getAllKeys(),
  ]);
  const ids = new Set(hung.map(String));
  const cards = rows.filter(isCurrent).filter(({ id }) => ids.has(id));
  for (const { id } of cards) ids.delete(id);
  const missing = [...ids];
  const made: Card[] = [];
  for (let start = 0; start < missing.length; start += BATCH)
    made.push(...(await makeCards(database, missing.slice(start, start + BATCH), readRow)));
  return [...cards.map(({ card }) => card), ...made];
}

async function makeCards(
  database: Database,
  ids: readonly string[],
  readRow: RowReader,
): Promise<readonly Card[]> {
  const transaction = startTransaction(database, ['artwork', 'card'], 'readwrite');
  const artworks = transaction.objectStore('artwork');
  const rows: unknown[] = await Promise.all(ids.map((id) => artworks.get(id)));
  const made = rows.flatMap((row): CardRow[] => {
    const record = readRow('artwork', row);
    const isHung = record !== undefined && 'isHung' in record && record.isHung;
    return isHung ? [{ id: record.id, version: VERSION, card: buildCard(record) }] : [];
  });
  const cards = transaction.objectStore('card');
  try {
    await Promise.all([...made.map((row) => cards.put(row)), transaction.done]);
  } catch {
    // A full disk: they are made anew each time.
  }
  return made.map(({ card }) => card);
}

const isCurrent = (row: unknown): row is CardRow =>
  typeof row === 'object' && row !== null && 'version' in row && row.version === VERSION;
