// Whom an artwork comes from, who came from the same, and what came from it.
import { type Card, parentsOf } from '#core/gallery/card.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { isArtwork } from '#studio/changes.ts';
import type { Keeping } from '#studio/keeping.ts';
import { findDepth } from '#studio/lineage.ts';

export interface Relative {
  readonly id: ArtworkId;
  /** Empty when nothing is known of it any more. */
  readonly title: string;
  /** null: it was deleted, or is not here. */
  readonly artwork: Artwork | null;
  readonly kin: 'self' | 'ancestor' | 'sister' | 'child';
  readonly parents: readonly ArtworkId[];
  /** Else its parents, if any, are of its own generation. */
  readonly isBred: boolean;
}

export interface Family {
  readonly self: Artwork;
  /** The oldest first. */
  readonly generations: readonly {
    /** 1 is without parents. What was edited is of the generation of what it was made from, and below it. */
    readonly number: number;
    readonly relatives: readonly Relative[];
    /** How many more there are than are shown. */
    readonly foldedCount: number;
  }[];
}

const generationsBack = 3;
/** Side by side. */
const widest = 4;
const sistersShown = 2;

/** null when it is not here. Sisters and children are those that hang. */
export async function readFamily(
  keeping: Keeping,
  cards: readonly Card[],
  id: ArtworkId,
): Promise<Family | null> {
  const self = await keeping.get('artwork', id);
  if (!isArtwork(self)) return null;
  const depth = await findDepth(keeping, self);
  const own = parentsOf(self.origin);

  async function readRelatives(ids: readonly ArtworkId[], kin: Relative['kin']): Promise<Relative[]> {
    const records = await keeping.getMany('artwork', ids);
    return ids.map((one, index) => {
      const record = records[index];
      return {
        id: one,
        title: record?.title ?? '',
        artwork: isArtwork(record) ? record : null,
        kin,
        parents: record === undefined ? [] : parentsOf(record.origin),
        isBred: record?.origin.kind === 'bred',
      };
    });
  }

  const me: Relative = {
    id,
    title: self.title,
    artwork: self,
    kin: 'self',
    parents: own,
    isBred: self.origin.kind === 'bred',
  };
  const isAnyBred = (relatives: readonly Relative[]) => relatives.some((one) => one.isBred);
  const generations: Family['generations'][number][] = [];
  let number = depth;
  let below: readonly Relative[] = [me];
  for (let back = 1, ids = own; back <= generationsBack && ids.length > 0; back++) {
    const relatives = await readRelatives(ids.slice(0, widest), 'ancestor');
    if (isAnyBred(below)) number = Math.max(1, number - 1);
    below = relatives;
    generations.unshift({ number, relatives, foldedCount: Math.max(0, ids.length - widest) });
    ids = [...new Set(relatives.flatMap(({ parents }) => parents))];
  }

  const isSister = (card: Card) =>
    card.id !== id &&
    own.length > 0 &&
    card.parents.length === own.length &&
    own.every((one) => card.parents.includes(one));
  const sisters = cards.filter(isSister).map((card) => card.id);
  const beside = await readRelatives(sisters.slice(0, sistersShown), 'sister');
  const [before, after] = [beside[0], beside[1]];
  generations.push({
    number: depth,
    relatives: [before, me, after].filter((one) => one !== undefined),
    foldedCount: Math.max(0, sisters.length - sistersShown),
  });

  const children = cards.filter(({ parents }) => parents.includes(id)).map((card) => card.id);
  if (children.length > 0) {
    const relatives = await readRelatives(children.slice(0, widest), 'child');
    generations.push({
      number: isAnyBred(relatives) ? depth + 1 : depth,
      relatives,
      foldedCount: Math.max(0, children.length - widest),
    });
  }
  return { self, generations };
}
