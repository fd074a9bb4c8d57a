import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, test } from 'vitest';
import { listShipped, readLock } from '../../scripts/notices.ts';
import { untilFirstWall, watchFirstWall } from './first-wall.ts';
import { measureFirstLoad, reachedFrom } from './measure-first-load.ts';
import { openStudio } from './open-studio.ts';

const LIMIT_BYTES = 60_000;

describe('the built app', () => {
  test('needs at most 60 kB of JavaScript and CSS, gzipped, before the first wall', () => {
    const { beforeWall } = measureFirstLoad(studioFolder());
    expect(beforeWall.files.some((file) => file.endsWith('.js'))).toBe(true);
    expect(beforeWall.files.some((file) => file.endsWith('.css'))).toBe(true);
    expect(beforeWall.gzipBytes).toBeLessThanOrEqual(LIMIT_BYTES);
  });

  test('has fetched no more than that when the first wall is sharp', async () => {
    const { page, close } = await openStudio({ before: watchFirstWall });
    const { sharp } = await untilFirstWall(page);
    // What comes after it may have begun before a slow test asks.
    const addresses = await page.evaluate(
      (sharpMs) =>
        performance
          .getEntriesByType('resource')
          .filter(({ startTime }) => startTime <= sharpMs)
          .map(({ name }) => name),
      sharp!,
    );
    const { workers } = measureFirstLoad(studioFolder());
    const fetched = addresses
      .map((address) => new URL(address).pathname.slice(1))
      .filter((file) => /\.(js|css)$/.test(file) && !workers.files.includes(file));
    const bytes = [...new Set(fetched)].map(
      (file) => gzipSync(readFileSync(join(studioFolder(), file))).length,
    );
    expect(bytes.length).toBeGreaterThan(1);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(LIMIT_BYTES);
    await close();
  });

  test('serves the licences of everything it is made of', async () => {
    const { page, url, close } = await openStudio();
    const text = await page.evaluate(async (address) => (await fetch(address)).text(), `${url}licenses.txt`);
    for (const { name, version } of listShipped(readLock())) expect(text).toContain(`${name} ${version}\n`);
    await close();
  });
});

describe('reachedFrom', () => {
  test('follows static imports, once each, and takes their style sheets along', () => {
    const manifest = {
      'index.html': { file: 'assets/index.js', imports: ['_a.js', '_b.js'], css: ['assets/index.css'] },
      '_a.js': { file: 'assets/a.js', imports: ['_b.js', 'index.html'] },
      '_b.js': { file: 'assets/b.js', css: ['assets/b.css'] },
      'src/late.ts': { file: 'assets/late.js', imports: ['_a.js'] },
    };
    expect(reachedFrom('index.html', manifest)).toEqual([
      'assets/a.js',
      'assets/b.css',
      'assets/b.js',
      'assets/index.css',
      'assets/index.js',
    ]);
  });
});

function studioFolder(): string {
  const served = inject('studio');
  if ('fault' in served) throw new Error(served.fault);
  return served.folder;
}
