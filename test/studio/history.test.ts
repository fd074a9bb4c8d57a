import { describe, expect, test } from 'vitest';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const acts = { order: 'sequence', direction: 'ascending', limit: 300 } as const;

describe('the history', () => {
  test('is 200 deep, over reloads', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first] = tileIds(studio) as [string];
    for (let count = 0; count < 205; count++) await studio.actions.rename(first, `Title ${count}`);
    expect((await device.store.page('act', acts)).items).toHaveLength(200);
    studio.dispose();
    const { studio: again } = await openStudio(device, { seed: 2 });
    let undone = 0;
    for (; again.history.undo.peek() !== null; undone++) await again.actions.undo();
    expect(undone).toBe(200);
    expect(again.explore.wall.peek()!.tiles[0]!.artwork.title).toBe('Title 4');
    for (let count = 0; count < 3; count++) await again.actions.redo();
    expect(again.explore.wall.peek()!.tiles[0]!.artwork.title).toBe('Title 7');
    await again.actions.rename(first, 'Another way');
    expect(again.history.redo.peek()).toBeNull();
    expect((await device.store.page('act', acts)).items).toHaveLength(4);
    again.dispose();
  });

  test('undo leaves alone what was changed since', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [first, second] = tileIds(studio) as [string, string];
    await studio.actions.togglePick(first);
    await studio.actions.breed();
    await studio.actions.olderWall();
    await studio.actions.clearPicks();
    await studio.actions.togglePick(second);
    await studio.actions.undo();
    expect(studio.explore.parents.peek().map(({ id }) => id)).toEqual([second]);
    expect(studio.explore.strip.peek()).toHaveLength(1);
    studio.dispose();
  });

  test('undo of a first keeping takes it down and leaves it on the wall', async () => {
    const { studio } = await openStudio(createDevice());
    const [first] = tileIds(studio) as [string];
    await studio.actions.keep(first);
    await studio.actions.undo();
    expect(studio.explore.wall.peek()!.tiles[0]!.artwork).toMatchObject({ id: first, isHung: false });
    await studio.actions.redo();
    expect(studio.explore.wall.peek()!.tiles[0]!.artwork).toMatchObject({ id: first, isHung: true });
    studio.dispose();
  });

  test('undo of what was done on another wall names that wall, and leads there', async () => {
    const { studio } = await openStudio(createDevice());
    const [first] = tileIds(studio) as [string];
    await studio.actions.rate(first, 4);
    await studio.actions.undo();
    expect(studio.status.peek()).toMatchObject({ text: 'Rating taken back.', action: null });
    await studio.actions.redo();
    await studio.actions.newSeeds();
    await studio.actions.undo();
    await studio.actions.newSeeds();
    const second = studio.explore.wall.peek()!.wall.id;
    await studio.actions.olderWall();
    await studio.actions.rate(first, 2);
    await studio.actions.newerWall();
    expect(studio.explore.wall.peek()!.wall.id).toBe(second);
    while (studio.status.peek() !== null) studio.actions.dismissStatus();
    await studio.actions.undo();
    const line = studio.status.peek()!;
    expect(line.text).toBe('Rating taken back, on wall 1.');
    line.action!.run();
    await until(studio.explore.wall, (wall) => wall?.wall.number === 1);
    expect(studio.stars.peek().get(first)).toBe(4);
    studio.dispose();
  });
});
