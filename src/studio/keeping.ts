// Reading and writing for the studio. What the device refuses is held here, is read as if it were stored, and is tried again.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { RecordChange, RecordName, Records } from '#core/gallery/records.ts';
import { Conflict, type Store, StoreError, type StoreFault } from '#platform/storage/store.ts';
import { keyOf, stamp } from './changes.ts';
import { rebase } from './rebase.ts';

/** A write that waits. */
interface Held {
  changes: readonly RecordChange[];
}

/** What is not saved, and why. */
export interface Unsaved {
  readonly count: number;
  readonly fault: StoreFault;
}

export interface Keeping {
  readonly store: () => Store;
  readonly isOpen: () => boolean;
  readonly begin: (store: Store) => void;
  /** The store was closed for good: nothing is called saved any more. */
  readonly lose: () => void;
  readonly get: <N extends RecordName>(name: N, id: string) => Promise<Records[N] | undefined>;
  readonly getMany: <N extends RecordName>(
    name: N,
    ids: readonly string[],
  ) => Promise<(Records[N] | undefined)[]>;
  /** What waits of one kind, the latest first. */
  readonly held: <N extends RecordName>(name: N) => readonly Records[N][];
  /** Resolves to the changes as stored or, when the device refused, as held. Rejects with Conflict, holding nothing. */
  readonly write: (changes: readonly RecordChange[]) => Promise<readonly RecordChange[]>;
  /** Until it has ended nothing is called saved: an act waits, or is on its way. */
  readonly expect: <T>(act: Promise<T>) => Promise<T>;
  /** Tries what is held again; resolves to the changes that were stored. */
  readonly retry: () => Promise<readonly RecordChange[]>;
  readonly unsaved: ReadonlySignal<Unsaved | null>;
  /** The save state in words. */
  readonly words: ReadonlySignal<string>;
}

/** Above every sequence a store gives: what is held is the newest. */
export const HELD_SEQUENCE = 2 ** 52;

/** Not stamped as a store would: its place in the gallery is given when it is stored. */
const holdAt = (one: RecordChange, sequence: number): RecordChange =>
  one.after === null ? one : ({ ...one, after: { ...one.after, sequence } } as RecordChange);

export function createKeeping(): Keeping {
  let store: Store | null = null;
  let waitingWrites: readonly Held[] = [];
  let heldSequence = HELD_SEQUENCE;
  const overlay = new Map<string, RecordChange>();
  const unsaved = signal<Unsaved | null>(null);
  const expectedCount = signal(0);
  const kind = signal<Store['kind'] | null>(null);
  const isLost = signal(false);

  const opened = () => {
    if (store === null) throw new TypeError('The studio has no store yet.');
    return store;
  };

  function overlaid<N extends RecordName>(name: N, id: string): Records[N] | null | undefined {
    return overlay.get(keyOf({ record: name, id }))?.after as Records[N] | null | undefined;
  }

  function remember(entries: readonly Held[], fault: StoreFault | null) {
    waitingWrites = entries;
    overlay.clear();
    for (const { changes } of entries) for (const one of changes) overlay.set(keyOf(one), one);
    unsaved.value = entries.length === 0 ? null : { count: entries.length, fault: fault ?? 'unknown' };
  }

  /** What later entries expect to find is what this one wrote. */
  function settle(stored: readonly RecordChange[], later: readonly Held[]) {
    const written = new Map(stored.map((one) => [keyOf(one), one.after]));
    for (const entry of later) {
      entry.changes = entry.changes.map((one) => {
        const before = written.get(keyOf(one));
        return before === undefined ? one : ({ ...one, before } as RecordChange);
      });
    }
  }

  /** Another tab was faster than what is held: carry it over to what is stored now. */
  async function carryOver(changes: readonly RecordChange[]): Promise<readonly RecordChange[]> {
    return Promise.all(
      changes.map(async (one) => {
        const current = (await opened().get(one.record, one.id)) ?? null;
        const after = rebase(current, { from: one.before, to: one.after, isForced: true });
        return { ...one, before: current, after } as RecordChange;
      }),
    );
  }

  async function writeHeld(entry: Held): Promise<readonly RecordChange[]> {
    try {
      return await writeOnce(entry.changes);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      entry.changes = await carryOver(entry.changes);
      return writeOnce(entry.changes);
    }
  }

  async function expect<T>(act: Promise<T>): Promise<T> {
    expectedCount.value++;
    try {
      return await act;
    } finally {
      expectedCount.value--;
    }
  }

  async function writeOnce(changes: readonly RecordChange[]): Promise<readonly RecordChange[]> {
    const sequence = await expect(opened().write(changes));
    return changes.map((one) => stamp(one, sequence));
  }

  /** In order, each a transaction of its own; one that waits for another waits with it. */
  async function retry(): Promise<readonly RecordChange[]> {
    const entries = waitingWrites;
    const waiting: Held[] = [];
    const blocked = new Set<string>();
    const saved: RecordChange[] = [];
    let fault: StoreFault | null = null;
    for (const [index, entry] of entries.entries()) {
      let isWaiting = entry.changes.some((one) => blocked.has(keyOf(one)));
      if (!isWaiting) {
        try {
          const stored = await writeHeld(entry);
          settle(stored, entries.slice(index + 1));
          saved.push(...stored);
        } catch (error) {
          if (!(error instanceof StoreError) && !(error instanceof Conflict)) throw error;
          fault = error instanceof StoreError ? error.fault : 'unknown';
          isWaiting = true;
        }
      }
      if (!isWaiting) continue;
      waiting.push(entry);
      for (const one of entry.changes) blocked.add(keyOf(one));
    }
    remember(waiting, fault ?? unsaved.peek()?.fault ?? null);
    return saved;
  }

  async function write(changes: readonly RecordChange[]): Promise<readonly RecordChange[]> {
    const entry: Held = { changes };
    if (waitingWrites.length > 0) settle(await retry(), [entry]);
    let fault: StoreFault = unsaved.peek()?.fault ?? 'unknown';
    if (!changes.some((one) => overlay.has(keyOf(one)))) {
      try {
        return await writeOnce(entry.changes);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        fault = error.fault;
      }
    }
    heldSequence++;
    entry.changes = entry.changes.map((one) => holdAt(one, heldSequence));
    remember([...waitingWrites, entry], fault);
    return entry.changes;
  }

  return {
    store: opened,
    isOpen: () => store !== null,
    begin(next) {
      store = next;
      kind.value = next.kind;
      isLost.value = false;
    },
    lose() {
      isLost.value = true;
    },
    async get(name, id) {
      const own = overlaid(name, id);
      return own === undefined ? opened().get(name, id) : (own ?? undefined);
    },
    async getMany(name, ids) {
      if (ids.length === 0) return [];
      const stored = await opened().getMany(name, ids);
      return ids.map((id, index) => {
        const own = overlaid(name, id);
        return own === undefined ? stored[index] : (own ?? undefined);
      });
    },
    held: (name) =>
      [...overlay.values()]
        .flatMap(({ record, after }) =>
          record === name && after !== null ? [after as Records[typeof name]] : [],
        )
        .sort((a, b) => b.sequence - a.sequence),
    write,
    expect,
    retry,
    unsaved,
    words: computed(() => {
      if (unsaved.value !== null || isLost.value) return 'Not saved';
      if (expectedCount.value > 0) return 'Saving';
      if (kind.value === null) return '';
      return kind.value === 'memory' ? 'Kept in this window only' : 'Saved on this device';
    }),
  };
}
