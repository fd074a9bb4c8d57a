import { describe, expect, test } from 'vitest';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('the gallery', () => {
  test('shows what is rated or kept, newest first, and by rating with the unrated last', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b, c, d] = tileIds(studio) as [string, string, string, string];
    await studio.actions.rate(a, 2);
    await studio.actions.keep(b);
    await studio.actions.rate(c, 5);
    await studio.actions.rate(d, 2);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 4);
    expect(studio.gallery.items.peek().map(({ id }) => id)).toEqual([d, c, b, a]);
    expect(studio.gallery.count.peek()).toBe(4);
    await studio.actions.setOrder('rating');
    expect(studio.gallery.items.peek().map(({ id }) => id)).toEqual([c, d, a, b]);
    studio.dispose();
  });

  test('deletes several with a way back', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [a, b, c] = tileIds(studio) as [string, string, string];
    for (const id of [a, b, c]) await studio.actions.keep(id);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 3);
    studio.actions.toggleSelected(a);
    studio.actions.toggleSelected(b);
    await studio.actions.deleteArtworks([...studio.gallery.selected.peek()]);
    expect(studio.gallery.items.peek().map(({ id }) => id)).toEqual([c]);
    expect(studio.gallery.selected.peek().size).toBe(0);
    expect(await device.store.get('artwork', a)).toMatchObject({ isDeleted: true, origin: { kind: 'seed' } });
    const line = await until(studio.status, (status) => {
      if (status?.text === 'Deleted 2 artworks.') return true;
      studio.actions.dismissStatus();
      return false;
    });
    expect(line!.milliseconds).toBe(8000);
    line!.action!.run();
    await until(studio.gallery.items, (items) => items.length === 3);
    expect(await device.store.get('artwork', a)).toMatchObject({ isHung: true });
    studio.dispose();
  });

  test('reads a page at a time', async () => {
    const { studio } = await openStudio(createDevice());
    for (let wall = 0; wall < 5; wall++) {
      for (const id of tileIds(studio)) await studio.actions.keep(id);
      await studio.actions.newSeeds();
    }
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 60);
    expect(studio.gallery.count.peek()).toBe(75);
    await studio.actions.showMore();
    const ids = studio.gallery.items.peek().map(({ id }) => id);
    expect(new Set(ids).size).toBe(75);
    await studio.actions.showMore();
    expect(studio.gallery.items.peek()).toHaveLength(75);
    studio.dispose();
  });

  test('names what was undone elsewhere and offers to go there', async () => {
    const { studio } = await openStudio(createDevice());
    const [a] = tileIds(studio) as [string];
    await studio.actions.keep(a);
    studio.actions.go({ kind: 'gallery' });
    studio.actions.dismissStatus();
    await studio.actions.undo();
    expect(studio.status.peek()?.text).toBe('Keeping taken back, on the wall.');
    studio.status.peek()!.action!.run();
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    studio.dispose();
  });
});

describe('the easel', () => {
  test('lies over the place it was opened from', async () => {
    const { studio } = await openStudio(createDevice());
    const [a] = tileIds(studio) as [string];
    studio.actions.go({ kind: 'gallery' });
    studio.actions.go({ kind: 'art', artwork: a });
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel).toMatchObject({ artwork: { id: a }, isStored: true });
    expect(easel!.provenance).toContain('From a fresh seed');
    expect(studio.placeBehind.peek()).toEqual({ kind: 'gallery' });
    studio.actions.goBack();
    expect(studio.place.peek()).toEqual({ kind: 'gallery' });
    expect(studio.focused.peek()).toBe(a);
    expect(studio.easel.peek()).toBeNull();
    studio.dispose();
  });

  test('counts generations through deleted ancestors', async () => {
    const { studio } = await openStudio(createDevice());
    for (let generation = 0; generation < 2; generation++) {
      await studio.actions.togglePick(
        studio.explore.wall.peek()!.tiles.find(({ tile }) => tile !== 'wild')!.artwork.id,
      );
      await studio.actions.breed();
    }
    const parent = studio.explore.wall.peek()!.tiles.find(({ tile }) => tile === 'child')!.artwork;
    const { origin } = parent;
    await studio.actions.deleteArtworks(origin.kind === 'bred' ? origin.parents : []);
    studio.actions.go({ kind: 'art', artwork: parent.id });
    const easel = await until(studio.easel, (state) => state !== null);
    expect(easel!.provenance).toContain('Third generation, from one parent.');
    studio.dispose();
  });

  test('leads back from an artwork that is not here', async () => {
    const { studio } = await openStudio(createDevice());
    studio.actions.goToFragment('#/art/00000000000000ff');
    await until(studio.status, (line) => line?.text === 'That artwork is not here.');
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    studio.dispose();
  });
});
