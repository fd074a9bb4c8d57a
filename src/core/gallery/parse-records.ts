// The border for records: what comes out of a store passes here before anything else sees it.
import { within } from '#core/cppn/foreign-data.ts';
import { isObject, refuseHostileShape } from '#core/cppn/foreign-shape.ts';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { parseWith } from '#core/cppn/schema-parts.ts';
import { migrateRecord } from './migrations.ts';
import * as schemas from './record-schemas.ts';
import type { Act, Artwork, RecordChange, RecordName, Records, Tombstone } from './records.ts';

/** An act over thousands of artworks is large; this only stops what was never written by us. */
const VALUE_LIMIT = 100_000_000;

/**
 * A parser for each kind of record: old ones are brought up to date, unknown fields dropped, texts cut to their limits.
 * Each throws ForeignDataError naming the field.
 */
export const parsers: { readonly [N in RecordName]: (value: unknown) => Records[N] } = {
  artwork: (value) => {
    const record = current('artwork', value);
    return isObject(record) && record.isDeleted !== undefined ? parseTombstone(record) : parseArtwork(record);
  },
  judgement: (value) => parseWith(schemas.judgementSchema, current('judgement', value)),
  standing: (value) => parseWith(schemas.standingSchema, current('standing', value)),
  profile: (value) => parseWith(schemas.profileSchema, current('profile', value)),
  wall: (value) => parseWith(schemas.wallSchema, current('wall', value)),
  desk: (value) => parseWith(schemas.deskSchema, current('desk', value)),
  portrait: (value) => parseWith(schemas.portraitSchema, current('portrait', value)),
  collection: (value) => parseWith(schemas.collectionSchema, current('collection', value)),
  act: (value) => parseAct(current('act', value)),
  training: (value) => parseWith(schemas.trainingSchema, current('training', value)),
};

function current(name: RecordName, value: unknown): unknown {
  refuseHostileShape(value, VALUE_LIMIT);
  return migrateRecord(name, value);
}

function parseArtwork(record: unknown): Artwork {
  return withGenome(parseWith(schemas.artworkSchema, record));
}

function parseTombstone(record: unknown): Tombstone {
  const { remains, ...tombstone } = parseWith(schemas.tombstoneSchema, record);
  return { ...tombstone, remains: remains && within('remains', () => withGenome(remains)) };
}

const withGenome = <R extends { readonly genome: unknown }>(record: R) => ({
  ...record,
  genome: within('genome', () => parseGenome(record.genome).genome),
});

function parseAct(record: unknown): Act {
  const act = parseWith(schemas.actSchema, record);
  return {
    ...act,
    changes: act.changes.map((change, index) =>
      within(`changes[${index}]`, () => parseChange(change.record, change)),
    ),
  };
}

function parseChange<N extends RecordName>(
  record: N,
  { id, before, after }: { id: string; before: unknown; after: unknown },
): RecordChange {
  const parse = parsers[record];
  const read = (field: string, value: unknown) => (value === null ? null : within(field, () => parse(value)));
  // The compiler cannot follow one N through a union of all of them; `record` chose the parser.
  return { record, id, before: read('before', before), after: read('after', after) } as RecordChange;
}
