import { expect, test } from 'vitest';
import { mayOpen } from '#ui/shell/dropped.ts';

test('mayOpen refuses what cannot be opened, and nothing of which it is told nothing', () => {
  const types = (...names: readonly string[]) => ({ items: names.map((type) => ({ type })) });
  expect(mayOpen(types('video/mp4', 'application/pdf'))).toBe(false);
  expect(mayOpen(types('video/mp4', 'image/png'))).toBe(true);
  // A folder has no type; while it hovers, Safari lists nothing.
  expect(mayOpen(types(''))).toBe(true);
  expect(mayOpen(types())).toBe(true);
});
