import type { RecordName, Records } from '#core/gallery/records.ts';
import type { Parsers, RecordKey } from './store.ts';

/** The record of a stored row; undefined for no row and for one that cannot be read. */
export type RowReader = <N extends RecordName>(name: N, row: unknown) => Records[N] | undefined;

/** `onUnreadable` hears of rows that are there and cannot be read, each time they are met. */
export function createRowReader(parse: Parsers, onUnreadable: (key: RecordKey) => void): RowReader {
  return (name, row) => {
    if (row === undefined) return undefined;
    const id = typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : '';
    try {
      const record = parse[name](
        typeof row === 'object' && row !== null && 'record' in row ? row.record : undefined,
      );
      if (record.id === id) return record;
    } catch {
      // Foreign data: one bad row must not take the others with it.
    }
    onUnreadable({ record: name, id });
    return undefined;
  };
}
