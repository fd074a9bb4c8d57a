import type { Artwork, RecordChange, Tombstone } from '#core/gallery/records.ts';

type AnyRecord = NonNullable<RecordChange['after']>;

export interface Rebase {
  readonly from: AnyRecord | null;
  readonly to: AnyRecord | null;
  /** Whether a field that is neither `from`'s nor `to`'s is overwritten. */
  readonly isForced?: boolean;
}

/**
 * What `current` becomes when the step from `from` to `to` is taken on it: fields in which the two differ take the value of
 * `to`, provided that they still have that of `from`; all others stay. `current` itself when nothing is left to do.
 * An artwork that the step takes away altogether is answered with null: its tombstone is the caller's.
 */
export function rebase<R extends AnyRecord>(
  current: R | null,
  { from, to, isForced = false }: Rebase,
): AnyRecord | null {
  if (to === null) return null;
  if (from === null) return current === null || 'isDeleted' in current ? to : current;
  if (current === null) return isForced ? to : null;
  if ('isDeleted' in from !== 'isDeleted' in to) {
    // Between an artwork and its tombstone: a whole step or none.
    return 'isDeleted' in current === 'isDeleted' in to ? current : to;
  }
  if ('isDeleted' in current && !('isDeleted' in to)) return current;

  const old = new Map<string, unknown>(Object.entries(from));
  const own = new Map<string, unknown>(Object.entries(current));
  const moved = Object.entries(to).filter(
    ([name, value]) =>
      name !== 'sequence' &&
      !isSame(value, old.get(name)) &&
      !isSame(value, own.get(name)) &&
      (isForced || isSame(own.get(name), old.get(name))),
  );
  return moved.length === 0 ? current : { ...current, ...Object.fromEntries(moved) };
}

/** What stays when an artwork goes, with nothing to bring back. */
export function buryArtwork({ id, title, origin }: Artwork, deletedAtMs: number): Tombstone {
  return { id, schema: 2, isDeleted: true, title, origin, remains: null, deletedAtMs, sequence: 0 };
}

/** Whether two pieces of plain data hold the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = new Map<string, unknown>(Object.entries(b));
  return (
    left.length === right.size &&
    left.every(([name, value]) => right.has(name) && isSame(value, right.get(name)))
  );
}
