// Once before the browser tests: build and serve the app and the harness, start one browser. Tests open contexts of their own.
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { browserLaunchOptions } from './find-browser.ts';
import { type ServedBuild, serveBuild } from './serve-build.ts';

/** Where a build is served, or why there is none: a broken app then fails its own tests, not those of the harness. */
export type Served = { readonly url: string; readonly folder: string } | { readonly fault: string };

declare module 'vitest' {
  interface ProvidedContext {
    studio: Served;
    harness: Served;
    browserEndpoint: string;
  }
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await chromium.launchServer(browserLaunchOptions());
  const [studio, harness] = await Promise.allSettled([
    serveBuild(),
    serveBuild('test/browser/harness/vite.config.ts'),
  ]);
  project.provide('browserEndpoint', browser.wsEndpoint());
  project.provide('studio', describe(studio));
  project.provide('harness', describe(harness));
  return async () => {
    await browser.close();
    for (const build of [studio, harness]) if (build.status === 'fulfilled') await build.value.close();
  };
}

function describe(build: PromiseSettledResult<ServedBuild>): Served {
  if (build.status === 'rejected') return { fault: String(build.reason) };
  return { url: build.value.url, folder: build.value.folder };
}
