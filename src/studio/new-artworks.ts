import { wholeView } from '#core/cppn/view.ts';
import type { Artwork, ArtworkId, Origin } from '#core/gallery/records.ts';
import { withNumeral } from '#core/gallery/title.ts';
import { hashName, type Seed } from '#core/math/random.ts';
import type { Jobs } from '#platform/workers/jobs.ts';

type Proposal = Jobs['propose']['output']['proposals'][number];

export interface Birth {
  /** The wall's, or the single tile's. */
  readonly seed: Seed;
  /** In the order of the request. */
  readonly parents: readonly ArtworkId[];
  readonly atMs: number;
  /** Titles that are taken. */
  readonly taken: ReadonlySet<string>;
}

/** Artworks from birth: named by the seed and their place, called like nothing else around them. */
export function buildArtworks(
  proposals: readonly Proposal[],
  { seed, parents, atMs, taken }: Birth,
): Artwork[] {
  const titles = new Set(taken);
  return proposals.map(({ genome, title, altText, origin }, index) => {
    const own = withNumeral(title, titles);
    titles.add(own);
    return {
      id: hashName(seed, index),
      schema: 2,
      title: own,
      altText,
      note: '',
      genome,
      view: wholeView,
      origin: bornFrom(origin, parents),
      isHung: false,
      hungSequence: 0,
      createdAtMs: atMs,
      sequence: 0,
    };
  });
}

function bornFrom(origin: Proposal['origin'], parents: readonly ArtworkId[]): Origin {
  if (origin.kind === 'seed') return origin;
  const { seed, how } = origin;
  return { kind: 'bred', parents: origin.parents.map((place) => parents[place]!), seed, how };
}
