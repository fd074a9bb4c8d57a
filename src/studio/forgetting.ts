// Walls are remembered for 200 generations. An older one goes, and with it what nobody kept or bred from.
import type { ArtworkId, RecordChange, Wall } from '#core/gallery/records.ts';
import { change, isArtwork } from './changes.ts';
import type { Session } from './session.ts';

export const wallLimit = 200;

export interface Forgetting {
  /** What to write beside a new wall so that no more than 200 are left. `kept` stays however old it is. */
  readonly plan: (kept: Wall | null) => Promise<readonly RecordChange[]>;
  /** What to write so that these are gone. */
  readonly planFor: (gone: readonly Wall[]) => Promise<readonly RecordChange[]>;
}

export function createForgetting({ keeping, shown }: Session): Forgetting {
  /** Whom the artworks of a wall come from: that never changes, but for a tile that was replaced. */
  const parentsOfTiles = new Map<ArtworkId, readonly ArtworkId[]>();

  async function readParents(walls: readonly Wall[]): Promise<ReadonlySet<ArtworkId>> {
    const tiles = walls.flatMap((wall) => wall.tiles.map(({ artwork }) => artwork));
    const unread = tiles.filter((id) => !parentsOfTiles.has(id));
    for (let start = 0; start < unread.length; start += 150) {
      const ids = unread.slice(start, start + 150);
      const records = await keeping.getMany('artwork', ids);
      for (const [index, id] of ids.entries()) {
        const origin = records[index]?.origin;
        parentsOfTiles.set(id, origin?.kind === 'bred' ? origin.parents : []);
      }
    }
    return new Set(tiles.flatMap((id) => parentsOfTiles.get(id) ?? []));
  }

  async function planFor(gone: readonly Wall[]): Promise<readonly RecordChange[]> {
    if (gone.length === 0) return [];
    // A child is always on a younger wall than its parents, so the walls that stay know of every child.
    const parents = await readParents(shown.walls.peek().filter((wall) => !gone.includes(wall)));
    const ids = gone.flatMap(({ tiles }) => tiles.map(({ artwork }) => artwork));
    const [artworks, portraits, stored] = await Promise.all([
      keeping.getMany('artwork', ids),
      keeping.getMany('portrait', ids),
      keeping.getMany(
        'wall',
        gone.map(({ id }) => id),
      ),
    ]);
    const changes: RecordChange[] = [];
    for (const [index, artwork] of artworks.entries()) {
      if (!isArtwork(artwork) || artwork.isHung || parents.has(artwork.id)) continue;
      changes.push(change('artwork', artwork.id, artwork, null));
      const portrait = portraits[index];
      if (portrait !== undefined) changes.push(change('portrait', portrait.id, portrait, null));
      parentsOfTiles.delete(artwork.id);
    }
    for (const wall of stored) if (wall !== undefined) changes.push(change('wall', wall.id, wall, null));
    return changes;
  }

  return {
    planFor,
    async plan(kept) {
      const walls = shown.walls.peek();
      const excess = walls.length + 1 - wallLimit;
      return excess <= 0 ? [] : planFor(walls.filter(({ id }) => id !== kept?.id).slice(-excess));
    },
  };
}
