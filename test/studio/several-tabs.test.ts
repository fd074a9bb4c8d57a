import { describe, expect, test } from 'vitest';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('createStudio in several tabs', () => {
  test('merges a change of another tab that came between reading and writing', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const [first] = tileIds(one.studio) as [string];
    device.beforeNextWrite(() => two.studio.actions.rename(first, 'Theirs'));
    await one.studio.actions.rate(first, 4);
    expect(await device.store.get('artwork', first)).toMatchObject({ title: 'Theirs', isHung: true });
    expect(one.studio.explore.wall.peek()!.tiles[0]!.artwork.title).toBe('Theirs');
    await until(two.studio.stars, (stars) => stars.get(first) === 4);
    one.studio.dispose();
    two.studio.dispose();
  });

  test('shows the newer, and says so, when another tab is faster twice', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const [first] = tileIds(one.studio) as [string];
    device.beforeNextWrite(async () => {
      await two.studio.actions.rename(first, 'Theirs');
      device.beforeNextWrite(() => two.studio.actions.rename(first, 'Theirs again'));
    });
    await one.studio.actions.rename(first, 'Mine');
    expect(one.studio.status.peek()?.text).toBe('Changed in another tab. Showing the newer.');
    expect(one.studio.explore.wall.peek()!.tiles[0]!.artwork.title).toBe('Theirs again');
    expect(one.studio.saving.peek()).toBe('Saved on this device');
    one.studio.dispose();
    two.studio.dispose();
  });

  test('opens one first wall when two tabs begin at once', async () => {
    const device = createDevice();
    const [one, two] = await Promise.all([openStudio(device), openStudio(device, { seed: 2 })]);
    expect(tileIds(one.studio)).toEqual(tileIds(two.studio));
    expect(await device.store.count('wall', 'sequence')).toBe(1);
    one.studio.dispose();
    two.studio.dispose();
  });

  test('brings back what another tab deleted under the easel', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const [first] = tileIds(one.studio) as [string];
    await one.studio.actions.rate(first, 4);
    one.studio.actions.go({ kind: 'art', artwork: first });
    await until(one.studio.easel, (easel) => easel !== null);
    await two.studio.actions.deleteArtworks([first]);
    const status = await until(one.studio.status, (line) => line?.text === 'Deleted in another tab.');
    expect(one.studio.easel.peek()?.artwork.id).toBe(first);
    expect(await device.store.get('artwork', first)).toMatchObject({ isDeleted: true });
    status!.action!.run();
    await until(one.studio.history.undo, (label) => label === 'Bringing back');
    expect(await device.store.get('artwork', first)).toMatchObject({ isHung: true });
    one.studio.dispose();
    two.studio.dispose();
  });

  test('shares walls and history', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const before = tileIds(two.studio);
    await one.studio.actions.newSeeds();
    await until(two.studio.explore.strip, (strip) => strip.length === 2);
    expect(tileIds(two.studio)).toEqual(before);
    await until(two.studio.history.undo, (label) => label === 'New seeds');
    await two.studio.actions.undo();
    await until(one.studio.explore.strip, (strip) => strip.length === 1);
    await until(one.studio.explore.wall, (wall) => wall?.wall.number === 1);
    one.studio.dispose();
    two.studio.dispose();
  });

  test('keeps what it was here as a copy, when another tab has changed the artwork on the easel', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const two = await openStudio(device, { seed: 2 });
    const [first] = tileIds(one.studio) as [string];
    await one.studio.actions.rename(first, 'Mine');
    one.studio.actions.go({ kind: 'art', artwork: first });
    await until(one.studio.easel, (easel) => easel?.artwork.title === 'Mine');
    await two.studio.actions.rename(first, 'Theirs');
    await until(one.studio.easel, (easel) => easel?.artwork.title === 'Theirs');
    const line = one.studio.status.peek()!;
    expect(line.text).toBe('Changed in another tab. Showing the newer.');
    expect(line.action!.label).toBe('Keep mine as a copy');
    line.action!.run();
    await until(one.studio.easel, (easel) => easel?.artwork.title === 'Mine');
    const { artwork } = one.studio.easel.peek()!;
    expect(artwork.id).not.toBe(first);
    const original = await device.store.get('artwork', first);
    expect(original).toMatchObject({ title: 'Theirs', genome: artwork.genome });
    expect(artwork).toMatchObject({ isHung: true, origin: { kind: 'edited', from: first } });
    await one.studio.actions.undo();
    expect(await device.store.get('artwork', artwork.id)).toMatchObject({ isDeleted: true });
    one.studio.dispose();
    two.studio.dispose();
  });
});
