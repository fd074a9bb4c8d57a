import { effect, type ReadonlySignal } from '@preact/signals-core';
import { createRandom } from '#core/math/random.ts';
import type { Exporter } from '#platform/export/exporter.ts';
import { createBlobTarget } from '#platform/export/file-target.ts';
import { createRenderer } from '#platform/render/create-renderer.ts';
import type { OpenedStore } from '#platform/storage/store.ts';
import type { Workers } from '#platform/workers/jobs.ts';
import { createStudio } from '#studio/create-studio.ts';
import type { StudioOptions } from '#studio/session.ts';
import type { Studio } from '#studio/studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import type { Device } from './tabs.ts';

export interface Opened {
  readonly studio: Studio;
  readonly saved: { readonly file: Blob; readonly fileName: string }[];
}

export interface OpenOptions {
  readonly seed?: number;
  readonly workers?: Workers;
  readonly opened?: OpenedStore;
  readonly options?: Partial<StudioOptions>;
}

/** A studio on the device, with its first wall stored. */
export async function openStudio(
  device: Device,
  { seed = 1, workers = runInProcess(quickJobs), opened, options = {} }: OpenOptions = {},
): Promise<Opened> {
  const random = createRandom(seed);
  const saved: Opened['saved'] = [];
  let nowMs = 1_800_000_000_000;
  const studio = createStudio({
    open: async () => opened ?? { kind: 'open', store: device.tab() },
    workers,
    renderer: createRenderer({ workers }),
    now: () => ++nowMs,
    nextSeed: random.seed,
    loadExporter: async () => fakeExporter(saved),
    saveFile: (file, fileName) => saved.push({ file, fileName }),
    ...options,
  });
  await until(studio.state, ({ kind }) => kind !== 'opening');
  // The first act waits for the wall to be stored.
  await studio.actions.rename('', '');
  return { studio, saved };
}

/** Takes any size and writes `exportPng`'s text, at first `a picture`. */
export const fakeExporter = (saved: Opened['saved'], replaced: Partial<Exporter> = {}): Exporter => ({
  refuseSize: () => null,
  goesStraightToDisk: () => false,
  estimatePng: async () => ({ seconds: 1, bytes: 1 }),
  openTarget: async (fileName) => ({
    fileName,
    target: createBlobTarget('image/png', (file) => saved.push({ file, fileName })),
  }),
  async exportPng({ target }) {
    await target.write(new TextEncoder().encode('a picture'));
    await target.finish();
  },
  ...replaced,
});

/** Resolves to the first value that passes; rejects, with the value, before the test itself gives up. */
export function until<T>(signal: ReadonlySignal<T>, isMet: (value: T) => boolean): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | null = null;
    const timer = setTimeout(() => {
      stop?.();
      reject(new Error(`Waited in vain; the value is ${JSON.stringify(signal.peek())?.slice(0, 300)}.`));
    }, 15_000);
    let isDone = false;
    stop = effect(() => {
      const { value } = signal;
      if (isDone || !isMet(value)) return;
      isDone = true;
      clearTimeout(timer);
      resolve(value);
      queueMicrotask(() => stop?.());
    });
  });
}

export const tileIds = ({ explore }: Studio) => explore.wall.peek()!.tiles.map(({ artwork }) => artwork.id);
