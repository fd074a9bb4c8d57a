import { defineConfig } from 'vitest/config';
import { countReporter } from './scripts/count-reporter.ts';
import { kernel } from './scripts/kernel.ts';

// Both projects run in Node. `browser` is the built app, driven from outside; `core` needs no browser and no build.
export default defineConfig({
  test: {
    reporters: ['default', countReporter()],
    maxWorkers: 2,
    projects: [
      {
        plugins: [kernel()],
        test: {
          name: 'core',
          include: ['test/{core,platform,studio,ui,cli,project}/**/*.test.ts', 'test/layers.test.ts'],
          testTimeout: 20_000,
          // One module graph a worker: loading the engine 71 times cost more than half of the tests.
          isolate: false,
        },
      },
      {
        plugins: [kernel()],
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          testTimeout: 120_000, // a shared machine can be ten times slower than an idle one
          hookTimeout: 120_000,
          expect: { poll: { timeout: 30_000, interval: 100 } }, // one second is for idle machines
        },
      },
    ],
  },
});
