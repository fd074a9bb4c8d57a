import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { parsers } from '#core/gallery/parse-records.ts';
import type { RecordName, Records } from '#core/gallery/records.ts';
import { smallArtwork, withField } from '../formats/small-artwork.ts';

const judgement: Records['judgement'] = {
  id: 'j1',
  schema: 1,
  profile: 'you',
  atMs: 1_700_000_000_000,
  sequence: 4,
  said: { kind: 'stars', artwork: smallArtwork.id, stars: 4 },
  guess: { stars: 3.5, doubt: 0.8 },
  wasPeeked: false,
  tile: 'seed',
};

const standing: Records['standing'] = {
  id: `you/${smallArtwork.id}`,
  schema: 1,
  profile: 'you',
  artwork: smallArtwork.id,
  stars: 4,
  sequence: 4,
};

const samples: { readonly [N in RecordName]: Records[N] } = {
  artwork: smallArtwork,
  judgement,
  standing,
  profile: { id: 'you', schema: 1, name: 'You', createdAtMs: 0, sequence: 1 },
  wall: {
    id: 'aaaaaaaaaaaaaaaa',
    schema: 1,
    number: 1,
    from: null,
    tiles: [{ artwork: smallArtwork.id, tile: 'seed' }],
    picks: [smallArtwork.id],
    createdAtMs: 5,
    sequence: 2,
  },
  desk: {
    id: 'desk',
    schema: 1,
    wall: 'aaaaaaaaaaaaaaaa',
    profile: 'you',
    distance: 0.1,
    wildCount: null,
    changed: 'everything',
    sequence: 2,
  },
  portrait: {
    id: smallArtwork.id,
    schema: 1,
    view: smallArtwork.view,
    thumbnail: new Uint8Array([1, 2, 3]).buffer,
    sequence: 2,
  },
  collection: { id: 'c1', schema: 1, name: 'Quiet ones', artworks: [smallArtwork.id], sequence: 5 },
  act: {
    id: 'act-1',
    schema: 1,
    label: 'Rating',
    place: '#/explore',
    changes: [
      { record: 'artwork', id: smallArtwork.id, before: null, after: smallArtwork },
      { record: 'standing', id: standing.id, before: null, after: standing },
    ],
    judgements: ['j1'],
    isUndone: false,
    sequence: 4,
  },
  training: {
    id: 'aaaaaaaaaaaaaaaa',
    schema: 1,
    title: 'Pear',
    createdAtMs: 5,
    run: { weights: new Float32Array([1, 2]), epoch: 3 },
    sequence: 6,
  },
};

const names = Object.keys(samples) as RecordName[];

const tombstone: Records['artwork'] = {
  id: smallArtwork.id,
  schema: 2,
  isDeleted: true,
  title: 'Gone',
  origin: { kind: 'imported', from: 'holiday.png' },
  remains: null,
  deletedAtMs: 9,
  sequence: 8,
};

const readFixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/${name}.json`, import.meta.url), 'utf8'), (key, value) =>
    key === 'thumbnail' ? new Uint8Array(value).buffer : value,
  );

function refusal(name: RecordName, value: unknown): ForeignDataError {
  try {
    parsers[name](value);
  } catch (error) {
    if (error instanceof ForeignDataError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('parsers', () => {
  test.each(names)('%s: gives back what was written, also after structured cloning', (name) => {
    expect(parsers[name](samples[name])).toEqual(samples[name]);
    expect(parsers[name](structuredClone(samples[name]))).toEqual(samples[name]);
  });

  test('artwork: reads tombstones too, and every kind of origin', () => {
    expect(parsers.artwork(tombstone)).toEqual(tombstone);
    const origins: Records['artwork']['origin'][] = [
      {
        kind: 'bred',
        parents: ['a', 'b'],
        seed: 2 ** 53 - 1,
        how: [
          { kind: 'crossed', seed: 1, withParent: 1, share: 0.5, changed: 'color' },
          { kind: 'moved', seed: 2, length: 0.081, changed: 'form' },
        ],
      },
      { kind: 'edited', from: smallArtwork.id },
      { kind: 'trained', from: null },
      { kind: 'shared', from: 'a name.png' },
    ];
    for (const origin of origins) {
      expect(parsers.artwork({ ...smallArtwork, origin })).toEqual({ ...smallArtwork, origin });
      expect(parsers.artwork({ ...tombstone, origin })).toEqual({ ...tombstone, origin });
    }
  });

  test('tombstone: reads what can be brought back, as strictly as the artwork it was', () => {
    const { id: _, schema: __, title: ___, origin: ____, sequence: _____, ...remains } = smallArtwork;
    expect(parsers.artwork({ ...tombstone, remains })).toEqual({ ...tombstone, remains });
    const bent = withField(remains, 'genome.layers[0].kernel[2]', Number.NaN);
    expect(refusal('artwork', { ...tombstone, remains: bent }).where).toBe(
      'remains.genome.layers[0].kernel[2]',
    );
    expect(refusal('artwork', withField(tombstone, 'remains', undefined)).where).toBe('remains');
  });

  test('judgement: reads everything that can be said', () => {
    const all: Records['judgement']['said'][] = [
      { kind: 'cleared', artwork: 'a' },
      { kind: 'not-this', artwork: 'a' },
      { kind: 'picked', chosen: ['a'], shown: ['a', 'b'] },
      { kind: 'withdrawn', judgement: 'j0' },
    ];
    for (const said of all) {
      expect(parsers.judgement({ ...judgement, said, guess: null })).toEqual({
        ...judgement,
        said,
        guess: null,
      });
    }
  });

  test.each(names)('%s: refuses a record without any one of its fields, naming it', (name) => {
    for (const field of Object.keys(samples[name])) {
      expect(refusal(name, withField(samples[name], field, undefined)).where).toBe(field);
    }
  });

  test.each(names)('%s: refuses garbage of 30 shapes', (name) => {
    const garbage = [
      null,
      undefined,
      0,
      1,
      Number.NaN,
      '',
      'text',
      true,
      [],
      [1],
      {},
      { schema: 1 },
      { schema: '1' },
      { schema: Number.NaN },
      new Date(0),
      new Map(),
      new Set([1]),
      new Uint8Array(8),
      new ArrayBuffer(8),
      /x/,
      new Array(100_000),
      Object.create(null),
      { id: null, schema: 1 },
      { ...samples[name], schema: 0 },
      { ...samples[name], schema: 999 },
      { ...samples[name], id: 7 },
      { ...samples[name], id: '' },
      { ...samples[name], sequence: -1 },
      { ...samples[name], sequence: '1' },
      { ...samples[name], sequence: 1.5 },
    ];
    expect(garbage).toHaveLength(30);
    for (const value of garbage) expect(() => parsers[name](value)).toThrow(ForeignDataError);
  });

  const wrong: [RecordName, string, unknown][] = [
    ['artwork', 'title', {}],
    ['artwork', 'altText', 5],
    ['artwork', 'note', null],
    ['artwork', 'hungSequence', -1],
    ['artwork', 'view.zoom', 0],
    ['artwork', 'view.phase', 1],
    ['artwork', 'view.center[1]', null],
    ['artwork', 'origin.kind', 'found'],
    ['artwork', 'origin.seed', 2 ** 53],
    ['artwork', 'origin.recipe', 'constructor'],
    ['artwork', 'isHung', 1],
    ['artwork', 'createdAtMs', Number.NaN],
    ['artwork', 'genome.layers[0].kernel[2]', Number.NaN],
    ['artwork', 'genome.coloring.gain', 11],
    ['judgement', 'said.stars', 6],
    ['judgement', 'said.kind', 'shouted'],
    ['judgement', 'guess.stars', 0],
    ['judgement', 'tile', 'wall'],
    ['standing', 'stars', 2.5],
    ['wall', 'number', 0],
    ['wall', 'picks', ['a', 'b', 'c', 'd', 'e']],
    ['wall', 'tiles[0].artwork', ''],
    ['desk', 'id', 'shelf'],
    ['desk', 'distance', 0.5],
    ['desk', 'wildCount', 7],
    ['desk', 'changed', 'nothing'],
    ['portrait', 'thumbnail', [1, 2, 3]],
    ['collection', 'name', ''],
    ['collection', 'artworks[0]', 7],
    ['act', 'changes[0].record', '__proto__'],
    ['act', 'changes[0].after.genome.layers[1].biases[0]', null],
    ['act', 'changes[1].after.stars', 9],
    ['act', 'judgements[0]', 5],
    ['act', 'isUndone', null],
  ];
  test.each(wrong)('%s: refuses %s = %j, naming it', (name, where, value) => {
    const error = refusal(name, withField(samples[name], where, value));
    expect(error.where).toBe(where);
    expect(error.message.startsWith(`${where} `)).toBe(true);
  });

  test('standing: refuses an id that is not its profile and artwork', () => {
    expect(refusal('standing', { ...standing, id: 'you/other' }).code).toBe('out-of-range');
  });

  test('refuses a record of a newer version, saying so', () => {
    for (const name of names) {
      expect(refusal(name, { ...samples[name], schema: 3 }).message).toBe(
        'Made by a newer version of Palate.',
      );
    }
  });

  test('cuts titles to 200 characters and replaces halves of broken ones', () => {
    const read = (title: string) => parsers.artwork({ ...smallArtwork, title }).title;
    expect(read('a'.repeat(100_000))).toBe('a'.repeat(200));
    expect(read(`${'a'.repeat(199)}😀`)).toBe('a'.repeat(199));
    expect(read('x\ud800y\udc00')).toBe('x\ufffdy\ufffd');
    expect(read('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });

  test('drops unknown fields and refuses keys that reach a prototype', () => {
    expect(parsers.profile({ ...samples.profile, extra: { a: 1 } })).toEqual(samples.profile);
    const polluted: unknown = JSON.parse(
      `{"constructor":{"prototype":{"polluted":1}},${JSON.stringify(samples.profile).slice(1)}`,
    );
    expect(refusal('profile', polluted).code).toBe('forbidden-key');
  });

  test('leaves its input alone', () => {
    const before = structuredClone(smallArtwork);
    parsers.artwork(smallArtwork);
    expect(smallArtwork).toEqual(before);
  });

  const isNewest = (name: RecordName) => name !== 'artwork' && name !== 'act';
  test.each(names.filter(isNewest))('%s: the file of schema 1 still opens as it was', (name) => {
    const stored = readFixture(`${name}-1`);
    expect(parsers[name](stored)).toEqual(stored);
  });

  test.each(['artwork-2', 'tombstone-2'])('%s: the file still opens as it was', (name) => {
    const stored = readFixture(name);
    expect(parsers.artwork(stored)).toEqual(stored);
  });

  test('artwork: the file of schema 1 opens, in its place in the gallery and without a note', () => {
    const stored = readFixture('artwork-1');
    expect(parsers.artwork(stored)).toEqual({
      ...Object(stored),
      schema: 2,
      note: '',
      hungSequence: Object(stored).sequence,
    });
    expect(parsers.artwork({ ...Object(stored), isHung: false })).toMatchObject({ hungSequence: 0 });
  });

  test('tombstone: one of schema 1 opens, with nothing to bring back', () => {
    const { remains: _, ...old } = Object(tombstone);
    expect(parsers.artwork({ ...old, schema: 1 })).toEqual(tombstone);
  });

  test('act: the file of schema 1 opens, the artwork in it brought up to date', () => {
    const act = parsers.act(readFixture('act-1'));
    expect(act.changes[0]!.after).toMatchObject({ schema: 2, note: '', title: 'Plum, lit' });
    expect(parsers.act(structuredClone(act))).toEqual(act);
  });
});
