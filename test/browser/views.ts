// Every place and sheet, and the way there: what axe looks at and what `npm run screenshots` takes. A new place adds a row.
import type { BrowserContextOptions, Page } from 'playwright-core';

export const widths = { 1440: 900, 1024: 768, 390: 844 } as const;

export type Width = keyof typeof widths;

export interface View {
  readonly name: string;
  /** Absent: all. */
  readonly at?: readonly Width[];
  /** From anywhere without an open sheet. `artwork` is the id of one that hangs. */
  readonly open: (page: Page, artwork: string) => Promise<unknown>;
}

const goTo = (fragment: string) => (page: Page) =>
  page.evaluate((fragment) => {
    location.hash = fragment;
  }, fragment);

const sheet = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true }).waitFor();

async function openExplore(page: Page): Promise<void> {
  await goTo('#/explore')(page);
  await page.getByRole('gridcell').nth(14).waitFor();
}

async function openGallery(page: Page): Promise<void> {
  await goTo('#/gallery')(page);
  await page.getByRole('option').first().waitFor();
}

async function openPlace(page: Page, fragment: string): Promise<void> {
  await goTo(fragment)(page);
  await page.locator(`.bar [aria-current=page][href^="${fragment}"]`).waitFor();
  await page.locator('main h1, aside h1').first().waitFor({ state: 'attached' });
}

async function openEasel(page: Page, artwork: string): Promise<void> {
  await goTo(`#/art/${artwork}`)(page);
  await page.locator('.easel-canvas').waitFor();
}

async function openTrain(page: Page): Promise<void> {
  await goTo('#/train')(page);
  await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
}

async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await sheet(page, 'Search or do anything');
  await page.keyboard.type(text);
}

/** Opens what the palette offers first. */
async function openByName(page: Page, text: string, name: string): Promise<void> {
  await find(page, text);
  await page.keyboard.press('Enter');
  await sheet(page, name);
}

export const views: readonly View[] = [
  { name: 'explore', open: openExplore },
  { name: 'gallery', open: openGallery },
  { name: 'taste', open: (page) => openPlace(page, '#/taste') },
  { name: 'sketches', open: (page) => openPlace(page, '#/sketches') },
  { name: 'easel', open: openEasel },
  { name: 'train', open: openTrain },
  {
    name: 'export',
    open: async (page, artwork) => {
      await openEasel(page, artwork);
      await page.keyboard.press('e');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'find',
    open: async (page) => {
      await openExplore(page);
      await find(page, 'dark round red');
    },
  },
  {
    name: 'compare',
    open: async (page) => {
      await openGallery(page);
      await page.keyboard.press('Escape'); // what was selected here before
      const options = page.getByRole('option');
      for (const index of [0, 1]) {
        await options.nth(index).focus();
        await page.keyboard.press('Space');
      }
      await page.keyboard.press('c');
      await sheet(page, 'Compare');
      await page.locator('.compare-facts').waitFor();
    },
  },
  { name: 'keys', open: (page) => openByName(page, 'keys', 'Keys') },
  { name: 'space', open: (page) => openByName(page, 'what takes space', 'What takes space') },
  { name: 'machine', open: (page) => openByName(page, 'about this machine', 'About this machine') },
  { name: 'settings', open: (page) => openByName(page, 'settings', 'Settings') },
  {
    name: 'generations',
    at: [1024, 390],
    open: async (page) => {
      await openExplore(page);
      await page.getByRole('button', { name: /^Generation \d/ }).click();
      await sheet(page, 'Generations');
    },
  },
  {
    name: 'more',
    at: [390],
    open: async (page) => {
      await openExplore(page);
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await sheet(page, 'More');
    },
  },
  {
    name: 'menu',
    at: [390],
    open: async (page) => {
      await openGallery(page);
      await page.getByRole('button', { name: 'Menu' }).click();
      await sheet(page, 'Menu');
    },
  },
];

export const viewsAt = (width: Width) => views.filter(({ at }) => at === undefined || at.includes(width));

/** As an own context: a phone has a finger and twice the pixels. */
export const screenOf = (width: Width): BrowserContextOptions => ({
  viewport: { width, height: widths[width] },
  ...(width === 390 ? { deviceScaleFactor: 2, isMobile: true, hasTouch: true } : {}),
});

/** Closes whatever lies over the place, so that the next view can be opened. */
export async function closeSheets(page: Page): Promise<void> {
  for (let tries = 0; tries < 3 && (await page.locator('dialog[open]').count()) > 0; tries++)
    await page.keyboard.press('Escape');
}
