// What tabs tell each other: which records a commit changed, never their content.
import { isRecordName } from './rows.ts';
import type { RecordKey } from './store.ts';

export interface Tabs {
  tell(changed: readonly RecordKey[]): void;
  watch(listener: (changed: readonly RecordKey[]) => void): () => void;
  dispose(): void;
}

const CHANNEL = 'palate';
const KEY = 'palate.changed';
const MOST_KEYS = 20_000;
const LONGEST_ID = 400;

export function createTabs(): Tabs {
  const listeners = new Set<(changed: readonly RecordKey[]) => void>();
  const hear = (message: unknown) => {
    const changed = parseChanged(message);
    if (changed !== null) for (const listener of listeners) listener(changed);
  };
  const line = openLine(hear);
  return {
    tell(changed) {
      if (changed.length > 0) line.send(changed.map(({ record, id }) => ({ record, id })));
    },
    watch(listener) {
      // A closure of its own, so that one function that watches twice also ends twice.
      const own = (changed: readonly RecordKey[]) => listener(changed);
      listeners.add(own);
      return () => listeners.delete(own);
    },
    dispose() {
      listeners.clear();
      line.close();
    },
  };
}

/** null for a message that is none of ours; other code may share the origin. */
export function parseChanged(message: unknown): readonly RecordKey[] | null {
  if (!Array.isArray(message) || message.length === 0 || message.length > MOST_KEYS) return null;
  const changed: RecordKey[] = [];
  for (const item of message as unknown[]) {
    if (typeof item !== 'object' || item === null) return null;
    const { record, id } = item as Record<string, unknown>;
    if (!isRecordName(record) || typeof id !== 'string' || id.length > LONGEST_ID) return null;
    changed.push({ record, id });
  }
  return changed;
}

interface Line {
  send(changed: readonly RecordKey[]): void;
  close(): void;
}

function openLine(hear: (message: unknown) => void): Line {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = ({ data }) => hear(data);
    return { send: (changed) => channel.postMessage(changed), close: () => channel.close() };
  }
  return openStorageLine(hear);
}

/** Where there is no channel: localStorage tells every other tab what is written to it. */
function openStorageLine(hear: (message: unknown) => void): Line {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY || newValue === null) return;
    try {
      const { changed } = JSON.parse(newValue);
      hear(changed);
    } catch {
      // Not ours.
    }
  };
  globalThis.addEventListener?.('storage', onStorage);
  let count = 0;
  return {
    send(changed) {
      count++; // the same value again would be no event
      try {
        localStorage.setItem(KEY, JSON.stringify({ count, from: performance.timeOrigin, changed }));
      } catch {
        // The other tab reads anew when it is looked at.
      }
    },
    close: () => globalThis.removeEventListener?.('storage', onStorage),
  };
}
