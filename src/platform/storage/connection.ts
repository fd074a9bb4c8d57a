// One connection to the database, whatever happens to it: reopened once when the browser drops it, closed for
// good when a newer version comes, and never used again when what it finds on reopening is less than it knew.
import { type Database, type OpenDatabaseOptions, openDatabase, type Survey } from './database.ts';
import { Conflict, StoreError, type StoreFault } from './store.ts';

export interface Connection {
  /**
   * Runs `work`, and once more on a fresh connection when the first was lost: `work` must bear that.
   * Rejects with StoreError, or with the Conflict or RangeError of `work`.
   */
  use<T>(work: (database: Database) => Promise<T>): Promise<T>;
  /** The database has come this far: one that is behind is not ours. */
  expect(sequence: number): void;
  close(): void;
}

export type OpenedConnection =
  | { readonly kind: 'open'; readonly connection: Connection; readonly survey: Survey }
  | { readonly kind: 'outdated' }
  | { readonly kind: 'absent' };

export async function openConnection(options: OpenDatabaseOptions): Promise<OpenedConnection> {
  let database: Database | null = null;
  let fault: StoreFault | null = null;
  let reopening: Promise<Database> | null = null;
  let expectedSequence = 0;

  const events = {
    onOutdated() {
      fault ??= 'outdated';
      database = null;
    },
    onLost() {
      database = null;
    },
  };

  async function reopen(): Promise<Database> {
    const opened = await openDatabase(events, { ...options, tries: 1 });
    if (opened.kind === 'outdated') fault ??= 'outdated';
    if (opened.kind !== 'open') throw new StoreError(fault ?? 'closed');
    // Emptied under us. Writing here would make a small, healthy-looking gallery: the next start must see the loss.
    if ((opened.survey.tally?.sequence ?? 0) < expectedSequence) fault ??= 'closed';
    if (fault !== null) {
      opened.database.close();
      throw new StoreError(fault);
    }
    database = opened.database;
    return database;
  }

  async function connect(): Promise<Database> {
    if (fault !== null) throw new StoreError(fault);
    if (database !== null) return database;
    reopening ??= reopen().finally(() => {
      reopening = null;
    });
    return await reopening;
  }

  const connection: Connection = {
    async use(work) {
      const first = await connect();
      try {
        return await work(first);
      } catch (error) {
        if (!isLoss(error)) throw toStoreError(error);
        first.close();
        if (database === first) database = null;
      }
      try {
        return await work(await connect());
      } catch (error) {
        throw toStoreError(error);
      }
    },
    expect(sequence) {
      expectedSequence = Math.max(expectedSequence, sequence);
    },
    close() {
      fault ??= 'closed';
      database?.close();
      database = null;
    },
  };

  const opened = await openDatabase(events, options);
  if (opened.kind !== 'open') return opened;
  database = opened.database;
  return { kind: 'open', connection, survey: opened.survey };
}

/** Faults of the connection and not of the work: a fresh connection may do better. */
const LOSSES: readonly string[] = ['InvalidStateError', 'AbortError', 'UnknownError'];

const isLoss = (error: unknown) => error instanceof DOMException && LOSSES.includes(error.name);

function toStoreError(error: unknown): unknown {
  if (error instanceof Conflict || error instanceof StoreError || error instanceof RangeError) return error;
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return new StoreError('full', { cause: error });
  if (name === 'VersionError') return new StoreError('outdated', { cause: error });
  if (name === 'InvalidStateError') return new StoreError('closed', { cause: error });
  return new StoreError('unknown', { cause: error });
}
