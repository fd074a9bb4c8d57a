import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { followAddress } from '#ui/shell/follow-address.ts';
import { openStudio, until } from '../studio/open-studio.ts';
import { createDevice } from '../studio/tabs.ts';

/** What `followAddress` needs of a window: one address, and the steps that led to it. */
function createWindow(hash: string) {
  const steps = [{ hash, state: null as unknown }];
  const location = { hash };
  const history = {
    get state() {
      return steps.at(-1)!.state;
    },
    pushState(state: unknown, _: string, fragment: string) {
      location.hash = fragment;
      steps.push({ hash: fragment, state });
    },
    replaceState(state: unknown, _: string, fragment: string) {
      location.hash = fragment;
      steps[steps.length - 1] = { hash: fragment, state };
    },
    back() {
      steps.pop();
      location.hash = steps.at(-1)!.hash;
    },
  };
  return { location, history, window: new EventTarget(), addresses: () => steps.map((step) => step.hash) };
}

async function openAt(fragment: string) {
  const stubs = createWindow(fragment);
  for (const name of ['location', 'history', 'window'] as const) vi.stubGlobal(name, stubs[name]);
  const { studio } = await openStudio(createDevice());
  const stop = followAddress(studio);
  const end = () => {
    stop();
    studio.dispose();
  };
  return { studio, addresses: stubs.addresses, end };
}

afterEach(() => vi.unstubAllGlobals());

let link: string;
beforeEach(async () => {
  const { studio } = await openStudio(createDevice(), { seed: 9 });
  const { artwork } = studio.explore.wall.peek()!.tiles[0]!;
  studio.actions.openExport(artwork.id, artwork.view);
  const made = (await until(studio.exporting, (open) => open !== null))!.makeLink();
  if (made.kind === 'too-long') throw new Error('too long');
  link = made.fragment;
  studio.dispose();
});

test('a link stays in the address while it is read, and on the easel', async () => {
  const { studio, addresses, end } = await openAt(link);
  expect(addresses()).toEqual([link]);
  await until(studio.easel, (easel) => easel !== null);
  expect(addresses()).toEqual([link]);
  end();
});

test('a link is left in the history by who goes elsewhere before it is read', async () => {
  const { studio, addresses, end } = await openAt(link);
  studio.actions.go({ kind: 'gallery' });
  expect(addresses()).toEqual([link, '#/gallery']);
  end();
});

test('a link that is not whole gives its address back', async () => {
  const { studio, addresses, end } = await openAt('#/gallery');
  studio.actions.goToFragment(link.slice(0, -40));
  expect(addresses()).toEqual(['#/gallery', link.slice(0, -40)]);
  await until(studio.status, (line) => line !== null);
  expect(addresses()).toEqual(['#/gallery']);
  end();

  const cut = await openAt(link.slice(0, -40));
  await until(cut.studio.status, (line) => line !== null);
  expect(cut.addresses()).toEqual(['#/explore']);
  cut.end();
});
