import { describe, expect, test } from 'vitest';
import { type Migration, migrateRecord, migrations } from '#core/gallery/migrations.ts';

const steps: readonly Migration[] = [
  { record: 'profile', schema: 1, migrate: ({ name, ...rest }) => ({ ...rest, label: name }) },
  { record: 'wall', schema: 1, migrate: (old) => ({ ...old, touched: true }) },
  { record: 'profile', schema: 2, migrate: ({ label, ...rest }) => ({ ...rest, title: `${label}!` }) },
];

describe('migrateRecord', () => {
  test('walks an old record through every step of its own kind, in order', () => {
    expect(migrateRecord('profile', { schema: 1, name: 'You' }, steps)).toEqual({ schema: 3, title: 'You!' });
    expect(migrateRecord('profile', { schema: 2, label: 'You' }, steps)).toEqual({
      schema: 3,
      title: 'You!',
    });
    expect(migrateRecord('wall', { schema: 1 }, steps)).toEqual({ schema: 2, touched: true });
  });

  test('gives a record of the newest schema back as it is', () => {
    const record = { schema: 3, title: 'You' };
    expect(migrateRecord('profile', record, steps)).toBe(record);
    expect(migrateRecord('act', { schema: 1 }, steps)).toEqual({ schema: 1 });
  });

  test('leaves its input alone', () => {
    const old = Object.freeze({ schema: 1, name: 'You' });
    migrateRecord('profile', old, steps);
    expect(old).toEqual({ schema: 1, name: 'You' });
  });

  test('refuses a schema that is newer, missing or none', () => {
    expect(() => migrateRecord('profile', { schema: 4 }, steps)).toThrow(
      'Made by a newer version of Palate.',
    );
    expect(() => migrateRecord('wall', { schema: 3 }, steps)).toThrow('newer');
    expect(() => migrateRecord('profile', {}, steps)).toThrow('schema is missing.');
    expect(() => migrateRecord('profile', { schema: 0 }, steps)).toThrow('schema is not a version number.');
  });
});

describe('migrations', () => {
  test('each kind of record has one step from each schema, in order', () => {
    for (const name of new Set(migrations.map(({ record }) => record))) {
      const own = migrations.filter(({ record }) => record === name).map(({ schema }) => schema);
      expect(own).toEqual(own.map((_, i) => i + 1));
    }
  });
});
