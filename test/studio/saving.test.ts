import { describe, expect, test } from 'vitest';
import { artworkFromJson } from '#core/formats/artwork-json.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('createStudio on a device that refuses', () => {
  test('holds what could not be saved, shows it, says so, and saves it when space returns', async () => {
    const device = createDevice();
    const { studio, saved } = await openStudio(device);
    const [first, second] = tileIds(studio) as [string, string];
    device.refuse('full');

    await studio.actions.rate(first, 5);
    await studio.actions.rate(second, 2);
    await studio.actions.rename(first, 'Mine');
    expect(studio.saving.peek()).toBe('Not saved');
    expect(studio.alert.peek()).toMatchObject({
      text: 'Not saved: this device is full. 3 changes are held here. Export them or free space.',
      isLoss: true,
    });
    expect(studio.stars.peek().get(first)).toBe(5);
    expect(studio.explore.wall.peek()!.tiles[0]!.artwork.title).toBe('Mine');
    expect(studio.history.undo.peek()).toBe('New title');
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 2);
    expect((await device.store.page('judgement', all)).items).toHaveLength(0);

    studio.alert
      .peek()!
      .actions.find(({ label }) => label === 'Export')!
      .run();
    await expect.poll(() => saved.map(({ fileName }) => fileName)).toContain('mine.json');
    const file = saved.find(({ fileName }) => fileName === 'mine.json')!.file;
    const facts = { id: first, createdAtMs: 0, fileName: null };
    expect(artworkFromJson(await file.text(), facts).artwork.title).toBe('Mine');

    const retry = studio.alert.peek()!.actions.find(({ label }) => label === 'Try again')!;
    retry.run();
    await until(studio.status, (status) => status?.text === 'Still not saved.');
    expect(studio.saving.peek()).toBe('Not saved');

    device.refuse(null);
    retry.run();
    await until(studio.alert, (alert) => alert === null);
    expect(studio.saving.peek()).toBe('Saved on this device');
    expect(await device.store.get('artwork', first)).toMatchObject({ title: 'Mine', isHung: true });
    expect((await device.store.page('judgement', all)).items).toHaveLength(2);
    await studio.actions.undo();
    expect(await device.store.get('artwork', first)).not.toMatchObject({ title: 'Mine' });
    studio.dispose();
  });

  test('undoes what is only held', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first] = tileIds(studio) as [string];
    device.refuse('full');
    await studio.actions.rate(first, 3);
    await studio.actions.rate(first, 5);
    await studio.actions.undo();
    expect(studio.stars.peek().get(first)).toBe(3);
    await studio.actions.undo();
    expect(studio.stars.peek().has(first)).toBe(false);
    device.refuse(null);
    await studio.actions.rate(first, 1);
    expect(studio.alert.peek()).toBeNull();
    expect((await device.store.get('standing', `mine/${first}`))?.stars).toBe(1);
    expect((await device.store.page('act', all)).items.map(({ isUndone }) => isUndone)).toEqual([false]);
    studio.dispose();
  });

  test('carries what it holds over to what another tab wrote meanwhile', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const [first] = tileIds(one.studio) as [string];
    device.refuse('full');
    await one.studio.actions.rename(first, 'Held');
    device.refuse(null);
    await two.studio.actions.rate(first, 4);
    one.studio.alert.peek()!.actions[0]!.run();
    await until(one.studio.alert, (alert) => alert === null);
    expect(await device.store.get('artwork', first)).toMatchObject({ title: 'Held', isHung: true });
    one.studio.dispose();
    two.studio.dispose();
  });

  test('says that a tab is out of date when the store turns out to be', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    device.refuse('outdated');
    await studio.actions.rate(tileIds(studio)[0]!, 4);
    expect(studio.alert.peek()?.text).toContain('This tab is out of date. Reload to go on.');
    expect(studio.saving.peek()).toBe('Not saved');
    studio.dispose();
  });
});

const all = { order: 'sequence', direction: 'ascending', limit: 100 } as const;
