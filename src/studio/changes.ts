// Small arithmetic on record changes: making them, stamping them, and carrying one over to a record that moved on.
import type { Artwork, RecordChange, RecordName, Records, Tombstone } from '#core/gallery/records.ts';
import { stampRecord } from '#platform/storage/stamp-record.ts';

type ChangeOf<N extends RecordName> = Extract<RecordChange, { record: N }>;

export function change<N extends RecordName>(
  record: N,
  id: string,
  before: Records[N] | null | undefined,
  after: Records[N] | null,
): ChangeOf<N> {
  return { record, id, before: before ?? null, after } as ChangeOf<N>;
}

/** What the store made of it. */
export const stamp = (stored: RecordChange, sequence: number): RecordChange =>
  ({ ...stored, after: stampRecord(stored, sequence) }) as RecordChange;

export const keyOf = ({ record, id }: { readonly record: RecordName; readonly id: string }) =>
  `${record}/${id}`;

export const isArtwork = (record: Artwork | Tombstone | null | undefined): record is Artwork =>
  record !== null && record !== undefined && !('isDeleted' in record);
