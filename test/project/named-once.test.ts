import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /(?<!\.d)\.tsx?$/.test(name),
);

/** The files of src that import the package, or a part of it. */
const importers = (name: string) => {
  const pattern = new RegExp(`(?:from|import|import\\()\\s*['"]${name}(?:/[^'"]*)?['"]`);
  return files.filter((file) => pattern.test(readFileSync(`src/${file}`, 'utf8')));
};

// What one file knows, one file can replace. Each is listed by hand: a new one is a decision.
for (const name of ['p5', 'tweakpane', 'idb', 'fflate', 'tinykeys']) {
  test(`${name} is imported by one file of src at most`, () => {
    expect(importers(name).slice(1)).toEqual([]);
  });
}

test('the search finds a package that many files import', () => {
  expect(files.length).toBeGreaterThan(20);
  expect(importers('@preact/signals-core')).not.toEqual([]);
});

test('nothing is shown by scrollIntoView: Chromium takes that for the place from which Tab goes on', () => {
  expect(files.filter((file) => /\.scrollIntoView\(/.test(readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
});
