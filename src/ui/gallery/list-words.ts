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
