import { describeLayers } from './describe-network.ts';
import { withoutDirections } from './foreign-title.ts';
import { capitalized, numberWord, ordinalWord } from './number-words.ts';
import type { Artwork, Origin } from './records.ts';

/**
 * How an artwork came to be, and what draws it: `Fourth generation, from two parents. Six layers of ten neurons.`
 * `depth` is its generation: 1 without parents, else one more than its deepest parent.
 */
export function describeProvenance(
  { origin, genome }: Pick<Artwork, 'origin' | 'genome'>,
  depth: number,
): string {
  return `${describeOrigin(origin, depth)}. ${describeLayers(genome)}.`;
}

function describeOrigin(origin: Origin, depth: number): string {
  switch (origin.kind) {
    case 'seed':
      return `From a fresh seed, by the recipe ${origin.recipe.replace('-', ' ')}`;
    case 'bred': {
      const count = origin.parents.length;
      const parents = count === 1 ? 'one parent' : `${numberWord(count)} parents`;
      return `${capitalized(ordinalWord(depth))} generation, from ${parents}`;
    }
    case 'edited':
      return 'Edited on the easel';
    case 'trained':
      return origin.from === null ? 'Trained to tell points apart' : 'Trained to copy a picture';
    case 'imported':
      return origin.from === null
        ? 'Imported from a file'
        : `Imported from ${withoutDirections(origin.from)}`;
    case 'shared':
      return 'Opened from a shared link';
    default:
      return origin satisfies never;
  }
}
