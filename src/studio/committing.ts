import type { RecordChange } from '#core/gallery/records.ts';
import { Conflict } from '#platform/storage/store.ts';
import type { Session } from './session.ts';
import type { Projection } from './showing.ts';

/** Builds changes from what is stored now; null for nothing to do. */
export type Build = () => Promise<readonly RecordChange[] | null>;

export type Commit = (build: Build) => Promise<readonly RecordChange[] | null>;

/**
 * Writes and shows, in that order. When another tab was faster it builds once more from what is there now; a second time it
 * shows what is there, says so, and resolves to null. Only inside the queue.
 */
export function createCommit({ keeping, notices }: Session, projection: Projection): Commit {
  return async function commit(build) {
    for (let tries = 1; ; tries++) {
      const changes = await build();
      if (changes === null || changes.length === 0) return null;
      try {
        const written = await keeping.write(changes);
        await projection.show(written);
        return written;
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        await projection.reread(changes);
        if (tries === 1) continue;
        notices.say('Changed in another tab. Showing the newer.');
        return null;
      }
    }
  };
}
