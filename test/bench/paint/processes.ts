// What all processes of a browser use, from outside.
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';

const EVERY_MS = 50;

export interface Use {
  /** Of the processor, all cores together. */
  readonly cpuMs: number;
  /** Rise of the proportional set size over what it was before; null where the system does not tell. */
  readonly riseMiB: number | null;
}

export async function measureUse<T>(
  browser: Browser,
  work: () => Promise<T>,
): Promise<Use & { readonly result: T }> {
  const session = await browser.newBrowserCDPSession();
  const list = async () => (await session.send('SystemInfo.getProcessInfo')).processInfo;
  const cpuMs = async () => 1000 * (await list()).reduce((sum, { cpuTime }) => sum + cpuTime, 0);
  let ids = (await list()).map(({ id }) => id);
  const before = memoryMiB(ids);
  const startMs = await cpuMs();
  let peak = before;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      ids = (await list()).map(({ id }) => id);
      const now = memoryMiB(ids);
      if (now !== null && peak !== null) peak = Math.max(peak, now);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  })();
  try {
    const result = await work();
    const used = (await cpuMs()) - startMs;
    return { result, cpuMs: used, riseMiB: before === null || peak === null ? null : peak - before };
  } finally {
    isOver = true;
    await watching;
    await session.detach();
  }
}

function memoryMiB(ids: readonly number[]): number | null {
  let kiB = 0;
  for (const id of ids) {
    try {
      kiB += Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))![1]);
    } catch {
      if (id === ids[0]) return null;
    }
  }
  return kiB / 1024;
}
