import type { Genome } from '#core/cppn/genome.ts';
import { numberWord } from '#core/gallery/number-words.ts';
import type { Artwork } from '#core/gallery/records.ts';

/**
 * `These are children of your two. The first wall is on the left, kept.` `wallNumber`: of the wall they came from; where no
 * strip of walls is on the left, it is only kept.
 */
export function describeChildren(parentCount: number, wallNumber: number | null, hasStrip: boolean): string {
  const children = `These are children of your ${numberWord(parentCount)}.`;
  if (wallNumber === null) return children;
  const wall = wallNumber === 1 ? 'The first wall' : `Wall ${wallNumber}`;
  return `${children} ${wall} is ${hasStrip ? 'on the left, kept' : 'kept'}.`;
}

/** null when networks of one shape can be crossed. */
export function describeDifferentShapes(parents: readonly Artwork[]): string | null {
  const shapes = new Set(parents.map(({ genome }) => shapeOf(genome)));
  if (shapes.size < 2) return null;
  return 'These parents are built differently: in a child, form comes from one of them, colour from the other.';
}

/** `dark, round and red` */
export function listWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

const shapeOf = ({ coordinates, layers }: Genome) =>
  [coordinates.inputs.length, ...layers.map(({ neurons }) => neurons.length)].join(' ');
