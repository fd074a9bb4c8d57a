import type { Artwork, ArtworkId, Origin } from '#core/gallery/records.ts';
import type { Keeping } from './keeping.ts';

/** Deeper families are told apart no more. */
const depthLimit = 200;

/** An artwork's generation: 1 without parents, else one more than its deepest parent that is still known. */
export async function findDepth(keeping: Keeping, { origin }: Artwork): Promise<number> {
  let parents = parentsOf([origin]);
  let depth = parents.size > 0 ? 2 : 1;
  for (; depth < depthLimit; depth++) {
    const records = await keeping.getMany('artwork', [...parents]);
    parents = parentsOf(records.flatMap((record) => (record === undefined ? [] : [record.origin])));
    if (parents.size === 0) break;
  }
  return depth;
}

const parentsOf = (origins: readonly Origin[]): Set<ArtworkId> =>
  new Set(origins.flatMap((origin) => (origin.kind === 'bred' ? origin.parents : [])));
