import type { RecordChange } from '#core/gallery/records.ts';

/** Throws RangeError for a write that no store can mean. */
export function checkChanges(changes: readonly RecordChange[]): void {
  const seen = new Set<string>();
  for (const { record, id, after } of changes) {
    const key = `${record} ${id}`;
    if (seen.has(key)) throw new RangeError(`One write changes ${key} twice.`);
    if (after !== null && after.id !== id) {
      throw new RangeError(`A change of ${key} writes a record with the id ${after.id}.`);
    }
    seen.add(key);
  }
}

/** Whether what is stored is what a change expects; undefined and null are both absent. */
export function isExpected(
  stored: { readonly sequence: number } | undefined,
  before: { readonly sequence: number } | null,
): boolean {
  return (stored?.sequence ?? null) === (before?.sequence ?? null);
}

/** Throws RangeError for a page of nothing, which would never end. */
export function checkLimit(limit: number): void {
  if (!(limit >= 1)) throw new RangeError(`A page holds at least 1 record, not ${limit}.`);
}
