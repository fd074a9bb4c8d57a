import { afterEach, describe, expect, test, vi } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { printForm, screenForm } from '#core/formats/png-form.ts';
import type { Exporter } from '#platform/export/exporter.ts';
import { fakeExporter, type Opened, openStudio, tileIds, until } from './open-studio.ts';
import { createDevice, type Device } from './tabs.ts';

const view = { ...wholeView, zoom: 2 };
const form = screenForm({ widthPx: 64, heightPx: 64 }, view);

/** A studio whose export sheet is open over its first tile. */
async function openSheet(replaced: Partial<Exporter> = {}, device: Device = createDevice()) {
  const saved: Opened['saved'] = [];
  const loadExporter = async () => fakeExporter(saved, replaced);
  const saveFile = (file: Blob, fileName: string) => saved.push({ file, fileName });
  const { studio } = await openStudio(device, { options: { loadExporter, saveFile } });
  const [id] = tileIds(studio) as [string];
  studio.actions.openExport(id, view);
  await until(studio.exporting, (state) => state?.work.kind === 'choosing');
  return { studio, saved, id, work: () => studio.exporting.peek()!.work };
}

describe('an export', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('tells its progress, hands over the file and remembers the view', async () => {
    const device = createDevice();
    const told: number[] = [];
    const opened = await openSheet(
      {
        async exportPng({ onProgress, artworkJson, target, form: asked }) {
          expect(asked).toBe(form);
          onProgress?.(0.5);
          const work = opened.work();
          if (work.kind === 'painting') told.push(work.progress);
          await target.write(new TextEncoder().encode(artworkJson ?? 'bare'));
          await target.finish();
        },
      },
      device,
    );
    const { studio, saved, id } = opened;
    await studio.actions.exportPng({ form, carriesNetwork: true });
    expect(told).toEqual([0.5]);
    expect(saved).toHaveLength(1);
    expect(saved[0]!.fileName).toMatch(/-64\.png$/);
    expect(saved[0]!.file.type).toBe('image/png');
    expect(JSON.parse(await saved[0]!.file.text())).toMatchObject({ format: 'palate', view: { zoom: 2 } });
    expect(opened.work()).toEqual({ kind: 'done', fileName: saved[0]!.fileName });
    await studio.actions.clearPicks();
    expect(await device.store.get('artwork', id)).toMatchObject({ view: { zoom: 2 }, isHung: false });
    await studio.actions.exportPng({ form, carriesNetwork: false });
    expect(await saved[1]!.file.text()).toBe('bare');
    studio.dispose();
  });

  test('a print carries the view that was seen, not the one with its bleed', async () => {
    let carried = '';
    const { studio } = await openSheet({
      async exportPng({ artworkJson }) {
        carried = artworkJson!;
      },
    });
    await studio.actions.exportPng({ form: printForm('a4', false, view), carriesNetwork: true });
    expect(JSON.parse(carried).view.zoom).toBe(2);
    studio.dispose();
  });

  test('says how long it will still take, in words, once that is no guess', async () => {
    const words: unknown[] = [];
    const opened = await openSheet({
      async exportPng({ onProgress }) {
        // The clock of these tests goes on by a millisecond each time it is asked.
        for (let i = 1; i <= 4000; i++) {
          onProgress?.(i / 40_000);
          const work = opened.work();
          words.push(work.kind === 'painting' && work.timeLeft);
        }
      },
    });
    await opened.studio.actions.exportPng({ form, carriesNetwork: true });
    expect(words[10]).toBeNull();
    expect(words.at(-1)).toBe('about 35 seconds');
    opened.studio.dispose();
  });

  test('that takes long is told beforehand, of what is tried; a short one or a failing trial is not', async () => {
    const tried: number[] = [];
    const { studio } = await openSheet({
      goesStraightToDisk: ({ widthPx }) => widthPx > 9000,
      async estimatePng({ form: { size } }) {
        tried.push(size.widthPx);
        if (size.widthPx > 20_000) throw new Error('no memory');
        return { seconds: size.widthPx / 200, bytes: 3e8 };
      },
    });
    const { describeWork } = studio.exporting.peek()!;
    const told = (sidePx: number) =>
      describeWork(screenForm({ widthPx: sidePx, heightPx: sidePx }, view), new AbortController().signal);
    expect(await told(16_384)).toBe(
      'Painting takes about a minute. The file is about 300 MB, written straight to disk.',
    );
    expect(await told(8192)).toBe(
      'Painting takes about 40 seconds. The file is about 300 MB, which this browser holds until it is whole.',
    );
    expect(await told(32_768)).toBeNull();
    expect(await told(2160)).toBeNull();
    expect(tried).toEqual([16_384, 8192, 32_768]);
    studio.dispose();
  });

  test('can be cancelled: nothing is handed over, and that is said once it is true', async () => {
    let takeAway = () => {};
    const isAway = new Promise<void>((resolve) => (takeAway = resolve));
    const { studio, saved, work } = await openSheet({
      exportPng: async ({ signal, onProgress }) => {
        await new Promise((resolve) => signal!.addEventListener('abort', resolve));
        onProgress!(0.7);
        await isAway;
        throw signal!.reason;
      },
    });
    const exporting = studio.actions.exportPng({ form, carriesNetwork: true });
    await until(studio.exporting, (state) => state?.work.kind === 'painting');
    studio.actions.cancelExport();
    await Promise.resolve();
    expect(work()).toEqual({ kind: 'choosing' });
    takeAway();
    await exporting;
    expect(work()).toEqual({ kind: 'cancelled' });
    expect(saved).toHaveLength(0);
    studio.dispose();
  });

  test('cancelled says nothing over the next one, nor on a sheet that was closed', async () => {
    const ends: (() => void)[] = [];
    const { studio, id, work } = await openSheet({
      exportPng: ({ signal }) => new Promise((_, reject) => ends.push(() => reject(signal!.reason))),
    });
    const begin = async () => {
      void studio.actions.exportPng({ form, carriesNetwork: true });
      await until(studio.exporting, (state) => state?.work.kind === 'painting');
    };
    await begin();
    studio.actions.cancelExport();
    await begin();
    ends[0]!();
    await new Promise((done) => setTimeout(done));
    expect(work().kind).toBe('painting');
    studio.actions.closeExport();
    studio.actions.openExport(id, view);
    await until(studio.exporting, (state) => state?.work.kind === 'choosing');
    ends[1]!();
    await new Promise((done) => setTimeout(done));
    expect(work()).toEqual({ kind: 'choosing' });
    studio.dispose();
  });

  test('is not begun when the person would rather not say where the file shall go', async () => {
    const { studio, work } = await openSheet({
      openTarget: async () => null,
      exportPng: () => Promise.reject(new Error('begun')),
    });
    await studio.actions.exportPng({ form, carriesNetwork: true });
    expect(work()).toEqual({ kind: 'choosing' });
    studio.dispose();
  });

  test('a size that cannot be written is told before any work, and before any dialog', async () => {
    const { studio, work } = await openSheet({
      refuseSize: ({ widthPx }) => (widthPx > 100 ? 'Too large.' : null),
      openTarget: () => Promise.reject(new Error('asked')),
    });
    expect(studio.exporting.peek()!.refuseSize(form.size)).toBeNull();
    const large = screenForm({ widthPx: 101, heightPx: 1 }, view);
    await studio.actions.exportPng({ form: large, carriesNetwork: true });
    expect(work()).toEqual({ kind: 'failed', sentence: 'Too large.' });
    studio.dispose();
  });

  test.each([
    [new Error('no memory'), 'It is kept as it is.'],
    [new DOMException('', 'QuotaExceededError'), 'The disk is full'],
  ])('says what is safe when it fails: %s', async (error, words) => {
    const { studio, work } = await openSheet({ exportPng: () => Promise.reject(error) });
    await studio.actions.exportPng({ form, carriesNetwork: true });
    const failed = work();
    expect(failed.kind === 'failed' && failed.sentence).toContain(words);
    studio.dispose();
  });

  test('as JSON holds what a PNG would', async () => {
    const { studio, saved, work } = await openSheet();
    await studio.actions.exportJson();
    const { file, fileName } = saved[0]!;
    expect(fileName).toMatch(/-artwork\.json$/);
    expect(JSON.parse(await file.text())).toMatchObject({ format: 'palate', view: { zoom: 2 } });
    expect(work()).toEqual({ kind: 'done', fileName });
    studio.dispose();
  });

  test('as a video is refused in a sentence where there is no encoder', async () => {
    const { studio, saved, work } = await openSheet();
    await studio.actions.exportVideo({ sidePx: 64, framesPerSecond: 24, turns: 1 });
    expect(work()).toEqual({
      kind: 'failed',
      sentence: 'This browser cannot write videos of this size. PNG works.',
    });
    expect(saved).toHaveLength(0);
    studio.dispose();
  });

  test('as a video that does not work out has words of its own', async () => {
    // An encoder, and no canvas to draw on.
    vi.stubGlobal('VideoEncoder', { isConfigSupported: async () => ({ supported: true }) });
    const { studio, saved, work } = await openSheet();
    await studio.actions.exportVideo({ sidePx: 64, framesPerSecond: 24, turns: 1 });
    const failed = work();
    expect(failed.kind === 'failed' && failed.sentence).toMatch(
      /^This video could not be made\. .+ \(X-3\)$/,
    );
    expect(saved).toHaveLength(0);
    studio.dispose();
  });
});
