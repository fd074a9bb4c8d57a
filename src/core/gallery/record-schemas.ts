// What each record must look like, field by field. Enums are written as tables checked by type, so that a new
// name of a kind breaks the build here.
import * as v from 'valibot';
import { viewSchema } from '#core/cppn/parse-view.ts';
import { recipeNames } from '#core/cppn/recipes.ts';
import { between, list, text, whole } from '#core/cppn/schema-parts.ts';
import type { Changed, Step } from '#core/evolution/step.ts';
import { SEED_LIMIT } from '#core/math/random.ts';
import type { RecordName, TileKind } from './records.ts';

/** In UTF-16 units; longer ones are cut. */
export const textLimits = {
  title: 200,
  altText: 1000,
  note: 2000,
  fileName: 300,
  label: 200,
  place: 300,
} as const;

const id = v.pipe(
  v.string(),
  v.check((x) => /^[0-9A-Za-z][\w.:-]{0,99}$/.test(x), 'is not an id'),
);

const schema = v.literal(1);
const sequence = whole(0, Number.MAX_SAFE_INTEGER);
const seed = whole(0, SEED_LIMIT - 1);
/** What a Date can hold. */
const timeMs = between(-8.64e15, 8.64e15);
const ids = (max: number) => list(id, 0, max);

const changed = v.enum({ everything: 'everything', form: 'form', color: 'color' } satisfies {
  [K in Changed]: K;
});

const tileKind = v.enum({
  seed: 'seed',
  child: 'child',
  ranked: 'ranked',
  wild: 'wild',
  unsure: 'unsure',
  again: 'again',
  elsewhere: 'elsewhere',
} satisfies { [K in TileKind]: K });

const steps = {
  moved: v.object({ kind: v.literal('moved'), seed, length: between(0, 1e6), changed }),
  crossed: v.object({
    kind: v.literal('crossed'),
    seed,
    withParent: whole(0, 15),
    share: between(0, 1),
    changed,
  }),
} satisfies { [K in Step['kind']]: v.GenericSchema<unknown, Extract<Step, { kind: K }>> };

const origin = v.variant('kind', [
  v.object({
    kind: v.literal('seed'),
    recipe: v.picklist(recipeNames),
    sampler: whole(1, 1_000_000),
    seed,
  }),
  v.object({
    kind: v.literal('bred'),
    parents: ids(16),
    seed,
    how: list(v.variant('kind', [steps.moved, steps.crossed]), 0, 1000),
  }),
  v.object({
    kind: v.picklist(['edited', 'trained', 'imported', 'shared']),
    from: v.nullable(text(textLimits.fileName)),
  }),
]);

/** The genome is left as it is: parseGenome has checks of its own that come before any schema. */
const remains = {
  altText: text(textLimits.altText),
  note: text(textLimits.note),
  genome: v.unknown(),
  view: viewSchema,
  isHung: v.boolean(),
  hungSequence: sequence,
  createdAtMs: timeMs,
};

export const artworkSchema = v.object({
  id,
  schema: v.literal(2),
  title: text(textLimits.title),
  origin,
  sequence,
  ...remains,
});

export const tombstoneSchema = v.object({
  id,
  schema: v.literal(2),
  isDeleted: v.literal(true),
  title: text(textLimits.title),
  origin,
  remains: v.nullable(v.object(remains)),
  deletedAtMs: timeMs,
  sequence,
});

const said = v.variant('kind', [
  v.object({ kind: v.literal('stars'), artwork: id, stars: v.picklist([1, 2, 3, 4, 5]) }),
  v.object({ kind: v.picklist(['cleared', 'not-this']), artwork: id }),
  v.object({ kind: v.literal('picked'), chosen: ids(100), shown: ids(100) }),
  v.object({ kind: v.literal('withdrawn'), judgement: id }),
]);

export const judgementSchema = v.object({
  id,
  schema,
  profile: id,
  atMs: timeMs,
  sequence,
  said,
  guess: v.nullable(v.object({ stars: between(1, 5), doubt: between(0, 100) })),
  wasPeeked: v.boolean(),
  tile: tileKind,
});

export const standingSchema = v.pipe(
  v.object({
    id: v.string(),
    schema,
    profile: id,
    artwork: id,
    stars: v.picklist([0, 1, 2, 3, 4, 5]),
    sequence,
  }),
  v.check((x) => x.id === `${x.profile}/${x.artwork}`, 'has an id that is not its profile and artwork'),
);

export const profileSchema = v.object({
  id,
  schema,
  name: text(textLimits.title),
  createdAtMs: timeMs,
  sequence,
});

export const wallSchema = v.object({
  id,
  schema,
  number: whole(1, Number.MAX_SAFE_INTEGER),
  from: v.nullable(id),
  tiles: list(v.object({ artwork: id, tile: tileKind }), 0, 100),
  picks: ids(4),
  createdAtMs: timeMs,
  sequence,
});

export const deskSchema = v.object({
  id: v.literal('desk'),
  schema,
  wall: id,
  profile: id,
  distance: between(0.03, 0.25),
  wildCount: v.nullable(whole(0, 6)),
  changed,
  sequence,
});

export const portraitSchema = v.object({
  id,
  schema,
  view: viewSchema,
  thumbnail: v.instance(ArrayBuffer, 'is not bytes'),
  sequence,
});

export const trainingSchema = v.object({
  id,
  schema,
  title: text(textLimits.title),
  createdAtMs: timeMs,
  run: v.looseObject({}),
  sequence,
});

export const collectionSchema = v.object({
  id,
  schema,
  name: v.pipe(
    text(textLimits.title),
    v.check((x) => x !== '', 'is empty'),
  ),
  artworks: ids(100_000),
  sequence,
});

const recordName = v.enum({
  artwork: 'artwork',
  judgement: 'judgement',
  standing: 'standing',
  profile: 'profile',
  wall: 'wall',
  desk: 'desk',
  portrait: 'portrait',
  collection: 'collection',
  act: 'act',
  training: 'training',
} satisfies { [N in RecordName]: N });

/** The records within are left as they are, for their own parsers. */
export const actSchema = v.object({
  id,
  schema,
  label: text(textLimits.label),
  place: text(textLimits.place),
  changes: list(
    v.object({
      record: recordName,
      id: v.pipe(v.string(), v.maxLength(201, 'is not an id')),
      before: v.unknown(),
      after: v.unknown(),
    }),
    0,
    1_000_000,
  ),
  judgements: ids(1_000_000),
  isUndone: v.boolean(),
  sequence,
});
