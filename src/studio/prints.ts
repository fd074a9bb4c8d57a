// What this wall and the last twenty looked like, so that breeding brings nothing twice. Kept in memory, made again when needed.

import type { Print } from '#core/evolution/picture-distance.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { isArtwork } from './changes.ts';
import type { Session } from './session.ts';

const wallCount = 20;

export interface Prints {
  readonly add: (artwork: ArtworkId, print: Print) => void;
  /** Of the wall shown and the last twenty. Forgets all others. */
  readonly seen: (signal: AbortSignal) => Promise<readonly Print[]>;
}

export function createPrints({ keeping, options, shown }: Session): Prints {
  const prints = new Map<ArtworkId, Print>();

  async function fill(ids: readonly ArtworkId[], signal: AbortSignal) {
    const missing = ids.filter((id) => !prints.has(id));
    if (missing.length === 0) return;
    const records = await keeping.getMany('artwork', missing);
    const artworks: Artwork[] = records.filter(isArtwork);
    const made = await options.workers.run(
      'prints',
      artworks.map(({ genome }) => genome),
      { signal },
    );
    for (const [index, { id }] of artworks.entries()) prints.set(id, made[index]!);
  }

  return {
    add: (artwork, print) => prints.set(artwork, print),
    async seen(signal) {
      const wall = shown.wall.peek()?.wall;
      const walls = [...(wall === undefined ? [] : [wall]), ...shown.walls.peek().slice(0, wallCount)];
      const ids = new Set(walls.flatMap(({ tiles }) => tiles.map(({ artwork }) => artwork)));
      await fill([...ids], signal);
      for (const id of prints.keys()) if (!ids.has(id)) prints.delete(id);
      return [...prints.values()];
    },
  };
}
