import { describe, expect, test } from 'vitest';
import { commands } from '#studio/commands.ts';
import type { Studio } from '#studio/studio.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

function press(studio: Studio, key: string): boolean {
  const command = commands.find((row) => row.key === key && row.isEnabled(studio));
  command?.run(studio);
  return command !== undefined;
}

describe('commands', () => {
  test('have one row a key, among the sketches, on the easel and elsewhere, and one id a row', () => {
    const own = ['Sketches', 'Easel'];
    for (const place of [...own, 'elsewhere']) {
      const rows = commands.filter(
        ({ group }) => group === place || (place === 'elsewhere' && !own.includes(group)),
      );
      const keys = rows.map(({ key }) => key).filter((key) => key !== '');
      expect(keys.length).toBeGreaterThan(2);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
  });

  test('rate, pick, breed, go back, open and close by key', async () => {
    const { studio } = await openStudio(createDevice());
    const [first] = tileIds(studio) as [string];
    expect(press(studio, '4')).toBe(false);
    studio.actions.focus(first);
    expect(press(studio, '4')).toBe(true);
    await until(studio.stars, (stars) => stars.get(first) === 4);
    press(studio, 'z');
    await until(studio.stars, (stars) => !stars.has(first));
    press(studio, 'Shift+z');
    await until(studio.stars, (stars) => stars.get(first) === 4);
    await until(studio.status, (line) => line?.text === 'Rating done again.');
    studio.actions.dismissStatus();
    press(studio, 'b');
    await until(studio.status, (line) => line?.text === 'Pick what catches your eye. Then breed.');
    // Whoever is quick does not wait until the pick is written.
    press(studio, 'Space');
    press(studio, 'b');
    await until(studio.explore.strip, (strip) => strip.length === 2);
    await until(studio.explore.breeding, (breeding) => breeding === null);
    press(studio, '[');
    await until(studio.explore.wall, (wall) => wall?.wall.number === 1);
    press(studio, 'Escape');
    await until(studio.explore.parents, (parents) => parents.length === 0);
    studio.actions.focus(first);
    press(studio, 'Enter');
    expect(studio.place.peek()).toEqual({ kind: 'art', artwork: first });
    press(studio, ']');
    expect(studio.place.peek()).toEqual({ kind: 'art', artwork: tileIds(studio)[1] });
    press(studio, 'Escape');
    expect(studio.place.peek()).toEqual({ kind: 'explore' });
    studio.dispose();
  });

  test('say what they need where they cannot be done yet', async () => {
    const { studio } = await openStudio(createDevice());
    const needsOf = (id: string) => {
      const command = commands.find((row) => row.id === id)!;
      return command.isEnabled(studio) ? null : command.needs?.(studio);
    };
    const [first] = tileIds(studio) as [string];
    expect(needsOf('export')).toBe('Export needs a picture: open or choose one first.');
    expect(needsOf('compare')).toBe('Compare needs two to four pictures: pick them with Space or a click.');
    studio.actions.focus(first);
    expect(needsOf('export')).toBeNull();
    await studio.actions.keep(first);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 1);
    expect(needsOf('collect')).toBe('A collection needs a picture: open or choose one first.');
    studio.actions.toggleSelected(first);
    expect(needsOf('collect')).toBeNull();
    expect(needsOf('compare')).toBe(
      'Compare needs two to four pictures: select them with Space, Ctrl or Cmd and a click, or a long press.',
    );
    studio.dispose();
  });

  test('delete in the gallery only', async () => {
    const { studio } = await openStudio(createDevice());
    const [first] = tileIds(studio) as [string];
    await studio.actions.keep(first);
    studio.actions.focus(first);
    expect(press(studio, 'Delete')).toBe(false);
    studio.actions.go({ kind: 'gallery' });
    await until(studio.gallery.items, (items) => items.length === 1);
    studio.actions.focus(first);
    expect(press(studio, 'Delete')).toBe(true);
    await until(studio.gallery.items, (items) => items.length === 0);
    studio.dispose();
  });
});
