// Small records for storage tests, in Node and in the harness page, and parsers that ask only what storage relies on.
import { plainCoordinates } from '#core/cppn/coordinates.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import type {
  Artwork,
  Judgement,
  Profile,
  RecordName,
  Records,
  Standing,
  Stars,
  Tombstone,
  Wall,
} from '#core/gallery/records.ts';
import { standingId } from '#core/gallery/records.ts';
import type { Parsers } from '#platform/storage/store.ts';

const genome: Genome = {
  schema: 1,
  coordinates: plainCoordinates,
  layers: [
    {
      neurons: ['0123456789abcdef'],
      kernel: [0.5, -1.25, 0.1],
      biases: [0],
      activations: ['tanh'],
    },
  ],
  coloring: { kind: 'ink' },
  loop: { u: [0], v: [0], amplitude: 0, seconds: 6 },
};

export function sampleArtwork(id: string, { isHung = true, title = '' } = {}): Artwork {
  return {
    id,
    schema: 2,
    title,
    altText: '',
    note: '',
    genome,
    view: wholeView,
    origin: { kind: 'imported', from: null },
    isHung,
    hungSequence: 0,
    createdAtMs: 0,
    sequence: 0,
  };
}

export function sampleTombstone(id: string): Tombstone {
  const origin = { kind: 'imported', from: null } as const;
  return { id, schema: 2, isDeleted: true, title: '', origin, remains: null, deletedAtMs: 0, sequence: 0 };
}

export function sampleJudgement(id: string, artwork: string, stars: Stars = 3): Judgement {
  return {
    id,
    schema: 1,
    profile: 'me',
    atMs: 0,
    sequence: 0,
    said: { kind: 'stars', artwork, stars },
    guess: null,
    wasPeeked: false,
    tile: 'seed',
  };
}

export function sampleStanding(artwork: string, stars: Stars | 0 = 3): Standing {
  return { id: standingId('me', artwork), schema: 1, profile: 'me', artwork, stars, sequence: 0 };
}

export function sampleProfile(id: string): Profile {
  return { id, schema: 1, name: 'Me', createdAtMs: 0, sequence: 0 };
}

export function sampleWall(id: string): Wall {
  return { id, schema: 1, number: 1, from: null, tiles: [], picks: [], createdAtMs: 0, sequence: 0 };
}

function parsePlain<N extends RecordName>(value: unknown): Records[N] {
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    'schema' in value &&
    (value.schema === 1 || value.schema === 2) &&
    'id' in value &&
    typeof value.id === 'string' &&
    'sequence' in value &&
    Number.isSafeInteger(value.sequence);
  if (!isPlain) throw new TypeError('No record: id, schema and sequence are wanted.');
  return value as Records[N];
}

export const plainParsers: Parsers = {
  artwork: parsePlain<'artwork'>,
  judgement: parsePlain<'judgement'>,
  standing: parsePlain<'standing'>,
  profile: parsePlain<'profile'>,
  wall: parsePlain<'wall'>,
  desk: parsePlain<'desk'>,
  portrait: parsePlain<'portrait'>,
  collection: parsePlain<'collection'>,
  act: parsePlain<'act'>,
  training: parsePlain<'training'>,
};
