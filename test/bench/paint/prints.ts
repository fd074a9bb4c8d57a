// What large files cost the whole browser: processor, memory and bytes.
import type { Page } from 'playwright-core';
import { type Figure, median } from '../figure.ts';
import type {} from './page/main.ts';
import { measureUse, type Use } from './processes.ts';

const PRINT_PX = 8192;

interface Written extends Use {
  /** Bytes. */
  readonly result: number;
}

/** What was thrown away before is no part of what is measured, and what is not compiled yet neither. */
async function begin(page: Page): Promise<void> {
  await page.reload();
  await page.waitForFunction(() => window.bench !== undefined);
  await page.evaluate((side) => window.bench.writePrint(side), 1024);
}

export async function measurePrints(page: Page, report: (text: string) => void): Promise<Figure[]> {
  report(`Writing files of ${PRINT_PX} px, and one of twice that ...`);
  const browser = page.context().browser()!;
  const write = (sidePx: number) =>
    measureUse(browser, () => page.evaluate((side) => window.bench.writePrint(side), sidePx));
  const paint = () =>
    measureUse(browser, () => page.evaluate((side) => window.bench.paintPrint(side), PRINT_PX));
  const written: Written[] = [];
  const painted: Use[] = [];
  for (let round = 0; round < 3; round++) {
    await begin(page);
    written.push(await write(PRINT_PX));
    painted.push(await paint());
  }
  await begin(page);
  const large = await write(2 * PRINT_PX);
  const canvas = await measureUse(browser, () =>
    page.evaluate((side) => window.bench.packByCanvas(side), PRINT_PX),
  );
  const cpuMs = (uses: readonly Use[]) => median(uses.map(({ cpuMs }) => cpuMs));
  report(
    `A file takes ${cpuMs(written).toFixed(0)} ms of processor, painting alone ${cpuMs(painted).toFixed(0)}; ` +
      `it has ${(written[0]!.result / 1e6).toFixed(1)} MB, the canvas's ${(canvas.result / 1e6).toFixed(1)}.`,
  );
  const figures = [
    { name: 'png 8192 size', value: written[0]!.result / canvas.result, unit: 'x' },
    { name: 'png 8192 cpu', value: cpuMs(written) / cpuMs(painted), unit: 'x' },
  ];
  const rises = written.map(({ riseMiB }) => riseMiB);
  if (rises.includes(null) || large.riseMiB === null) {
    report('This system does not tell how much memory a process has: no peaks.');
    return figures;
  }
  const peak = median(rises as number[]);
  report(
    `Memory rises by ${rises.map((rise) => rise!.toFixed(0)).join(', ')} MiB, at twice the side by ${large.riseMiB.toFixed(0)}, by the canvas by ${canvas.riseMiB!.toFixed(0)}.`,
  );
  return [
    { name: 'png 8192 peak', value: peak, unit: 'MiB' },
    { name: 'png 16384 peak', value: large.riseMiB / peak, unit: 'x' },
    ...figures,
  ];
}
