import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Entry {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
  readonly license?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, Entry>;
};
const entries = Object.entries(packages).filter(([path]) => path !== '');
const pathsWhere = (is: (entry: Entry) => boolean) =>
  entries.filter(([, entry]) => is(entry)).map(([path]) => path);

const allowedLicenses = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'Zlib',
  'SGI-B-2.0',
  'MPL-2.0',
  'LGPL-2.1',
  'OFL-1.1',
];

/** `(A OR B)` needs one that is allowed, `(A AND B)` needs both. */
const isAllowed = (license: string) =>
  license
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => allowedLicenses.includes(name)));

describe('package-lock.json', () => {
  test('holds an integrity for every package', () => {
    expect(entries.length).toBeGreaterThan(50);
    expect(pathsWhere(({ integrity }) => !integrity?.startsWith('sha512-'))).toEqual([]);
  });

  test('names no registry, so that it is the same on every machine', () => {
    expect(pathsWhere(({ resolved }) => resolved !== undefined)).toEqual([]);
  });

  test('holds no package that runs a script when installed', () => {
    expect(pathsWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([]);
  });

  test('holds only licences we may pass on', () => {
    expect(pathsWhere(({ license = 'none' }) => !isAllowed(license))).toEqual([]);
  });
});

describe('package.json', () => {
  test('pins every package exactly', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
      devDependencies: Record<string, string>;
    };
    const versions = Object.values({ ...dependencies, ...devDependencies });
    expect(versions.filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('has no command that leans on a script npm would skip', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const names = Object.keys(scripts);
    const hooks = names.filter((name) =>
      names.some((other) => name === `pre${other}` || name === `post${other}`),
    );
    expect(hooks).toEqual([]);
  });
});
