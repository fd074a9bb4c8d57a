// How records lie in a store: each in a row that also holds what it is ordered by.
import type { RecordName, Records } from '#core/gallery/records.ts';
import type { Cursor, Orders } from './store.ts';

/** `hung`, `trash` and `stars` are absent where they are false or 0, so that an index over them leaves the row out. */
export interface Row {
  readonly id: string;
  readonly hung?: 1;
  readonly trash?: 1;
  readonly stars?: number;
  readonly record: Records[RecordName];
}

export type OrderName = Orders[RecordName];

export const orders: { readonly [N in RecordName]: readonly Orders[N][] } = {
  artwork: ['sequence', 'hung', 'trash'],
  judgement: ['sequence'],
  standing: ['sequence', 'stars'],
  profile: ['sequence'],
  wall: ['sequence'],
  desk: ['sequence'],
  portrait: ['sequence'],
  collection: ['sequence'],
  act: ['sequence'],
  training: ['sequence'],
};

export const recordNames: readonly RecordName[] = [
  'artwork',
  'judgement',
  'standing',
  'profile',
  'wall',
  'desk',
  'portrait',
  'collection',
  'act',
  'training',
];

export const isRecordName = (value: unknown): value is RecordName =>
  recordNames.some((name) => name === value);

export function buildRow(record: Records[RecordName]): Row {
  return {
    id: record.id,
    record,
    ...('isHung' in record && record.isHung ? { hung: 1 } : {}),
    ...('remains' in record && record.remains !== null ? { trash: 1 } : {}),
    ...('stars' in record && record.stars > 0 ? { stars: record.stars } : {}),
  };
}

/** Where a row stands in an order, without its id; null when that order leaves it out. */
export function buildKey({ hung, trash, stars, record }: Row, order: OrderName): readonly number[] | null {
  switch (order) {
    case 'sequence':
      return [record.sequence];
    case 'hung':
      return hung === undefined ? null : [hung, record.sequence];
    case 'trash':
      return trash === undefined ? null : [trash, record.sequence];
    case 'stars':
      return stars === undefined ? null : [stars, record.sequence];
  }
}

/** As IndexedDB compares keys: numbers before strings, strings by UTF-16 unit, then the id. */
export function comparePositions(a: Cursor, b: Cursor): number {
  const left = [...a.key, a.id];
  const right = [...b.key, b.id];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const difference = compareParts(left[index]!, right[index]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareParts(a: number | string, b: number | string): number {
  if (typeof a !== typeof b) return typeof a === 'number' ? -1 : 1;
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
