import { describe, expect, test } from 'vitest';
import { openStudio, tileIds, until } from './open-studio.ts';
import { runInProcess, smallJobs } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

describe('createStudio', () => {
  test('opens, rates, breeds, goes back, branches, refuses a tile, undoes, redoes, and finds it all again', {
    timeout: 60_000,
  }, async () => {
    const device = createDevice();
    const workers = runInProcess(smallJobs);
    const { studio } = await openStudio(device, { workers });
    const { actions, explore } = studio;
    expect(device.writeCount()).toBe(1);
    expect(explore.wall.peek()).toMatchObject({ wall: { number: 1, from: null } });
    const first = tileIds(studio);
    expect(new Set(first).size).toBe(15);
    for (const { artwork } of explore.wall.peek()!.tiles) {
      expect(artwork.title).not.toBe('');
      expect(artwork.altText).not.toBe('');
      expect(artwork.isHung).toBe(false);
    }
    expect(studio.saving.peek()).toBe('Saved on this device');

    await actions.rate(first[3]!, 4);
    expect(studio.stars.peek().get(first[3]!)).toBe(4);
    expect(studio.history.undo.peek()).toBe('Rating');

    expect(explore.whyNotBreed.peek()).toBe('Pick what catches your eye. Then breed.');
    await actions.togglePick(first[0]!);
    await actions.togglePick(first[7]!);
    expect(explore.parents.peek().map(({ id }) => id)).toEqual([first[0], first[7]]);
    await actions.breed();
    const second = tileIds(studio);
    expect(second).toHaveLength(4);
    expect(second.some((id) => first.includes(id))).toBe(false);
    expect(studio.status.peek()?.text).toBe(
      'These are children of your two. The first wall is on the left, kept.',
    );
    expect(explore.wall.peek()!.tiles.filter(({ tile }) => tile === 'wild').length).toBeGreaterThanOrEqual(1);
    expect(explore.strip.peek().map(({ number }) => number)).toEqual([2, 1]);
    const child = explore.wall.peek()!.tiles.find(({ tile }) => tile === 'child')!.artwork;
    const { origin } = child;
    expect(origin.kind === 'bred' && origin.parents.every((id) => [first[0], first[7]].includes(id))).toBe(
      true,
    );

    await actions.olderWall();
    expect(tileIds(studio)).toEqual(first);
    expect(explore.parents.peek()).toHaveLength(2);
    await actions.clearPicks();
    await actions.togglePick(first[5]!);
    await actions.breed();
    expect(explore.wall.peek()!.wall).toMatchObject({ number: 3, from: explore.strip.peek()[2]!.id });

    const third = tileIds(studio);
    await actions.notThis(third[2]!);
    const replaced = tileIds(studio);
    expect(replaced.filter((id, at) => id !== third[at])).toEqual([replaced[2]]);
    await actions.undo();
    expect(tileIds(studio)).toEqual(third);
    await actions.redo();
    expect(tileIds(studio)).toEqual(replaced);

    studio.dispose();
    const { studio: again } = await openStudio(device, { workers, seed: 2 });
    expect(tileIds(again)).toEqual(replaced);
    expect(again.explore.strip.peek().map(({ number }) => number)).toEqual([3, 2, 1]);
    expect(again.history.undo.peek()).toBe('Not this');
    await again.actions.undo();
    expect(tileIds(again)).toEqual(third);
    await again.actions.undo();
    expect(tileIds(again)).toEqual(first);
    expect(again.explore.strip.peek().map(({ number }) => number)).toEqual([2, 1]);
    expect(again.status.peek()?.text).toBe('Breeding taken back.');
    await again.actions.redo();
    expect(tileIds(again)).toEqual(third);
    again.actions.go({ kind: 'gallery' });
    (await again.loadGallery())!.setOrder('rating');
    await until(again.gallery.items, (items) => items.length > 0);
    expect(again.gallery.items.peek().map(({ id }) => id)).toEqual([first[3]]);
    expect(again.stars.peek().get(first[3]!)).toBe(4);
    again.dispose();
  });
});
