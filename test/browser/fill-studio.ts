import type { BrowserContext } from 'playwright-core';

/**
 * Hangs artworks and rates some, by the app's own store: for a moment the harness's page stands at the app's address, so that
 * it writes where the app reads. Returns the id of the first artwork. Reload pages of the app that are open.
 */
export async function fillStudio(
  context: BrowserContext,
  { studio, harness }: { readonly studio: string; readonly harness: string },
  counts = { artworkCount: 30, ratedCount: 20 },
): Promise<string> {
  // Of this page only: the others go on loading parts of the app.
  const page = await context.newPage();
  await page.route(`${studio}**`, async (route) => {
    const url = route.request().url().replace(studio, harness);
    await route.fulfill({ response: await route.fetch({ url }) });
  });
  await page.goto(studio);
  const id = await page.evaluate(async (counts) => {
    const { fill, idOf } = await window.palate.fill();
    await fill(counts);
    return idOf(0);
  }, counts);
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.close();
  return id;
}
