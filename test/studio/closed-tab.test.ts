import { expect, test } from 'vitest';
import { openStudio, tileIds } from './open-studio.ts';
import { createDevice } from './tabs.ts';

test('an address does not lead to a picture that may have closed the tab, until it is asked for again', async () => {
  let suspect: string | null = null;
  const { studio } = await openStudio(createDevice(), {
    options: {
      hasClosedTab: (artwork) => {
        const isSuspect = artwork === suspect;
        suspect = null;
        return isSuspect;
      },
    },
  });
  const [first] = tileIds(studio) as [string];
  suspect = first;
  studio.actions.goToFragment(`#/art/${first}`);
  expect(studio.place.peek()).toEqual({ kind: 'explore' });
  expect(studio.status.peek()?.text).toMatch(/^That picture may have closed this tab/);
  studio.actions.goToFragment(`#/art/${first}`);
  expect(studio.place.peek()).toEqual({ kind: 'art', artwork: first });
  studio.dispose();
});
