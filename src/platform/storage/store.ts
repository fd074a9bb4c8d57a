import type { Card } from '#core/gallery/card.ts';
import type { RecordChange, RecordName, Records } from '#core/gallery/records.ts';

/** Orders in which records can be read. */
export interface Orders {
  artwork: 'sequence' | 'hung' | 'trash'; // hung: only what the gallery shows; trash: tombstones with remains; by sequence
  judgement: 'sequence';
  standing: 'sequence' | 'stars'; // stars: rated ones, by stars, then sequence
  profile: 'sequence';
  wall: 'sequence';
  desk: 'sequence';
  portrait: 'sequence';
  collection: 'sequence';
  act: 'sequence';
  training: 'sequence';
}

export interface Query<N extends RecordName> {
  readonly order: Orders[N];
  readonly direction: 'ascending' | 'descending';
  readonly limit: number;
  /** Where the last page ended, from its `next`. */
  readonly after?: Cursor;
}

/** Which record, without its content. */
export interface RecordKey {
  readonly record: RecordName;
  readonly id: string;
}

/** Reads one stored record; throws when it is none. */
export type Parsers = { readonly [N in RecordName]: (value: unknown) => Records[N] };

export type Cursor = { readonly key: readonly (number | string)[]; readonly id: string };

export interface Page<R> {
  readonly items: readonly R[];
  /** null at the end. */
  readonly next: Cursor | null;
}

/** Something else was written since `before` was read; nothing of this write was stored. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  readonly record: RecordName;
  readonly id: string;
  constructor(record: RecordName, id: string) {
    super(`The stored ${record} ${id} is not what this change expects.`);
    this.record = record;
    this.id = id;
  }
}

/** Why a store refuses. 'closed': disposed, or the database was emptied under it. */
export type StoreFault = 'full' | 'closed' | 'outdated' | 'unknown';

/** The device refused; nothing of this write was stored. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly fault: StoreFault;
  constructor(fault: StoreFault, options?: ErrorOptions) {
    super(`The store refused: ${fault}.`, options);
    this.fault = fault;
  }
}

export interface Store {
  /** How it keeps things; 'memory' is lost with the tab. */
  readonly kind: 'device' | 'memory';
  get<N extends RecordName>(name: N, id: string): Promise<Records[N] | undefined>;
  getMany<N extends RecordName>(name: N, ids: readonly string[]): Promise<(Records[N] | undefined)[]>;
  /** A gallery of 50,000 is never read whole. */
  page<N extends RecordName>(name: N, query: Query<N>): Promise<Page<Records[N]>>;
  /** Everything of a kind whose records are small, in no order. */
  all<N extends 'standing' | 'collection'>(name: N): Promise<readonly Records[N][]>;
  /** Rows in that order, those included that no parser can read. */
  count<N extends RecordName>(name: N, order: Orders[N]): Promise<number>;
  /** One for each artwork that hangs, in no order: the gallery as a whole, without its genomes. */
  cards(): Promise<readonly Card[]>;
  /**
   * One transaction over all records: durable when it resolves, all or none. Gives every `after` its `sequence` (one
   * number for the whole write) and resolves to it. Rejects with Conflict, writing nothing, when what is stored is not `before`
   * (compared by `sequence`); with StoreError when the device refuses.
   * RangeError when one record is changed twice, or `after` has another id.
   */
  write(changes: readonly RecordChange[]): Promise<number>;
  /** Hears of writes by other tabs: what they changed. Returns its own end. */
  watch(listener: (changed: readonly RecordKey[]) => void): () => void;
  /** Rows met so far that no parser could read. They read as absent and stay where they are, for a later version. */
  unreadable(): readonly RecordKey[];
  dispose(): void;
}

/** What opening came to. */
export type OpenedStore =
  | { readonly kind: 'open'; readonly store: Store }
  /** Nothing durable is to be had here: IndexedDB is absent, blocked or does not answer. */
  | { readonly kind: 'memory'; readonly store: Store }
  /** A newer version of Palate has been here: reading and writing would do harm. */
  | { readonly kind: 'outdated' }
  /** The database holds less than the witness remembers; the second copy has `copied` artworks. */
  | {
      readonly kind: 'damaged';
      readonly copied: number;
      readonly restore: () => Promise<OpenedStore>;
      /** Leaves the second copy where it is and begins with nothing. */
      readonly startEmpty: () => Promise<OpenedStore>;
    };
