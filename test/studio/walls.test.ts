import { describe, expect, test } from 'vitest';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import type { Artwork, RecordChange, Wall } from '#core/gallery/records.ts';
import { openStudio, tileIds } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('walls', () => {
  test('take at most four parents, in the order they were picked', async () => {
    const { studio } = await openStudio(createDevice());
    const ids = tileIds(studio);
    for (const id of ids.slice(0, 5).reverse()) await studio.actions.togglePick(id);
    expect(studio.explore.parents.peek().map(({ id }) => id)).toEqual([ids[4], ids[3], ids[2], ids[1]]);
    expect(studio.status.peek()?.text).toBe('Four parents at most. Take one back first.');
    await studio.actions.togglePick(ids[3]!);
    expect(studio.explore.parents.peek().map(({ id }) => id)).toEqual([ids[4], ids[2], ids[1]]);
    studio.dispose();
  });

  test('are spoken of only while they are on screen', async () => {
    const { studio } = await openStudio(createDevice());
    const { actions, status } = studio;
    const breed = async () => {
      await actions.clearPicks();
      await actions.togglePick(tileIds(studio)[0]!);
      await actions.breed();
    };
    await breed();
    expect(status.peek()?.text).toMatch(/^These are children of your one\./);
    await actions.olderWall();
    expect(status.peek()).toBeNull();
    await breed();
    expect(status.peek()?.text).toMatch(/^These are children of your one\./);
    actions.go({ kind: 'art', artwork: tileIds(studio)[0]! });
    expect(status.peek()).toBeNull();
    // One that is ready only now is seen on the way back.
    await breed();
    expect(studio.explore.strip.peek()).toHaveLength(4);
    expect(status.peek()).toBeNull();
    studio.dispose();
  });

  test('of which many were looked at in one visit are worth a rest, and a word', async () => {
    const { studio } = await openStudio(createDevice());
    const told: (number | null)[] = [];
    for (let made = 1; made <= 18; made++) {
      await studio.actions.newSeeds();
      told.push(studio.explore.tired.peek());
    }
    expect(told.flatMap((count, at) => (count === null ? [] : [[at + 1, count]]))).toEqual([
      [12, 180],
      [18, 270],
    ]);
    studio.dispose();
  });

  test('are remembered 200 deep; older ones go with what nobody kept or bred from', async () => {
    const device = createDevice();
    const early = await openStudio(device);
    const first = tileIds(early.studio);
    const firstWall = early.studio.explore.wall.peek()!.wall;
    await early.studio.actions.rate(first[0]!, 4);
    await early.studio.actions.togglePick(first[1]!);
    await early.studio.actions.breed();
    const child = early.studio.explore.wall.peek()!.wall;
    early.studio.dispose();
    await device.store.write(
      Array.from({ length: 198 }, (_, at): RecordChange => {
        const id = `wall ${at + 3}`;
        const after: Wall = { ...child, id, number: at + 3, tiles: [], from: null };
        return { record: 'wall', id, before: null, after };
      }),
    );

    const { studio } = await openStudio(device, { seed: 2 });
    await studio.actions.goToWall('wall 200');
    await studio.actions.newSeeds();
    expect(await device.store.count('wall', 'sequence')).toBe(200);
    expect(studio.explore.strip.peek()).toHaveLength(200);
    expect(await device.store.get('wall', firstWall.id)).toBeUndefined();
    const left = await device.store.getMany('artwork', first);
    expect(left.flatMap((record, at) => (record === undefined ? [] : [at]))).toEqual([0, 1]);

    // The one being bred from stays, however old.
    await studio.actions.goToWall(child.id);
    await studio.actions.togglePick(tileIds(studio)[2]!);
    await studio.actions.breed();
    expect(await device.store.get('wall', child.id)).toBeDefined();
    expect(await device.store.get('wall', 'wall 3')).toBeUndefined();
    studio.dispose();
  });

  test('bred from one that was only looked at keep it as lineage', async () => {
    const device = createDevice();
    const one = await openStudio(device);
    const artwork = one.studio.explore.wall.peek()!.tiles[0]!.artwork;
    const other = createDevice();
    const { studio } = await openStudio(other, { seed: 5 });
    await studio.actions.openFiles([await asFile(artwork)]);
    studio.actions.lookAtImported();
    const place = studio.place.peek();
    const id = place.kind === 'art' ? place.artwork : '';
    expect(await other.store.get('artwork', id)).toBeUndefined();
    await studio.actions.breedFrom(id);
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    expect(await other.store.get('artwork', id)).toMatchObject({ isHung: false });
    one.studio.dispose();
    studio.dispose();
  });

  test('take the focus from a tile that is no longer there', async () => {
    const { studio } = await openStudio(createDevice());
    const [first, second] = tileIds(studio) as [string, string];
    studio.actions.focus(first);
    await studio.actions.notThis(first);
    expect(studio.focused.peek()).toBe(tileIds(studio)[0]);
    studio.actions.focus(second);
    await studio.actions.newSeeds();
    expect(studio.focused.peek()).toBeNull();
    studio.dispose();
  });

  test('being made are no longer wanted by whoever goes elsewhere', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    await studio.actions.newSeeds();
    const breeding = studio.actions.newSeeds();
    expect(studio.explore.breeding.peek()).toEqual({ progress: 0 });
    await studio.actions.olderWall();
    await studio.actions.goToWall(studio.explore.strip.peek()[1]!.id);
    await breeding;
    expect(studio.explore.breeding.peek()).toBeNull();
    expect(studio.status.peek()).toBeNull();
    studio.dispose();
  });
});

async function asFile(artwork: Artwork) {
  return new File([artworkToJson(artwork, artwork.view)], 'one.json');
}
