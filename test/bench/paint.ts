// What painting is held to: ratios within one run, each against something that stands in the same page.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { compileKernel } from '../../scripts/kernel.ts';
import { browserLaunchOptions } from '../browser/find-browser.ts';
import { serveBuild } from '../browser/serve-build.ts';
import { type Figure, median } from './figure.ts';
import { measureFirstWall } from './first-wall.ts';
import { installPeers } from './install-peers.ts';
import type {} from './paint/page/main.ts';
import type { PeakProgram } from './paint/page/painters.ts';
import { compilePeak } from './paint/peak.ts';
import { measurePrints } from './paint/prints.ts';
import { measureTrainSpeed } from './train-speed.ts';

type Report = (text: string) => void;

export async function measurePaint(report: Report): Promise<readonly Figure[]> {
  installPeers(report);
  const peak = await compilePeak();
  const figures = await withPage('test/bench/paint/page/vite.config.ts', async (page) => {
    await compareYardsticks(page, peak, report);
    return [
      ...(await measurePainters(page, peak, report)),
      ...(await measureProduct(page, report)),
      ...(await measureParity(page, report)),
      ...(await measurePrints(page, report)),
    ];
  });
  report('Opening the studio in ten fresh browsers ...');
  const studio = await serveBuild();
  try {
    const walls = await measureFirstWall(studio.url);
    figures.push(...walls.filter(({ name }) => name === 'first wall sharp'));
  } finally {
    await studio.close();
  }
  const builds = [await compileKernel('plain'), await compileKernel('relaxed')];
  const kernelBytes = builds.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
  figures.push({ name: 'kernel size', value: kernelBytes / 1000, unit: 'kB' });
  const training = await measureTrainSpeed(report);
  figures.push(...training.filter(({ name }) => name === 'train 4x32 vs tfjs-wasm'));
  return figures;
}

async function withPage<T>(config: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const build = await serveBuild(config);
  // With a profile, or the browser keeps what is written to disk in its memory.
  const profile = await mkdtemp(join(tmpdir(), 'palate-bench-'));
  const context = await chromium.launchPersistentContext(profile, browserLaunchOptions());
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(build.url);
    await page.waitForFunction(() => window.bench !== undefined);
    return await measure(page);
  } finally {
    await context.close();
    await build.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

const shared = '../shared/bench';
/** Our copies of the yardsticks and those of ../shared/bench may be this far apart, or the ratios mean nothing. */
const YARDSTICK_SHARE = 0.1;

/** By the best of each: another process disturbs one more than the other. Says so where there is nothing to compare with. */
async function compareYardsticks(page: Page, peak: PeakProgram, report: Report): Promise<void> {
  if (!existsSync(shared)) {
    report(`The yardsticks are not compared with those they were copied from: ${shared} is not here.`);
    return;
  }
  const theirs = {
    workloads: readFileSync(`${shared}/workloads.mjs`, 'utf8'),
    peak: [...readFileSync(`${shared}/peak-fma.wasm`)],
  };
  const times = await page.evaluate(([theirs, peak]) => window.bench.measureYardsticks(theirs, peak), [
    theirs,
    peak,
  ] as const);
  for (const name of ['peak', 'reference', 'sparse reference'] as const) {
    const ratio = Math.min(...times[`${name} ours`]) / Math.min(...times[`${name} shared`]);
    const isCopy = Math.abs(ratio - 1) <= YARDSTICK_SHARE;
    report(
      `Our ${name} takes ${ratio.toFixed(2)} x the time of the one in ${shared}${isCopy ? '.' : ': what is measured by it is not worth quoting.'}`,
    );
  }
}

async function measurePainters(page: Page, peak: PeakProgram, report: Report): Promise<Figure[]> {
  report('Painting beside the reference, TensorFlow.js and ONNX Runtime ...');
  const measured = await page.evaluate((peak) => window.bench.measurePainters(peak), peak);
  if (measured.peerLevels > 1)
    throw new Error(`A peer paints another picture: ${measured.peerLevels} levels apart.`);
  const ms = (work: string) => median(measured.times[work]!);
  const peakRate = peak.macs / ms('peak');
  report(
    `The reference paints the mix in ${ms('mix reference').toFixed(0)} ms, the kernel in ${ms('mix relaxed').toFixed(1)} ms.`,
  );
  report(`The peak of this core is ${(peakRate / 1e6).toFixed(1)} GMAC/s.`);
  const times = (name: string, over: string, under: string) => ({
    name,
    value: ms(over) / ms(under),
    unit: 'x',
  });
  const share = (name: string, net: string, work: string) => ({
    name: `FMA peak ${name}`,
    value: (100 * measured.macs[net]!) / ms(work) / peakRate,
    unit: '%',
  });
  return [
    times('mix-16x4 vs reference, relaxed', 'mix reference', 'mix relaxed'),
    times('mix-16x4 vs reference, simd', 'mix reference', 'mix plain'),
    times('tanh-16x4 vs tfjs-wasm', 'tanh tensorflow', 'tanh relaxed'),
    times('tanh-16x4 vs onnxruntime', 'tanh onnx', 'tanh relaxed'),
    times('relu-16x4 vs tfjs-wasm', 'relu tensorflow', 'relu relaxed'),
    share('identity', 'identity', 'identity relaxed'),
    share('mix-32x4', 'wide', 'wide relaxed'),
    share('mix-16x4', 'mix', 'mix relaxed'),
    share('tanh-16x4', 'tanh', 'tanh relaxed'),
    times('sparse 30/60 vs reference', 'sparse reference', 'sparse relaxed'),
    times('grid 24x160 vs reference', 'grid reference', 'grid relaxed'),
  ];
}

async function measureProduct(page: Page, report: Report): Promise<Figure[]> {
  report('Painting by workers ...');
  const workers = await page.evaluate(() => window.bench.measureWorkers());
  const held = await whileACoreIsHeld(() => page.evaluate(() => window.bench.measureWorkers()));
  const gainOf = ({ one, two }: typeof workers) => median(one) / median(two);
  report(`While another process holds a core, two workers are ${gainOf(held).toFixed(2)} x one.`);
  const drag = await page.evaluate(() => window.bench.measureDrag());
  report('Painting the first wall ...');
  const tiles = await page.evaluate(() => window.bench.measureTiles());
  return [
    { name: 'two workers vs one', value: gainOf(workers), unit: 'x' },
    { name: 'wall over networks', value: median(tiles.tiles) / median(tiles.networks), unit: 'x' },
    { name: 'drag 512 px', value: median(drag.drag) / median(drag.direct), unit: 'x' },
  ];
}

async function whileACoreIsHeld<T>(measure: () => Promise<T>): Promise<T> {
  const holder = spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' });
  try {
    return await measure();
  } finally {
    holder.kill('SIGKILL');
  }
}

async function measureParity(page: Page, report: Report): Promise<Figure[]> {
  report('Comparing bytes with the definition ...');
  const { byOne, byMore } = await page.evaluate(() => window.bench.measureParity());
  return [
    { name: 'bytes off by one', value: byOne, unit: '%' },
    { name: 'bytes off by more', value: byMore, unit: '%' },
  ];
}
