import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { fillStudio } from './fill-studio.ts';
import { findWrong } from './find-wrong.ts';
import { openStudio } from './open-studio.ts';
import { expectName, tile, untilNamed } from './studio-steps.ts';
import { closeSheets, type View, viewsAt, type Width, widths } from './views.ts';

async function look(page: Page, { name, open }: View, width: Width, artwork: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await open(page, artwork);
  const dark = await findWrong(page);
  // The other theme has other colors, and nothing else.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  const light = await findWrong(page, ['color-contrast']);
  await closeSheets(page);
  return [
    ...dark.map((wrong) => `${name} ${width} dark, ${wrong}`),
    ...light.map((wrong) => `${name} ${width} light, ${wrong}`),
  ];
}

test('axe finds nothing wrong on any place or sheet, in both themes and three widths, with 30 artworks and 20 ratings', async () => {
  const opened = await openStudio();
  const { page, context, url } = opened;
  await untilNamed(page);
  const harness = inject('harness');
  if ('fault' in harness) throw new Error(harness.fault);
  const artwork = await fillStudio(context, { studio: url, harness: harness.url });
  await page.reload();
  await untilNamed(page);
  await tile(page, 0).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('4');
  // Breed comes alight by then, and is no longer half in the colours of one that rests.
  await expectName(tile(page, 0), /You gave 4 of 5\. Parent 1\./);
  const wrong: string[] = [];
  for (const width of [1440, 1024, 390] as const) {
    await page.setViewportSize({ width, height: widths[width] });
    for (const view of viewsAt(width)) wrong.push(...(await look(page, view, width, artwork)));
  }
  expect(wrong).toEqual([]);
  await opened.close();
}, 300_000); // thirty views, twice: half a minute on an idle machine
