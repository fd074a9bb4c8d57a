import { describe, expect, test } from 'vitest';
import type { Room } from '#platform/storage/room.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const room: Room = {
  measure: async () => ({ usedBytes: 3e6, limitBytes: 1e9 }),
  isPersistent: async () => true,
  persist: async () => true,
};

describe('measureSpace', () => {
  test('tells what takes space, the largest first, and lets go of what can go', async () => {
    const { studio } = await openStudio(createDevice());
    const ids = tileIds(studio);
    for (const id of ids.slice(0, 3)) await studio.actions.keep(id);
    for (let wall = 2; wall <= 22; wall++) await studio.actions.newSeeds();
    const tiles = studio.explore.wall.peek()!.tiles.map(({ artwork }) => artwork);
    await studio.portraits.keep(tiles.map((artwork) => ({ artwork, thumbnail: new ArrayBuffer(9000) })));

    const { total, rows } = (await studio.actions.measureSpace(room))!;
    expect(total).toEqual({ usedBytes: 3e6, limitBytes: 1e9 });
    const bytes = rows.map((row) => row.bytes);
    expect(bytes).toEqual([...bytes].sort((a, b) => b - a));
    expect(bytes.every((size) => size > 100)).toBe(true);
    const words = rows.map((row) => row.words);
    expect(words[0]).toBe('22 walls, with 327 artworks nobody kept');
    expect(words).toContain('3 artworks you kept');
    expect(words).toContain('15 small pictures for a quick start');
    const portraits = rows.find((row) => row.words.includes('small pictures'))!;
    expect(portraits.bytes).toBeGreaterThan(15 * 9000);

    await rows[0]!.letGo!.run();
    expect(studio.explore.strip.peek()).toHaveLength(20);
    await portraits.letGo!.run();
    await until(studio.status, (status) => status !== null);
    const after = (await studio.actions.measureSpace(room))!.rows;
    expect(after[0]!.words).toMatch(/^20 walls, with 3\d\d artworks nobody kept$/);
    expect(after[0]!.letGo).toBeNull();
    expect(after.some((row) => row.words.includes('small pictures'))).toBe(false);
    expect(await studio.portraits.read(tiles)).toEqual(new Map());
    studio.dispose();
  });

  test('says of an empty studio only what it has', async () => {
    const { studio } = await openStudio(createDevice());
    const { rows } = (await studio.actions.measureSpace({ ...room, measure: async () => null }))!;
    expect(rows.map((row) => row.words)).toEqual(['1 wall, with 15 artworks nobody kept']);
    studio.dispose();
  });
});
