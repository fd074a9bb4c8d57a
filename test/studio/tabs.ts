// One store seen by several tabs: each hears of what the others wrote, as over a channel, a moment later.
import { createMemoryStore } from '#platform/storage/memory-store.ts';
import { type RecordKey, type Store, StoreError, type StoreFault } from '#platform/storage/store.ts';

export interface Device {
  readonly tab: () => Store;
  readonly store: Store;
  /** Refuses writes from now on, or takes them again. */
  refuse: (fault: StoreFault | null) => void;
  /** Runs once, right before the next write of any tab. */
  beforeNextWrite: (act: () => Promise<unknown>) => void;
  readonly writeCount: () => number;
}

export function createDevice(): Device {
  const store = createMemoryStore();
  const listeners = new Map<object, (changed: readonly RecordKey[]) => void>();
  let fault: StoreFault | null = null;
  let before: (() => Promise<unknown>) | null = null;
  let writeCount = 0;

  return {
    store,
    refuse: (next) => {
      fault = next;
    },
    beforeNextWrite: (act) => {
      before = act;
    },
    writeCount: () => writeCount,
    tab() {
      const self = {};
      return {
        ...store,
        kind: 'device',
        async write(changes) {
          const act = before;
          before = null;
          await act?.();
          if (fault !== null) throw new StoreError(fault);
          const sequence = await store.write(changes);
          writeCount++;
          const keys = changes.map(({ record, id }) => ({ record, id }));
          for (const [other, listener] of listeners) {
            if (other !== self) setTimeout(() => listeners.has(other) && listener(keys), 1);
          }
          return sequence;
        },
        watch(listener) {
          listeners.set(self, listener);
          return () => void listeners.delete(self);
        },
        dispose() {
          listeners.delete(self);
        },
      };
    },
  };
}
