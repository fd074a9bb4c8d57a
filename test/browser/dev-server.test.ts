import { createLogger, createServer } from 'vite';
import { expect, test } from 'vitest';
import { untilFirstWall, watchFirstWall } from './first-wall.ts';
import { openAddress } from './open-studio.ts';
import { freePort } from './serve-build.ts';

test('the development server enforces Trusted Types, and the studio runs under it without a violation', async () => {
  const errors: string[] = [];
  const server = await createServer({
    configFile: 'vite.config.ts',
    customLogger: { ...createLogger('silent'), error: (message) => errors.push(message) },
    server: { port: await freePort(), strictPort: true },
    cacheDir: 'node_modules/.vite-test', // not the one a running `npm start` uses
  });
  await server.listen();
  const address = server.resolvedUrls!.local[0]!;
  const { page, expectFault, close } = await openAddress(address, { before: watchFirstWall });
  await untilFirstWall(page);
  expect(
    await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>not like this</b>';
        return 'allowed';
      } catch {
        return 'refused';
      }
    }),
  ).toBe('refused');
  expectFault(/require-trusted-types-for refused/);
  expectFault(/console error: This document requires 'TrustedHTML'/);
  await close();
  await server.close();
  expect(errors).toEqual([]);
});
