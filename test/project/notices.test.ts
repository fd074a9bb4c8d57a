import { describe, expect, test } from 'vitest';
import { describeShipped, listShipped, readLock, writeLicenses } from '../../scripts/notices.ts';

describe('listShipped', () => {
  test('follows dependencies to the end and takes the nearest copy, but nothing of tools', () => {
    const packages = {
      '': { version: '1.0.0', dependencies: { a: '1', b: '1' } },
      'node_modules/a': { version: '1.0.0', license: 'MIT', dependencies: { '@s/c': '2' } },
      'node_modules/a/node_modules/@s/c': { version: '2.0.0', license: 'ISC', dependencies: { a: '1' } },
      'node_modules/@s/c': { version: '1.0.0', license: 'ISC' },
      'node_modules/b': { version: '1.0.0', license: 'MIT' },
      'node_modules/tool': { version: '1.0.0', license: 'MIT' },
    };
    const names = listShipped({ packages }).map(({ name, version }) => `${name} ${version}`);
    expect(names).toEqual(['@s/c 2.0.0', 'a 1.0.0', 'b 1.0.0']);
  });

  test('refuses a lock file with a hole', () => {
    const packages = { '': { version: '1.0.0', dependencies: { a: '1' } } };
    expect(() => listShipped({ packages })).toThrow('no entry for a');
  });
});

describe('NOTICES', () => {
  test('is what the lock file says; after a change of packages run `npm run notices`', async () => {
    await expect(describeShipped(listShipped(readLock()))).toMatchFileSnapshot('../../NOTICES');
  });
});

describe('writeLicenses', () => {
  const shipped = listShipped(readLock());

  test('names every package with its version and licence', () => {
    const text = writeLicenses(shipped);
    expect(shipped.length).toBeGreaterThan(10);
    for (const { name, version, license } of shipped) {
      expect(license).not.toBe('');
      expect(text).toContain(`${name} ${version}\nLicence: ${license}\n`);
    }
  });

  test('holds the licence texts of the fonts, and of p5 in full with its source', () => {
    const text = writeLicenses(shipped);
    expect(text.match(/SIL OPEN FONT LICENSE/gi)?.length).toBeGreaterThanOrEqual(2);
    expect(text).toContain('GNU LESSER GENERAL PUBLIC LICENSE');
    expect(text).toContain('https://github.com/processing/p5.js');
  });

  test('says that Tweakpane is modified', () => {
    expect(writeLicenses(shipped)).toMatch(/tweakpane 4[\s\S]{0,40}Modified when Palate is built/);
  });
});
