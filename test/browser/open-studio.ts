// Pages on the built app or the harness that hold a test to account: any console error, uncaught error, policy violation
// or request off-origin fails it, unless it said beforehand that it expects one.
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { browserLaunchOptions } from './find-browser.ts';
import type { Served } from './global-setup.ts';
import { watchFaults } from './watch-faults.ts';

export interface OpenOptions {
  /** Opened after the address: `#/gallery`. */
  readonly fragment?: string;
  /**
   * Size, density, colour scheme, locale: whatever a context takes. Motion is reduced unless it asks for `no-preference`: the
   * pictures that move by themselves take the processor from what a test waits for.
   */
  readonly context?: BrowserContextOptions;
  /** Runs in every page of the context before the page's own scripts. */
  readonly before?: () => void;
  /** A folder for the profile: a browser of its own, whose data stays when it is opened again. */
  readonly profileFolder?: string;
  /** Further flags for the browser of `profileFolder`. */
  readonly flags?: readonly string[];
}

export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What `fragment` was opened on, with a slash at the end. */
  readonly url: string;
  /** Another tab in the same profile, held to account likewise. */
  readonly openTab: (fragment?: string) => Promise<Page>;
  /** What no page may do and was done so far. */
  readonly faults: readonly string[];
  /** A fault that must happen: `close` fails when none matches, and forgives those that do. */
  readonly expectFault: (pattern: RegExp) => void;
  /** Closes everything and fails the test on any fault nobody expected. */
  readonly close: () => Promise<void>;
  /** SIGKILL to the whole browser; only with `profileFolder`. Then there is nothing left to close. */
  readonly kill: () => Promise<void>;
}

/** Opens the built studio in a fresh profile. Wide unless told otherwise. For CDP: `context.newCDPSession(page)`. */
export function openStudio(options: OpenOptions = {}): Promise<OpenedPage> {
  return openAddress(addressOf(inject('studio')), options);
}

/** Opens the page that hands out modules of core and platform as `window.palate` (see harness/main.ts). */
export function openHarness(options: OpenOptions = {}): Promise<OpenedPage> {
  return openAddress(addressOf(inject('harness')), options);
}

function addressOf(served: Served): string {
  if ('fault' in served) throw new Error(served.fault);
  return served.url;
}

/** Opens a page served by something else, such as a second build; `url` ends with a slash. */
export async function openAddress(url: string, options: OpenOptions = {}): Promise<OpenedPage> {
  const context = await openContext(options);
  const faults = await watchFaults(context, new URL(url).origin);
  if (options.before) await context.addInitScript(options.before);

  const openTab = async (fragment = '') => {
    const page = await context.newPage();
    await page.goto(url + fragment);
    return page;
  };
  const expected: RegExp[] = [];
  const page = await openTab(options.fragment);
  // A profile comes with an empty tab of its own, which is not the one under test.
  for (const other of context.pages()) if (other !== page) await other.close();

  return {
    page,
    context,
    url,
    openTab,
    faults,
    expectFault: (pattern) => expected.push(pattern),
    close: async () => {
      await Promise.all(context.pages().map(settle));
      await closeContext(context);
      const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      if (unexpected.length > 0) throw new Error(`What no page may do was done:\n${unexpected.join('\n')}`);
      const missing = expected.filter((pattern) => !faults.some((fault) => pattern.test(fault)));
      if (missing.length > 0) throw new Error(`Expected to happen, but did not: ${missing.join(', ')}`);
    },
    kill: () => killBrowser(context),
  };
}

async function openContext({ context, profileFolder, flags = [] }: OpenOptions): Promise<BrowserContext> {
  const options = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' as const, ...context };
  if (profileFolder === undefined) {
    const browser = await chromium.connect(inject('browserEndpoint'));
    return browser.newContext(options);
  }
  const { args, ...launch } = browserLaunchOptions();
  return chromium.launchPersistentContext(profileFolder, {
    ...launch,
    args: [...args, ...flags],
    ...options,
  });
}

/** Two frames and a turn of the event loop, so that what a last click set off is still counted. A dead page is no matter. */
async function settle(page: Page): Promise<void> {
  const twoFrames = () =>
    new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))));
  await Promise.race([
    page.evaluate(twoFrames).catch(() => undefined),
    new Promise((done) => setTimeout(done, 500)),
  ]);
}

async function closeContext(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  await context.close();
  await browser?.close(); // of a shared browser, this ends the connection only
}

async function killBrowser(context: BrowserContext): Promise<void> {
  const browser = context.browser();
  if (browser === null) throw new Error('Only a browser of its own, with `profileFolder`, can be killed.');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const main = processInfo.find(({ type }) => type === 'browser')!;
  const gone = new Promise<void>((done) => context.once('close', () => done()));
  process.kill(main.id, 'SIGKILL');
  await gone;
}
