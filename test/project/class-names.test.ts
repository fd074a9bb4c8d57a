import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';

// Every stylesheet that was ever loaded stays: a class of one place must not dress another place's elements.
const files = readdirSync('src/ui', { recursive: true, encoding: 'utf8' }).filter((name) =>
  /^(?!parts\/)[^/]+\/.*\.css$/.test(name),
);

/** Classes that a rule dresses by themselves, wherever they stand: `.hung {`, not `.train .hung {`. */
function dressedIn(css: string): readonly string[] {
  const rules = css.replaceAll(/\/\*.*?\*\//gs, '').matchAll(/([^{};]+)\{/g);
  const selectors = [...rules].flatMap(([, list]) => list!.split(',').map((one) => one.trim()));
  return selectors.flatMap((selector) => /^\.([\w-]+)$/.exec(selector)?.[1] ?? []);
}

test('a class is dressed by the stylesheets of one folder', () => {
  const folders = new Map<string, Set<string>>();
  for (const file of files)
    for (const name of dressedIn(readFileSync(`src/ui/${file}`, 'utf8')))
      folders.set(name, (folders.get(name) ?? new Set()).add(dirname(file)));
  expect(folders.size).toBeGreaterThan(100);
  const shared = [...folders].filter(([, where]) => where.size > 1).map(([name]) => name);
  expect(shared).toEqual([]);
});
