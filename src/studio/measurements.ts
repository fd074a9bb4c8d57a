// What the critic sees of each picture: measured once, kept in memory, measured again in the next session.
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import type { Statistics } from '#core/taste/measure-picture.ts';
import type { Priority } from '#platform/workers/jobs.ts';
import { isArtwork } from './changes.ts';
import type { Session } from './session.ts';

export interface Measurements {
  /** Of those that are here: a deleted artwork cannot be painted again, so it teaches nothing. */
  readonly of: (
    artworks: readonly ArtworkId[],
    options: { readonly signal: AbortSignal; readonly priority?: Priority },
  ) => Promise<ReadonlyMap<ArtworkId, Statistics>>;
  readonly forget: (artwork: ArtworkId) => void;
}

/** A job each: what is urgent comes between. */
const batchSize = 15;

export function createMeasurements({ keeping, lookedAt, options }: Session): Measurements {
  const known = new Map<ArtworkId, Statistics>();

  async function find(ids: readonly ArtworkId[]): Promise<Artwork[]> {
    const records = await keeping.getMany('artwork', ids);
    return ids.flatMap((id, index) => {
      const record = records[index];
      const artwork = record === undefined ? lookedAt.get(id) : record;
      return isArtwork(artwork) ? [artwork] : [];
    });
  }

  return {
    async of(artworks, { signal, priority = 'background' }) {
      const missing = [...new Set(artworks)].filter((id) => !known.has(id));
      for (let from = 0; from < missing.length; from += batchSize) {
        signal.throwIfAborted();
        const found = await find(missing.slice(from, from + batchSize));
        if (found.length === 0) continue;
        const measured = await options.workers.run(
          'measure',
          found.map(({ genome }) => genome),
          { signal, priority },
        );
        for (const [index, { id }] of found.entries()) known.set(id, measured[index]!);
      }
      const wanted = new Map<ArtworkId, Statistics>();
      for (const id of artworks) {
        const statistics = known.get(id);
        if (statistics !== undefined) wanted.set(id, statistics);
      }
      return wanted;
    },
    forget: (artwork) => void known.delete(artwork),
  };
}
