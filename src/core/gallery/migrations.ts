// How old records become new ones. Steps are kept for ever; a record of any age walks through all that follow its own.
import { readSchema } from '#core/cppn/foreign-shape.ts';
import type { RecordName } from './records.ts';

/** One step of one kind of record: from `schema` to `schema + 1`. Pure; it leaves its input alone. */
export interface Migration {
  readonly record: RecordName;
  readonly schema: number;
  readonly migrate: (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
}

/** In order. */
export const migrations: readonly Migration[] = [
  {
    record: 'artwork',
    schema: 1,
    // Until then the gallery was ordered by `sequence`. A tombstone of then had kept nothing.
    migrate: (old) =>
      old.isDeleted === true
        ? { ...old, remains: null }
        : { ...old, note: '', hungSequence: old.isHung === true ? old.sequence : 0 },
  },
];

/**
 * The record as this version writes it, not yet checked. Its newest schema is one more than the last step's.
 * Throws ForeignDataError when `schema` is missing, no version, or newer than the last step leads to.
 */
export function migrateRecord(name: RecordName, value: unknown, steps = migrations): unknown {
  const own = steps.filter(({ record }) => record === name);
  const schema = readSchema(value, own.length + 1);
  return own
    .slice(schema - 1)
    .reduce((old, step) => ({ ...step.migrate(old), schema: step.schema + 1 }), Object(value));
}
