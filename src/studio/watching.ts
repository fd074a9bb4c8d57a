// Other tabs write too: what they changed is read again in its turn.
import { type RecordKey, type Store, StoreError } from '#platform/storage/store.ts';
import { keyOf } from './changes.ts';
import type { Session } from './session.ts';
import type { Projection } from './showing.ts';

/** Until the returned function is called, or the studio is closed. */
export function watchStore({ end, enqueue }: Session, projection: Projection, store: Store): () => void {
  let waiting = new Map<string, RecordKey>();

  async function reread() {
    const keys = [...waiting.values()];
    waiting = new Map();
    if (keys.length === 0 || end.signal.aborted) return;
    try {
      await projection.reread(keys);
    } catch (error) {
      // A store that is closed says so at the next act; what is shown stays as it was.
      if (!(error instanceof StoreError)) throw error;
    }
  }

  const stop = store.watch((changed) => {
    // Portraits are read when a picture is shown.
    for (const key of changed) if (key.record !== 'portrait') waiting.set(keyOf(key), key);
    if (waiting.size > 0) void enqueue(reread);
  });
  end.signal.addEventListener('abort', stop, { once: true });
  return stop;
}
