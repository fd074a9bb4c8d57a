import type { RecordName, Records } from '#core/gallery/records.ts';
import { type Parsers, type RecordKey, StoreError } from './store.ts';

/** The record of a stored row; undefined for no row and for one that cannot be read. */
export type RowReader = <N extends RecordName>(name: N, row: unknown) => Records[N] | undefined;

/** The parsers come when there is a row to read: a first visit hangs its wall without them. */
export type LoadParsers = () => Promise<Parsers>;

/** A write met a row before the parsers were there. */
export class RowsUnread extends Error {
  override readonly name = 'RowsUnread';
}

/** Reads where nothing is: the first write of a first visit needs no parser. Throws RowsUnread for a row. */
export const readNoRows: RowReader = (name, row) => {
  if (row !== undefined) throw new RowsUnread(`There is a ${name} to read.`);
  return undefined;
};

export interface RowReading {
  /** Whether something was read before. */
  readonly isLoaded: () => boolean;
  /** Rejects with StoreError when the parsers do not come, and asks again the next time. */
  readonly load: () => Promise<RowReader>;
}

/** `onUnreadable` hears of rows that are there and cannot be read, each time they are met. */
export function createRowReading(
  loadParsers: LoadParsers,
  onUnreadable: (key: RecordKey) => void = () => {},
): RowReading {
  let loading: Promise<RowReader> | null = null;
  let isLoaded = false;
  return {
    isLoaded: () => isLoaded,
    load() {
      loading ??= loadParsers().then(
        (parse) => {
          isLoaded = true;
          return readWith(parse, onUnreadable);
        },
        (error: unknown) => {
          loading = null;
          throw new StoreError('unknown', { cause: error });
        },
      );
      return loading;
    },
  };
}

function readWith(parse: Parsers, onUnreadable: (key: RecordKey) => void): RowReader {
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
