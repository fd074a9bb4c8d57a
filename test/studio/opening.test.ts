import { effect } from '@preact/signals-core';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#platform/storage/memory-store.ts';
import type { OpenedStore } from '#platform/storage/store.ts';
import type { Workers } from '#platform/workers/jobs.ts';
import { workerFailure } from '#platform/workers/worker-failure.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

describe('createStudio by what opening came to', () => {
  test('says for as long as it lasts that nothing is kept, and works', async () => {
    const opened: OpenedStore = { kind: 'memory', store: createMemoryStore() };
    const { studio } = await openStudio(createDevice(), { opened });
    expect(studio.alert.peek()).toMatchObject({
      text: 'Nothing is kept on this device in this window. Export what you want to keep.',
      isLoss: false,
    });
    await studio.actions.rate(tileIds(studio)[0]!, 4);
    expect(studio.saving.peek()).toBe('Kept in this window only');
    studio.dispose();
  });

  test('writes and shows nothing in a tab that is out of date', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device, { opened: { kind: 'outdated' } });
    expect(studio.state.peek()).toEqual({ kind: 'outdated' });
    expect(studio.alert.peek()?.text).toBe('This tab is out of date. Reload to go on.');
    await studio.actions.newSeeds();
    await studio.actions.rate('0123456789abcdef', 3);
    expect(studio.explore.wall.peek()).toBeNull();
    expect(device.writeCount()).toBe(0);
    studio.dispose();
  });

  test('never takes a damaged gallery for a first visit, and restores it', async () => {
    const device = createDevice();
    const opened: OpenedStore = {
      kind: 'damaged',
      copied: 214,
      restore: async () => ({ kind: 'open', store: device.tab() }),
      startEmpty: async () => ({ kind: 'open', store: createDevice().tab() }),
    };
    const { studio } = await openStudio(device, { opened });
    expect(studio.state.peek()).toEqual({ kind: 'damaged', copied: 214, isRestoring: false });
    expect(studio.explore.wall.peek()).toBeNull();
    expect(studio.alert.peek()).toMatchObject({
      text: 'The gallery did not open. A second copy with 214 artworks is here.',
      isLoss: true,
    });
    await studio.actions.restoreCopy();
    expect(studio.state.peek()).toEqual({ kind: 'ready' });
    expect(studio.alert.peek()).toBeNull();
    expect(tileIds(studio)).toHaveLength(15);
    studio.dispose();
  });

  test('stays damaged when restoring fails', async () => {
    const opened: OpenedStore = {
      kind: 'damaged',
      copied: 1,
      restore: () => Promise.reject(new Error('no')),
      startEmpty: async () => ({ kind: 'outdated' }),
    };
    const { studio } = await openStudio(createDevice(), { opened });
    await studio.actions.restoreCopy();
    expect(studio.state.peek()).toEqual({ kind: 'damaged', copied: 1, isRestoring: false });
    expect(studio.status.peek()?.text).toContain('The second copy is still here.');
    studio.dispose();
  });

  test('stores the first wall in one write with desk and profile, each tile with words of its own', async () => {
    const device = createDevice();
    const asked: string[] = [];
    const { run, dispose } = runInProcess(quickJobs);
    const workers: Workers = {
      run: (name, input, options) => {
        asked.push(name);
        return run(name, input, options);
      },
      dispose,
    };
    const { studio } = await openStudio(device, { workers });
    expect(asked).toEqual(['firstWall']);
    expect(device.writeCount()).toBe(1);
    expect(studio.saving.peek()).toBe('Saved on this device');
    expect(await device.store.count('artwork', 'sequence')).toBe(15);
    expect(await device.store.get('desk', 'desk')).toMatchObject({
      wall: studio.explore.wall.peek()!.wall.id,
      profile: 'mine',
      distance: 0.1,
      wildCount: null,
    });
    expect(await device.store.get('profile', 'mine')).toBeDefined();
    const artworks = studio.explore.wall.peek()!.tiles.map(({ artwork }) => artwork);
    expect(new Set(artworks.map(({ title }) => title)).size).toBe(15);
    for (const { altText } of artworks) expect(altText).toMatch(/^[A-Z].+\.$/);
    studio.dispose();
  });

  test('says Saving from the moment an act waits until it is stored', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const words: string[] = [];
    const stop = effect(() => void words.push(studio.saving.value));
    const [first] = tileIds(studio) as [string];
    const acts = Promise.all([studio.actions.rate(first, 4), studio.actions.rate(first, 5)]);
    expect(studio.saving.peek()).toBe('Saving');
    await acts;
    stop();
    expect(words).toEqual(['Saved on this device', 'Saving', 'Saved on this device']);
    studio.dispose();
  });

  test('chooses the first wall while the store opens, and does without when there is one', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device, { options: { isFirstVisit: true } });
    const wall = studio.explore.wall.peek()!.wall.id;
    studio.dispose();
    const { studio: again } = await openStudio(device, { seed: 2, options: { isFirstVisit: true } });
    expect(again.explore.wall.peek()!.wall.id).toBe(wall);
    expect(again.explore.strip.peek()).toHaveLength(1);
    again.dispose();
  });

  test('says for as long as it lasts that the store was closed under it', async () => {
    const store = createMemoryStore();
    const { studio } = await openStudio(createDevice(), { opened: { kind: 'open', store } });
    const [first] = tileIds(studio) as [string];
    store.dispose();
    await studio.actions.rate(first, 4);
    expect(studio.alert.peek()).toMatchObject({ isLoss: true });
    expect(studio.alert.peek()!.text).toContain('Not saved');
    expect(studio.stars.peek().size).toBe(0);
    studio.dispose();
  });

  test('finds dials and picks again', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    expect(studio.explore.dials.peek()).toEqual({ distance: 0.1, wildCount: 3, changed: 'everything' });
    await studio.actions.setDials({ distance: 9, wildCount: 5, changed: 'color' });
    const [first] = tileIds(studio) as [string];
    await studio.actions.togglePick(first);
    studio.dispose();
    const { studio: again } = await openStudio(device, { seed: 2 });
    expect(again.explore.dials.peek()).toEqual({ distance: 0.25, wildCount: 5, changed: 'color' });
    expect(again.explore.parents.peek().map(({ id }) => id)).toEqual([first]);
    again.dispose();
  });

  test('goes on without words when a picture could not be looked at', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device, {
      workers: {
        run: (name) => Promise.reject(workerFailure('not started', name)),
        dispose() {},
      },
    });
    await until(studio.saving, (words) => words === 'Saved on this device');
    expect(await device.store.count('artwork', 'sequence')).toBe(15);
    studio.dispose();
  });
});
