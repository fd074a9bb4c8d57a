import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';

// ARCHITECTURE.md sections 1 and 2: an import points down, never up, never sideways.
const coreFolders = ['math', 'nn', 'cppn', 'evolution', 'taste', 'gallery', 'formats'];

/** Whether the file at `from` may import the one at `to`; both are paths in the project, such as src/core/nn/predict.ts. */
function mayImport(from: string, to: string, isType: boolean): boolean {
  const [, layer = '', folder = ''] = from.split('/');
  const [, toLayer = '', toFolder = ''] = to.split('/');
  if (from.startsWith('sketches/')) return to === 'src/platform/sketch/index.ts' || toLayer === 'core';
  switch (layer) {
    case 'core':
      return toLayer === 'core' && isAtOrAbove(toFolder, folder);
    case 'platform':
      if (to === 'src/platform/trusted-types.ts') return true; // a page can make its one policy once, so folders share it
      return toLayer === 'core' || (toLayer === 'platform' && (toFolder === folder || isType));
    case 'studio':
      return ['core', 'platform', 'studio'].includes(toLayer);
    case 'ui':
      return ['core', 'platform', 'studio', 'ui'].includes(toLayer);
    case 'cli':
      if (to === 'package.json') return true; // its version
      return ['core', 'cli'].includes(toLayer) || /^src\/platform\/(render|export)\//.test(to);
    case 'kernel': // compiled by itself, and known by its bytes only
      return toLayer === 'kernel';
    case 'worker.ts':
      return ['core', 'platform'].includes(toLayer);
    case 'main.ts':
      return to.startsWith('src/');
    default:
      return false;
  }
}

const isAtOrAbove = (to: string, from: string) =>
  coreFolders.includes(to) && coreFolders.indexOf(to) <= coreFolders.indexOf(from);

/** `file imports file` for every import in `source` that points where it may not. */
function findBadImports(file: string, source: string): string[] {
  const statements = source.matchAll(
    /^\s*(?:import|export)\s+(?<type>type\s)?(?:[^'"`;]*?\sfrom\s*)?['"](?<named>[^'"]+)['"]|(?<typeOf>typeof\s+)?\bimport\(\s*['"](?<called>[^'"]+)['"]/gm,
  );
  return [...statements].flatMap(({ groups = {} }) => {
    const target = resolveImport(file, groups.named ?? groups.called ?? '');
    const isType = groups.type !== undefined || groups.typeOf !== undefined;
    return target === null || mayImport(file, target, isType) ? [] : [`${file} imports ${target}`];
  });
}

/** null for a package, and for the mere address of a file (`?url`), which brings no code along. */
function resolveImport(file: string, specifier: string): string | null {
  if (/\?.*\burl\b/.test(specifier)) return null;
  const path = specifier.replace(/\?.*$/, '');
  if (path === '#sketch') return 'src/platform/sketch/index.ts';
  if (path.startsWith('#')) return `src/${path.slice(1)}`;
  return path.startsWith('.') ? posix.join(posix.dirname(file), path) : null;
}

test('every import points down', () => {
  const files = ['src', 'sketches']
    .filter(existsSync)
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.tsx?$/.test(file));
  expect(files.length).toBeGreaterThan(20);
  expect(files.flatMap((file) => findBadImports(file, readFileSync(file, 'utf8')))).toEqual([]);
});

describe('findBadImports', () => {
  const refused: [file: string, source: string, target: string][] = [
    ['src/core/nn/a.ts', `import { b } from '#core/cppn/b.ts';`, 'src/core/cppn/b.ts'],
    ['src/core/nn/a.ts', `import type { B } from '#core/cppn/b.ts';`, 'src/core/cppn/b.ts'],
    ['src/core/nn/a.ts', `import { b } from '#platform/render/b.ts';`, 'src/platform/render/b.ts'],
    ['src/core/nn/a.ts', `import { b } from '#core/made-up/b.ts';`, 'src/core/made-up/b.ts'],
    ['src/platform/export/a.ts', `import { b } from '#platform/render/b.ts';`, 'src/platform/render/b.ts'],
    ['src/platform/export/a.ts', `import { type B } from '../render/b.ts';`, 'src/platform/render/b.ts'],
    ['src/platform/export/a.ts', `import type { B } from '#studio/b.ts';`, 'src/studio/b.ts'],
    ['src/studio/a.ts', `export { b } from '#ui/b.tsx';`, 'src/ui/b.tsx'],
    ['src/studio/a.ts', `const b = await import('../ui/b.tsx');`, 'src/ui/b.tsx'],
    ['src/studio/a.ts', `import {\n  type B,\n  c,\n} from '../ui/b.tsx';`, 'src/ui/b.tsx'],
    ['src/ui/a.tsx', `import '../main.ts';`, 'src/main.ts'],
    ['src/cli/a.ts', `import { b } from '#platform/storage/b.ts';`, 'src/platform/storage/b.ts'],
    ['src/worker.ts', `import { b } from '#studio/b.ts';`, 'src/studio/b.ts'],
    ['src/core/math/a.ts', `const first = 1;\nimport { b } from '../nn/b.ts';`, 'src/core/nn/b.ts'],
    ['sketches/a.ts', `import { b } from '#platform/render/b.ts';`, 'src/platform/render/b.ts'],
  ];
  for (const [file, source, target] of refused) {
    test(`refuses ${source.replaceAll('\n', ' ')} in ${file}`, () => {
      expect(findBadImports(file, source)).toEqual([`${file} imports ${target}`]);
    });
  }

  const allowed: [file: string, source: string][] = [
    ['src/core/nn/a.ts', `import { b } from '#core/math/b.ts';\nimport { c } from './c.ts';`],
    ['src/platform/export/a.ts', `import type { B } from '#platform/render/b.ts';`],
    ['src/platform/export/a.ts', `let b: typeof import('#platform/render/b.ts');`],
    ['src/platform/workers/a.ts', `import url from '../../worker.ts?worker&url';`],
    [
      'src/studio/a.ts',
      `import { signal } from '@preact/signals-core';\nimport { b } from '#platform/export/b.ts';`,
    ],
    ['src/cli/a.ts', `import { b } from '#platform/export/b.ts';`],
    ['src/main.ts', `import { b } from '#ui/b.tsx';\nimport '#studio/c.ts';`],
    ['sketches/a.ts', `import { b } from '#sketch';\nimport { c } from '#core/math/c.ts';`],
  ];
  for (const [file, source] of allowed) {
    test(`allows ${source.replaceAll('\n', ' ')} in ${file}`, () => {
      expect(findBadImports(file, source)).toEqual([]);
    });
  }
});
