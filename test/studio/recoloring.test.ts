import { describe, expect, test } from 'vitest';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { openStudio, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

describe('recolorWall', () => {
  test('hangs the same forms in another palette as a new wall, in one act', async () => {
    const { studio } = await openStudio(createDevice());
    const before = studio.explore.wall.peek()!;
    const palette = housePalettes.find(({ name }) => name === 'Beetroot')!;
    await studio.actions.recolorWall(palette);
    const after = studio.explore.wall.peek()!;
    expect(after.wall.number).toBe(2);
    expect(after.wall.from).toBe(before.wall.id);
    for (const [index, { artwork }] of after.tiles.entries()) {
      const old = before.tiles[index]!.artwork;
      expect(artwork.origin).toEqual({ kind: 'edited', from: old.id });
      expect(artwork.genome.layers).toBe(old.genome.layers);
      expect(artwork.genome.coloring).toMatchObject({ kind: 'palette', palette: { name: 'Beetroot' } });
    }
    expect(new Set(after.tiles.map(({ artwork }) => artwork.title)).size).toBe(15);
    await studio.actions.undo();
    await until(studio.explore.wall, (wall) => wall?.wall.number === 1);
    expect(studio.explore.wall.peek()!.tiles).toEqual(before.tiles);
    studio.dispose();
  });
});

describe('askForWall', () => {
  test('hangs what comes nearest, and says to which words', async () => {
    const { studio } = await openStudio(createDevice());
    studio.actions.go({ kind: 'gallery' });
    await studio.actions.askForWall(['dark', 'round', 'red']);
    const { wall, tiles } = studio.explore.wall.peek()!;
    expect([wall.number, tiles.length]).toEqual([2, 15]);
    expect(tiles.every(({ artwork }) => artwork.origin.kind === 'seed')).toBe(true);
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    expect(studio.status.peek()?.text).toBe('These come nearest to dark, round and red.');
    studio.dispose();
  });
});
