import type { FinishName } from '#core/gallery/card.ts';
import type { Origin } from '#core/gallery/records.ts';
import type { GalleryFilter } from '#studio/gallery/arrange-cards.ts';
import { formatPlace, type GalleryList } from '#studio/place.ts';

/** What a list is called; undefined is everything. */
export function listWords(list: GalleryList | undefined): string {
  switch (list?.kind) {
    case undefined:
      return 'Everything';
    case 'five':
      return 'Five of five';
    case 'unrated':
      return 'Not rated yet';
    case 'imported':
      return 'Imported';
    case 'trash':
      return 'Trash';
    case 'collection':
      return list.name;
    case 'search':
      return `Found: ${list.text}`;
  }
}

export const addressOf = (list: GalleryList | undefined) =>
  formatPlace(list === undefined ? { kind: 'gallery' } : { kind: 'gallery', list });

export const isSameList = (a: GalleryList | undefined, b: GalleryList | undefined) =>
  addressOf(a) === addressOf(b);

export const finishWords: Record<FinishName, string> = {
  smooth: 'Smooth',
  relief: 'Relief',
  grain: 'Grain',
  'cut paper': 'Cut paper',
  lines: 'Lines',
};

export const madeWords: Record<Origin['kind'], string> = {
  seed: 'From fresh seeds',
  bred: 'Bred',
  edited: 'Edited',
  trained: 'Trained',
  imported: 'Imported',
  shared: 'From a link',
};

/** `Lines, Fig, Bred`; empty where everything is shown, whatever its rating. */
export const filterWords = ({ finish, palette, made }: GalleryFilter) =>
  [finish && finishWords[finish], palette, made && madeWords[made]]
    .filter((words) => words !== null)
    .join(', ');
