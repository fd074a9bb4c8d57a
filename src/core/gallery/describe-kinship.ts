import { isolated } from './foreign-title.ts';
import { listInWords, numberWord } from './number-words.ts';
import type { ArtworkId } from './records.ts';

/** An artwork, `back` 0, and whom it comes from, the nearest first. */
export type Lineage = ReadonlyMap<ArtworkId, { readonly title: string; readonly back: number }>;

/** How the second is related to the first, in a sentence. */
export function describeKinship(first: Lineage, second: Lineage): string {
  const [self = ''] = first.keys();
  const [other = ''] = second.keys();
  const down = second.get(self)?.back;
  if (down !== undefined) return `The second ${descends(down, first.get(self)!.title)}`;
  const up = first.get(other)?.back;
  if (up !== undefined) return `The first ${descends(up, second.get(other)!.title)}`;
  const shared = [...first].flatMap(([id, { title, back }]) => {
    const there = second.get(id)?.back;
    return there === undefined ? [] : [{ title, back, there }];
  });
  if (shared.length === 0) return 'No ancestor in common that is still known.';
  const nearest = Math.min(...shared.map(({ back, there }) => back + there));
  const kin = shared.filter(({ back, there }) => back + there === nearest);
  const names = listInWords(kin.map(({ title }) => nameOf(title)).slice(0, 4));
  if (nearest === 2) return `Sisters, children of ${names}.`;
  const [one] = kin;
  return `Both come from ${names}, ${back(one!.back)} and ${back(one!.there)} back.`;
}

const descends = (generations: number, title: string) =>
  generations === 1
    ? `is a child of ${isolated(title)}.`
    : `comes from ${isolated(title)}, ${back(generations)} back.`;

const nameOf = (title: string) => (title === '' ? 'one that is not here any more' : isolated(title));

const back = (generations: number) =>
  `${numberWord(generations)} ${generations === 1 ? 'generation' : 'generations'}`;
