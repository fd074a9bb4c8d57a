import type { Artwork, ArtworkId, Origin } from '#core/gallery/records.ts';
import type { Keeping } from './keeping.ts';

/** Deeper families are told apart no more. */
const depthLimit = 200;

/**
 * An artwork's generation: 1 without parents, else one more than its deepest parent that is still known. What was edited or trained
 * from an artwork is of that one's generation.
 */
export async function findDepth(keeping: Keeping, { origin }: Artwork): Promise<number> {
  const originsOf = async (ids: ReadonlySet<ArtworkId>) =>
    (await keeping.getMany('artwork', [...ids])).flatMap((record) =>
      record === undefined ? [] : [record.origin],
    );
  let origins: readonly Origin[] = [origin];
  let depth = 1;
  for (let step = 0; step < depthLimit; step++) {
    const sources = sourcesOf(origins);
    if (sources.size > 0) {
      origins = [...origins.filter(({ kind }) => kind === 'bred'), ...(await originsOf(sources))];
      continue;
    }
    const parents = parentsOf(origins);
    if (parents.size === 0) break;
    depth++;
    origins = await originsOf(parents);
  }
  return depth;
}

const parentsOf = (origins: readonly Origin[]): Set<ArtworkId> =>
  new Set(origins.flatMap((origin) => (origin.kind === 'bred' ? origin.parents : [])));

const sourcesOf = (origins: readonly Origin[]): Set<ArtworkId> =>
  new Set(
    origins.flatMap((origin) =>
      (origin.kind === 'edited' || origin.kind === 'trained') && origin.from !== null ? [origin.from] : [],
    ),
  );
