// Two to four artworks beside each other: how far apart they are, whom they come from, and in what their genes differ.
import { pictureDistance } from '#core/evolution/picture-distance.ts';
import { parentsOf } from '#core/gallery/card.ts';
import { describeDifference, describeDistance } from '#core/gallery/describe-difference.ts';
import { describeKinship, type Lineage } from '#core/gallery/describe-kinship.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { findArtwork } from './hanging.ts';
import type { Session } from './session.ts';

export interface Comparison {
  readonly artworks: readonly Artwork[];
  /** Each beside the first, in order; the first itself is left out. */
  readonly sentences: readonly (readonly string[])[];
}

/** So far back their families are looked at. */
const generationsBack = 12;

/** Those that are still here. */
export async function compareArtworks(
  session: Session,
  ids: readonly ArtworkId[],
  signal: AbortSignal,
): Promise<Comparison> {
  const found = await Promise.all(ids.map((id) => findArtwork(session, id)));
  const artworks = found.flatMap((one) => (one === null ? [] : [one.artwork]));
  const [first, ...others] = artworks;
  if (first === undefined) return { artworks, sentences: [] };
  const [own, ...prints] = await session.options.workers.run(
    'prints',
    artworks.map(({ genome }) => genome),
    { signal, priority: 'awaited' },
  );
  const lineage = await readLineage(session, first);
  const sentences: (readonly string[])[] = [];
  for (const [index, other] of others.entries())
    sentences.push([
      describeDistance(pictureDistance(own!, prints[index]!)),
      describeKinship(lineage, await readLineage(session, other)),
      ...describeDifference(first.genome, other.genome),
    ]);
  return { artworks, sentences };
}

/** An artwork and whom it comes from, each with how many generations back. */
async function readLineage({ keeping }: Session, { id, title, origin }: Artwork): Promise<Lineage> {
  const lineage = new Map([[id, { title, back: 0 }]]);
  let parents = parentsOf(origin);
  for (let back = 1; back <= generationsBack && parents.length > 0; back++) {
    const records = await keeping.getMany('artwork', parents);
    const next: ArtworkId[] = [];
    for (const [index, record] of records.entries()) {
      const parent = parents[index]!;
      if (!lineage.has(parent)) lineage.set(parent, { title: record?.title ?? '', back });
      if (record !== undefined) next.push(...parentsOf(record.origin));
    }
    parents = [...new Set(next)].filter((one) => !lineage.has(one));
  }
  return lineage;
}
