import { chromium } from 'playwright-core';
import { browserLaunchOptions } from '../browser/find-browser.ts';
import { serveBuild } from '../browser/serve-build.ts';
import { type Figure, median } from './figure.ts';
import { installPeers } from './install-peers.ts';
import type { TrainMeasures } from './train-page/main.ts';

/** Steps beside TensorFlow.js in one page, interleaved; and the time a taste takes to learn. */
export async function measureTrainSpeed(report: (text: string) => void): Promise<readonly Figure[]> {
  installPeers(report);
  report('Training beside TensorFlow.js, a few steps each in turn ...');
  const build = await serveBuild('test/bench/train-page/vite.config.ts');
  const browser = await chromium.launch(browserLaunchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(build.url);
    await page.waitForFunction(() => typeof window.measure === 'function');
    const { losses, steps, critics } = await page.evaluate(() => window.measure());
    checkLosses(losses);
    report(
      `A step takes ${median(steps.map(({ ours }) => ours)).toFixed(1)} ms, theirs ${median(steps.map(({ theirs }) => theirs)).toFixed(1)} ms.`,
    );
    return [
      {
        name: 'train 4x32 vs tfjs-wasm',
        value: median(steps.map(({ ours, theirs }) => theirs / ours)),
        unit: 'x',
      },
      { name: 'taste-sized fit', value: median(critics), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await build.close();
  }
}

/** The same work, or the figure means nothing: losses before each of the first steps agree to four digits. */
function checkLosses({ ours, theirs }: TrainMeasures['losses']): void {
  ours.forEach((loss, step) => {
    const other = theirs[step]!;
    if (!(Math.abs(loss - other) <= 1e-4 * loss))
      throw new Error(`Losses part at step ${step + 1}: ${loss} here, ${other} with TensorFlow.js.`);
  });
}
