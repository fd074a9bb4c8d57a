import { expect, test } from 'vitest';
import { wholeView } from '#core/cppn/view.ts';
import { formatLink } from '#studio/place.ts';
import { openStudio, tileIds, until } from './open-studio.ts';
import { createDevice } from './tabs.ts';

/** Suspects one artwork, once. */
function createSuspicion() {
  let suspect: string | null = null;
  const hasClosedTab = (artwork: string) => {
    const isSuspect = artwork === suspect;
    if (isSuspect) suspect = null;
    return isSuspect;
  };
  return { hasClosedTab, suspect: (artwork: string) => (suspect = artwork) };
}

const words = /^That picture may have closed this tab/;

test('an address does not lead to a picture that may have closed the tab, until it is asked for again', async () => {
  const { hasClosedTab, suspect } = createSuspicion();
  const { studio } = await openStudio(createDevice(), { options: { hasClosedTab } });
  const [first] = tileIds(studio) as [string];
  suspect(first);
  studio.actions.goToFragment(`#/art/${first}`);
  expect(studio.place.peek()).toEqual({ kind: 'explore' });
  expect(studio.status.peek()?.text).toMatch(words);
  studio.actions.goToFragment(`#/art/${first}`);
  expect(studio.place.peek()).toEqual({ kind: 'art', artwork: first });
  studio.dispose();
});

test('nor does a link, which stays to be asked for again', async () => {
  const { hasClosedTab, suspect } = createSuspicion();
  const { studio } = await openStudio(createDevice(), { options: { hasClosedTab } });
  const [id] = tileIds(studio) as [string];
  studio.actions.openExport(id, wholeView);
  const made = (await until(studio.exporting, (open) => open !== null))!.makeLink();
  if (made.kind === 'too-long') throw new Error('too long');
  studio.actions.goToFragment(made.fragment);
  const easel = await until(studio.easel, (state) => state !== null);
  studio.actions.goBack();

  suspect(easel!.artwork.id);
  studio.actions.goToFragment(made.fragment);
  expect((await until(studio.status, (line) => line !== null))!.text).toMatch(words);
  expect(studio.place.peek()).toEqual({ kind: 'explore' });
  expect(formatLink(studio.link.peek()!)).toBe(made.fragment);
  studio.actions.goToFragment(made.fragment);
  await until(studio.place, ({ kind }) => kind === 'art');
  studio.dispose();
});
