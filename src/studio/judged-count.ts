import type { ArtworkId } from '#core/gallery/records.ts';
import type { Store } from '#platform/storage/store.ts';

/** From here on the critic has something to go by. */
export const enoughJudged = 9;

/**
 * How much was judged: rated artworks count one, picks half, what was withdrawn nothing. Counts no further than a log of 200,
 * which is enough. `known` is what was counted before: once enough, always enough.
 */
export async function countJudged(store: Store, known: number): Promise<number> {
  if (known >= enoughJudged) return known;
  const { items, next } = await store.page('judgement', {
    order: 'sequence',
    direction: 'ascending',
    limit: 200,
  });
  if (next !== null) return Math.max(known, enoughJudged);
  const withdrawn = new Set(items.flatMap(({ said }) => (said.kind === 'withdrawn' ? [said.judgement] : [])));
  const rated = new Set<ArtworkId>();
  let pickCount = 0;
  for (const { id, said } of items) {
    if (withdrawn.has(id)) continue;
    if (said.kind === 'stars') rated.add(said.artwork);
    else if (said.kind === 'cleared') rated.delete(said.artwork);
    else if (said.kind === 'picked') pickCount++;
  }
  return rated.size + pickCount / 2;
}
