import { describe, expect, test } from 'vitest';
import { setPlacing } from '#core/cppn/edit-coordinates.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

const idsOf = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);

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
    expect(idsOf(studio.gallery.items.peek())).toEqual([d, c, b, a]);
    expect(studio.gallery.count.peek()).toBe(4);
    const gallery = (await studio.loadGallery())!;
    gallery.setOrder('rating');
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, d, a, b]);
    studio.dispose();
  });

  test('keeps the place of an artwork over a new title, a new view, and a deletion taken back', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [a, b, c] = tileIds(studio) as [string, string, string];
    for (const id of [a, b, c]) await studio.actions.keep(id);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 3);
    await studio.actions.rename(a, 'Another name');
    const [first] = studio.explore.wall.peek()!.tiles;
    await studio.actions.saveView(b, { ...first!.artwork.view, zoom: 2 });
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, b, a]);
    expect(studio.gallery.items.peek()[2]!.title).toBe('Another name');
    await studio.actions.deleteArtworks([b]);
    await studio.actions.undo();
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, b, a]);
    studio.dispose();

    const again = (await openStudio(device)).studio;
    again.actions.go({ kind: 'gallery' });
    await until(again.gallery.items, (items) => items.length === 3);
    expect(idsOf(again.gallery.items.peek())).toEqual([c, b, a]);
    again.dispose();
  });

  test('shows lists by rating and origin, and narrows them by filters', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b, c] = tileIds(studio) as [string, string, string];
    await studio.actions.rate(a, 5);
    await studio.actions.rate(b, 3);
    await studio.actions.keep(c);
    const gallery = (await studio.loadGallery())!;
    const go = (kind: 'five' | 'unrated' | 'imported') =>
      studio.actions.go({ kind: 'gallery', list: { kind } });
    go('five');
    await until(studio.gallery.items, (items) => items.length === 1);
    expect(idsOf(studio.gallery.items.peek())).toEqual([a]);
    go('unrated');
    expect(idsOf(studio.gallery.items.peek())).toEqual([c]);
    go('imported');
    expect(studio.gallery.items.peek()).toEqual([]);
    expect(gallery.facts.peek()).toMatchObject({
      counts: { five: 1, unrated: 1, imported: 0 },
      isRead: true,
    });
    studio.actions.go({ kind: 'gallery' });
    gallery.setFilter({ atLeast: 3 });
    expect(idsOf(studio.gallery.items.peek())).toEqual([b, a]);
    gallery.setFilter({ made: 'bred' });
    expect(studio.gallery.items.peek()).toEqual([]);
    expect(studio.gallery.count.peek()).toBe(3);
    studio.dispose();
  });

  test('finds by words as they are typed, and names what may have been meant', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b] = tileIds(studio) as [string, string];
    for (const id of [a, b]) await studio.actions.keep(id);
    await studio.actions.rename(a, 'Plum, Lit');
    const gallery = (await studio.loadGallery())!;
    await gallery.setNote(b, 'For the hall');
    gallery.search('plum');
    await until(studio.gallery.items, (items) => items.length === 1);
    expect(studio.place.peek()).toEqual({ kind: 'gallery', list: { kind: 'search', text: 'plum' } });
    expect(idsOf(studio.gallery.items.peek())).toEqual([a]);
    gallery.search('hall');
    expect(idsOf(studio.gallery.items.peek())).toEqual([b]);
    gallery.search('plam');
    expect(studio.gallery.items.peek()).toEqual([]);
    expect(gallery.facts.peek().nearest.map(({ title }) => title)[0]).toBe('Plum, Lit');
    gallery.search('');
    expect(studio.place.peek()).toEqual({ kind: 'gallery' });
    expect(studio.gallery.items.peek()).toHaveLength(2);
    studio.dispose();
  });

  test('finds by an ancestor that does not hang', async () => {
    const { studio } = await openStudio(createDevice());
    const parent = studio.explore.wall.peek()!.tiles[0]!.artwork;
    await studio.actions.rename(parent.id, 'Half Open');
    await studio.actions.togglePick(parent.id);
    await studio.actions.breed();
    const child = studio.explore.wall.peek()!.tiles.find(({ tile }) => tile === 'child')!.artwork;
    await studio.actions.keep(child.id);
    await studio.actions.keep(
      studio.explore.wall.peek()!.tiles.find(({ tile }) => tile === 'wild')!.artwork.id,
    );
    const gallery = (await studio.loadGallery())!;
    gallery.search('from:half open');
    await until(studio.gallery.items, (items) => items.length === 1);
    expect(idsOf(studio.gallery.items.peek())).toEqual([child.id]);
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

  test('follows another tab', async () => {
    const device = createDevice();
    const here = (await openStudio(device)).studio;
    const [a, b] = tileIds(here) as [string, string];
    await here.actions.keep(a);
    here.actions.go({ kind: 'gallery' });
    await until(here.gallery.items, (items) => items.length === 1);
    const there = (await openStudio(device, { seed: 2 })).studio;
    await there.actions.keep(b);
    await until(here.gallery.items, (items) => items.length === 2);
    await (await there.loadGallery())!.createCollection('Quiet ones', [a]);
    const { facts } = (await here.loadGallery())!;
    await until(facts, ({ collections }) => collections.length === 1);
    here.dispose();
    there.dispose();
  });
});

describe('the trash', () => {
  test('keeps what was deleted until it is brought back or let go', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [a, b, c] = tileIds(studio) as [string, string, string];
    for (const id of [a, b, c]) await studio.actions.keep(id);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 3);
    studio.actions.toggleSelected(a);
    studio.actions.toggleSelected(b);
    await studio.actions.deleteArtworks([...studio.gallery.selected.peek()]);
    expect(idsOf(studio.gallery.items.peek())).toEqual([c]);
    expect(studio.gallery.selected.peek().size).toBe(0);
    expect(await device.store.get('artwork', a)).toMatchObject({ isDeleted: true, origin: { kind: 'seed' } });

    studio.actions.go({ kind: 'gallery', list: { kind: 'trash' } });
    expect(idsOf(studio.gallery.items.peek()).sort()).toEqual([a, b].sort());
    const gallery = (await studio.loadGallery())!;
    expect((await gallery.readArtworks([a]))[0]?.genome.layers.length).toBeGreaterThan(0);
    await gallery.bringBack([a]);
    expect(idsOf(studio.gallery.items.peek())).toEqual([b]);
    await gallery.letGo([b]);
    expect(studio.gallery.items.peek()).toEqual([]);
    expect(await device.store.get('artwork', b)).toMatchObject({ isDeleted: true, remains: null });
    studio.actions.go({ kind: 'gallery' });
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, a]);

    // Letting go, too, can be taken back while it is remembered.
    await studio.actions.undo();
    expect(gallery.facts.peek().trashCount).toBe(1);
    await studio.actions.undo();
    await studio.actions.undo();
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, b, a]);
    expect(gallery.facts.peek().trashCount).toBe(0);
    studio.dispose();
  });

  test('offers the way back at once, for eight seconds', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b] = tileIds(studio) as [string, string];
    for (const id of [a, b]) await studio.actions.keep(id);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 2);
    await studio.actions.deleteArtworks([a, b]);
    const line = await until(studio.status, (status) => {
      if (status?.text === 'Deleted 2 artworks.') return true;
      studio.actions.dismissStatus();
      return false;
    });
    expect(line!.milliseconds).toBe(8000);
    line!.action!.run();
    await until(studio.gallery.items, (items) => items.length === 2);
    studio.dispose();
  });

  test('is still there after a reload', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [a] = tileIds(studio) as [string];
    await studio.actions.keep(a);
    await studio.actions.deleteArtworks([a]);
    studio.dispose();
    const again = (await openStudio(device)).studio;
    again.actions.go({ kind: 'gallery', list: { kind: 'trash' } });
    await until(again.gallery.items, (items) => items.length === 1);
    await (await again.loadGallery())!.bringBack([a]);
    again.actions.go({ kind: 'gallery' });
    expect(idsOf(again.gallery.items.peek())).toEqual([a]);
    again.dispose();
  });
});

describe('collections', () => {
  test('are made, filled, shown, renamed and deleted, each with a way back', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device);
    const [a, b, c] = tileIds(studio) as [string, string, string];
    for (const id of [a, b]) await studio.actions.keep(id);
    const gallery = (await studio.loadGallery())!;
    const made = (await gallery.createCollection(' Quiet ones ', [a]))!;
    expect(made.name).toBe('Quiet ones');
    // What is collected hangs.
    await gallery.collect(made.id, [a, c]);
    studio.actions.go({ kind: 'gallery', list: { kind: 'collection', name: 'Quiet ones' } });
    await until(studio.gallery.items, (items) => items.length === 2);
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, a]);
    expect(gallery.facts.peek().collections).toMatchObject([
      { collection: { name: 'Quiet ones' }, count: 2 },
    ]);

    expect(await gallery.renameCollection(made.id, 'Still lives')).toBe('Still lives');
    expect(studio.place.peek()).toEqual({
      kind: 'gallery',
      list: { kind: 'collection', name: 'Still lives' },
    });
    await gallery.uncollect(made.id, [c]);
    expect(idsOf(studio.gallery.items.peek())).toEqual([a]);
    await studio.actions.undo();
    expect(idsOf(studio.gallery.items.peek())).toEqual([c, a]);

    await gallery.deleteCollection(made.id);
    expect(studio.place.peek()).toEqual({ kind: 'gallery' });
    expect(studio.gallery.items.peek()).toHaveLength(3);
    expect(await device.store.get('collection', made.id)).toBeUndefined();
    await studio.actions.undo();
    expect(await device.store.get('collection', made.id)).toMatchObject({
      name: 'Still lives',
      artworks: [a, c],
    });
    studio.dispose();
  });

  test('have names of their own: a second of one name is the first', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b] = tileIds(studio) as [string, string];
    const gallery = (await studio.loadGallery())!;
    const first = (await gallery.createCollection('Gifts', [a]))!;
    expect((await gallery.createCollection('gifts', [b]))!.id).toBe(first.id);
    expect(gallery.facts.peek().collections).toMatchObject([{ count: 2 }]);
    const other = (await gallery.createCollection('Other', []))!;
    expect(await gallery.renameCollection(other.id, 'GIFTS')).toBeNull();
    expect(await gallery.createCollection('  ', [])).toBeNull();
    studio.dispose();
  });

  test('keep the place of a deleted artwork for when it comes back', async () => {
    const { studio } = await openStudio(createDevice());
    const [a, b] = tileIds(studio) as [string, string];
    const gallery = (await studio.loadGallery())!;
    await gallery.createCollection('Gifts', [a, b]);
    await studio.actions.deleteArtworks([a]);
    expect(gallery.facts.peek().collections).toMatchObject([{ count: 1 }]);
    await gallery.bringBack([a]);
    expect(gallery.facts.peek().collections).toMatchObject([{ count: 2 }]);
    studio.dispose();
  });
});

describe('readFamily', () => {
  test('tells ancestors, sisters that hang and children, by generation', async () => {
    const { studio } = await openStudio(createDevice());
    const childrenOfWall = () =>
      studio.explore.wall
        .peek()!
        .tiles.filter(({ tile }) => tile === 'child')
        .map(({ artwork }) => artwork);
    const mother = studio.explore.wall.peek()!.tiles[0]!.artwork;
    await studio.actions.togglePick(mother.id);
    await studio.actions.breed();
    const [self, sister, ...others] = childrenOfWall();
    for (const { id } of [self!, sister!, ...others.slice(0, 3)]) await studio.actions.keep(id);
    await studio.actions.togglePick(self!.id);
    await studio.actions.breed();
    const [child] = childrenOfWall();
    await studio.actions.keep(child!.id);

    const gallery = (await studio.loadGallery())!;
    await gallery.open();
    const family = (await gallery.readFamily(self!.id))!;
    const rows = family.generations.map(({ number, relatives }) => [number, relatives.map(({ kin }) => kin)]);
    expect(rows).toEqual([
      [1, ['ancestor']],
      [2, ['sister', 'self', 'sister']],
      [3, ['child']],
    ]);
    expect(family.generations[1]!.foldedCount).toBe(2);
    expect(family.generations[2]!.relatives[0]).toMatchObject({ id: child!.id, parents: [self!.id] });

    // An edit lies below what it was made from, in the same generation; what is bred from it is one further.
    studio.actions.go({ kind: 'art', artwork: self!.id });
    await until(studio.easel, (state) => state !== null);
    await (await studio.loadEditing())!.edit('Scale', (genome) => setPlacing(genome, { scale: 2 }));
    const edited = studio.easel.peek()!.artwork.id;
    await studio.actions.breedFrom(edited);
    const [grandchild] = childrenOfWall();
    await studio.actions.keep(grandchild!.id);
    expect((await gallery.readFamily(edited))!.generations.map(({ number }) => number)).toEqual([1, 2, 2, 3]);
    expect((await gallery.readFamily(grandchild!.id))!.generations.map(({ number }) => number)).toEqual([
      1, 2, 2, 3,
    ]);

    await studio.actions.deleteArtworks([mother.id]);
    const after = (await gallery.readFamily(self!.id))!;
    expect(after.generations[0]!.relatives[0]).toMatchObject({ title: mother.title, artwork: null });
    expect(await gallery.readFamily('00000000000000ff')).toBeNull();
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
