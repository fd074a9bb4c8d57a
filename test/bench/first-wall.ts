import { chromium, type Page } from 'playwright-core';
import { browserLaunchOptions } from '../browser/find-browser.ts';
import { openFirstWall, watchFirstWall } from '../browser/first-wall.ts';
import { type Figure, median } from './figure.ts';

const RUNS = 5;

/** Medians over fresh browsers with fresh profiles, at 1440 x 900. */
export async function measureFirstWall(url: string): Promise<readonly Figure[]> {
  const walls = await repeat((page) => openWatched(page, url));
  // Tracing costs time of its own, so that tasks are measured in other runs than walls.
  const longest = await repeat((page) => longestTask(page, url));
  return [
    { name: 'first wall coarse', value: median(walls.map(({ coarse }) => coarse!)), unit: 'ms' },
    { name: 'first wall sharp', value: median(walls.map(({ sharp }) => sharp!)), unit: 'ms' },
    { name: 'longest main-thread task', value: median(longest), unit: 'ms' },
  ];
}

async function repeat<T>(measure: (page: Page) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let run = 0; run < RUNS; run++) {
    const browser = await chromium.launch(browserLaunchOptions());
    try {
      results.push(await measure(await browser.newPage({ viewport: { width: 1440, height: 900 } })));
    } finally {
      await browser.close();
    }
  }
  return results;
}

async function openWatched(page: Page, url: string) {
  await page.addInitScript(watchFirstWall);
  return openFirstWall(page, url);
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  readonly args?: { readonly name?: string; readonly data?: { readonly url?: unknown } };
}

/** From navigation until the first wall is sharp. */
const longestTask = (page: Page, url: string) =>
  traceLongestTask(page, url, async () => {
    await openWatched(page, url);
  });

/** Milliseconds of the longest task of a page's main thread while `act` goes on. */
export async function traceLongestTask(page: Page, url: string, act: () => Promise<void>): Promise<number> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[];
  };
  // The browser draws parts of itself with pages of its own, whose tasks are not ours.
  const isOurs = (address: unknown) => typeof address === 'string' && address.startsWith(url);
  const ours = new Set(traceEvents.filter(({ args }) => isOurs(args?.data?.url)).map(({ pid }) => pid));
  const mainThreads = traceEvents
    .filter(
      ({ name, pid, args }) => ours.has(pid) && name === 'thread_name' && args?.name === 'CrRendererMain',
    )
    .map(({ pid, tid }) => `${pid} ${tid}`);
  const durations = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && mainThreads.includes(`${pid} ${tid}`))
    .map(({ dur = 0 }) => dur / 1000);
  if (durations.length === 0) throw new Error('The trace holds no task of a main thread.');
  return durations.reduce((longest, duration) => Math.max(longest, duration), 0);
}
