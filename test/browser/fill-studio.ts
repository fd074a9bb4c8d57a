import type { BrowserContext, Page } from 'playwright-core';

interface Served {
  readonly studio: string;
  readonly harness: string;
}

/** Hangs artworks and rates some. Returns the id of the first artwork. Reload pages of the app that are open. */
export const fillStudio = (
  context: BrowserContext,
  served: Served,
  counts = { artworkCount: 30, ratedCount: 20 },
): Promise<string> =>
  fillBy(context, served, (page) =>
    page.evaluate(async (counts) => {
      const { fill, idOf } = await window.palate.fill();
      await fill(counts);
      return idOf(0);
    }, counts),
  );

/**
 * Lets the harness write by the app's own store: for a moment its page stands at the app's address, so that it writes where
 * the app reads.
 */
export async function fillBy<T>(
  context: BrowserContext,
  { studio, harness }: Served,
  write: (page: Page) => Promise<T>,
): Promise<T> {
  // Of this page only: the others go on loading parts of the app.
  const page = await context.newPage();
  await page.route(`${studio}**`, async (route) => {
    const url = route.request().url().replace(studio, harness);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await page.goto(studio);
  const written = await write(page);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  return written;
}
