import { describe, expect, test } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { type ExportPng, estimate } from '#studio/exporting.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const size = { widthPx: 64, heightPx: 64 };

describe('an export', () => {
  test('tells its progress, hands over the file and remembers the view', async () => {
    const device = createDevice();
    const told: number[] = [];
    const exportPng: ExportPng = async ({ onProgress, artworkJson }) => {
      onProgress(0.5);
      const work = studio.exporting.peek()!.work;
      if (work.kind === 'painting') told.push(work.progress);
      return new Blob([artworkJson ?? 'bare']);
    };
    const { studio, saved } = await openStudio(device, { options: { exportPng } });
    const [id] = tileIds(studio) as [string];
    const view = { ...wholeView, zoom: 2 };
    studio.actions.openExport(id, view);
    await until(studio.exporting, (state) => state?.work.kind === 'choosing');
    await studio.actions.exportPng({ size, carriesNetwork: true });
    expect(told).toEqual([0.5]);
    expect(saved).toHaveLength(1);
    expect(saved[0]!.fileName).toMatch(/-64\.png$/);
    expect(JSON.parse(await saved[0]!.file.text())).toMatchObject({ format: 'palate', view: { zoom: 2 } });
    expect(studio.exporting.peek()!.work).toEqual({ kind: 'done', fileName: saved[0]!.fileName });
    await studio.actions.clearPicks();
    expect(await device.store.get('artwork', id)).toMatchObject({ view: { zoom: 2 }, isHung: false });
    await studio.actions.exportPng({ size, carriesNetwork: false });
    expect(await saved[1]!.file.text()).toBe('bare');
    studio.dispose();
  });

  test('can be cancelled, and then nothing is handed over', async () => {
    const exportPng: ExportPng = ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const { studio, saved } = await openStudio(createDevice(), { options: { exportPng } });
    studio.actions.openExport(tileIds(studio)[0]!, wholeView);
    await until(studio.exporting, (state) => state !== null);
    const work = studio.actions.exportPng({ size, carriesNetwork: true });
    await until(studio.exporting, (state) => state?.work.kind === 'painting');
    studio.actions.cancelExport();
    await work;
    expect(studio.exporting.peek()!.work).toEqual({ kind: 'choosing' });
    expect(saved).toHaveLength(0);
    studio.dispose();
  });

  test('says what is safe when it fails', async () => {
    const exportPng: ExportPng = () => Promise.reject(new Error('no memory'));
    const { studio } = await openStudio(createDevice(), { options: { exportPng } });
    studio.actions.openExport(tileIds(studio)[0]!, wholeView);
    await until(studio.exporting, (state) => state !== null);
    await studio.actions.exportPng({ size, carriesNetwork: true });
    const { work } = studio.exporting.peek()!;
    expect(work.kind === 'failed' && work.sentence).toContain('It is kept as it is.');
    studio.dispose();
  });
});

describe('estimate', () => {
  test('says nothing in the first three seconds, then whole seconds', () => {
    expect(estimate(0.5, 2999)).toBeNull();
    expect(estimate(0, 5000)).toBeNull();
    expect(estimate(0.25, 4000)).toBe(12);
    expect(estimate(0.999, 4000)).toBe(1);
  });
});
