import { describe, expect, test } from 'vitest';
import type { Room } from '#platform/storage/room.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const room = (change: Partial<Room> = {}): Room => ({
  measure: async () => ({ usedBytes: 10, limitBytes: 100 }),
  isPersistent: async () => true,
  persist: async () => true,
  ...change,
});

describe('checkRoom', () => {
  test('says once, from ten kept artworks on, that the browser may clear them, and asks it not to', async () => {
    const { studio } = await openStudio(createDevice());
    const fleeting = room({ isPersistent: async () => false });
    const ids = tileIds(studio);
    for (const id of ids.slice(0, 9)) await studio.actions.keep(id);
    expect(await studio.actions.checkRoom(fleeting, false)).toBe(false);
    await studio.actions.keep(ids[9]!);
    expect(await studio.actions.checkRoom(room(), false)).toBe(false);
    expect(await studio.actions.checkRoom(fleeting, true)).toBe(false);
    while (studio.status.peek() !== null) studio.actions.dismissStatus();
    expect(await studio.actions.checkRoom(fleeting, false)).toBe(true);
    const line = studio.status.peek()!;
    expect(line.text).toBe('Your browser may clear away what you keep here, should it need the room.');
    expect(line.isPatient).toBe(true);
    line.action!.run();
    studio.actions.dismissStatus();
    await until(
      studio.status,
      (status) => status?.text === 'It agreed: your browser clears nothing here by itself.',
    );
    studio.dispose();
  });

  test('tells that the device is nearly full, until it is not, and lets old walls go', async () => {
    const { studio } = await openStudio(createDevice());
    const [kept] = tileIds(studio) as [string];
    await studio.actions.keep(kept);
    for (let wall = 2; wall <= 23; wall++) await studio.actions.newSeeds();
    expect(studio.explore.strip.peek()).toHaveLength(23);
    const full = room({ measure: async () => ({ usedBytes: 900, limitBytes: 1000 }) });
    await studio.actions.checkRoom(full, true);
    const alert = studio.alert.peek()!;
    expect(alert.text).toMatch(/^Room for about \d+ more pictures\. Old walls take \d+ (kB|MB)\.$/);
    expect(alert.isLoss).toBe(false);
    alert.actions[0]!.run();
    await until(studio.explore.strip, (strip) => strip.length === 20);
    await until(studio.alert, (alert) => alert === null);
    expect(await studio.actions.readWall(studio.explore.strip.peek().at(-1)!)).toHaveLength(15);
    // What was kept stays, though its wall is gone.
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.count, (count) => count === 1);

    await studio.actions.checkRoom(full, true);
    expect(studio.alert.peek()!.actions.map(({ label }) => label)).toEqual(['What takes space']);
    studio.alert.peek()!.actions[0]!.run();
    expect(studio.sheet.peek()).toBe('space');
    await studio.actions.checkRoom(room(), true);
    expect(studio.alert.peek()).toBe(null);
    studio.dispose();
  });
});
