// What opening the store came to, and the way from there to a wall.
import { batch } from '@preact/signals-core';
import type { Desk, Wall } from '#core/gallery/records.ts';
import { Conflict, type OpenedStore, type Store, StoreError } from '#platform/storage/store.ts';
import { type Acting, outdatedAlert } from './acting.ts';
import { countArtworks } from './artworks.ts';
import { buildDesk, buildFirstWall, chooseTiles, planFirstWall } from './first-wall.ts';
import { wallLimit } from './forgetting.ts';
import type { History } from './history.ts';
import { countJudged } from './judged-count.ts';
import type { Session } from './session.ts';
import { newestFirst, type Projection } from './showing.ts';
import { watchStore } from './watching.ts';

export interface OpeningParts {
  readonly session: Session;
  readonly acting: Acting;
  readonly projection: Projection;
  readonly history: History;
}

export function createOpening({ session, acting, projection, history }: OpeningParts) {
  const { keeping, notices, options, shown, end } = session;
  let stopWatching = () => {};
  let damaged: Extract<OpenedStore, { kind: 'damaged' }> | null = null;
  /** Begun before it is known that there is no wall. */
  let firstTiles = options.isFirstVisit ? beginFirstTiles() : null;

  function beginFirstTiles() {
    const seed = options.nextSeed();
    const chosen = chooseTiles(session, seed);
    chosen.catch(() => {}); // whoever needs them hears of it
    return { seed, chosen };
  }

  async function take(opened: OpenedStore): Promise<void> {
    if (end.signal.aborted) return dispose(opened);
    switch (opened.kind) {
      case 'open':
        return enter(opened.store);
      case 'memory':
        notices.setAlert('memory', {
          text: 'Nothing is kept on this device in this window. Export what you want to keep.',
          isLoss: false,
          actions: [],
        });
        return enter(opened.store);
      case 'outdated':
        notices.setAlert('outdated', outdatedAlert);
        shown.state.value = { kind: 'outdated' };
        return;
      case 'damaged':
        damaged = opened;
        return showDamage(false);
      default:
        opened satisfies never;
    }
  }

  function showDamage(isRestoring: boolean) {
    const { copied } = damaged!;
    shown.state.value = { kind: 'damaged', copied, isRestoring };
    const copy =
      copied === 0 ? 'No second copy is here.' : `A second copy with ${countArtworks(copied)} is here.`;
    notices.setAlert('damaged', {
      text: `The gallery did not open. ${copy}`,
      isLoss: true,
      actions: [
        ...(copied === 0 ? [] : [{ label: 'Restore', run: () => void restoreCopy() }]),
        { label: 'Start empty', run: () => void startEmpty() },
      ],
    });
  }

  /** Shows a failure as what it is: the damage is still there, and so is the copy. */
  async function leaveDamage(way: 'restore' | 'startEmpty') {
    const state = shown.state.peek();
    if (damaged === null || (state.kind === 'damaged' && state.isRestoring)) return;
    const { copied } = damaged;
    showDamage(true);
    let opened: OpenedStore;
    try {
      opened = await damaged[way]();
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      showDamage(false);
      notices.say('That did not work out. The second copy is still here. Reload, then try again.');
      return;
    }
    damaged = null;
    notices.setAlert('damaged', null);
    await take(opened);
    if (way === 'restore' && shown.state.peek().kind === 'ready') {
      notices.say(`${countArtworks(copied)} brought back from the second copy.`);
    }
  }

  const restoreCopy = () => acting.inTurn(() => leaveDamage('restore'));
  const startEmpty = () => acting.inTurn(() => leaveDamage('startEmpty'));

  async function enter(store: Store): Promise<void> {
    keeping.begin(store);
    stopWatching();
    stopWatching = watchStore(session, projection, store);
    const { items } = await store.page('wall', {
      order: 'sequence',
      direction: 'descending',
      limit: wallLimit,
    });
    const walls = [...items].sort(newestFirst);
    const stored = await store.get('desk', 'desk');
    if (walls.length === 0) return enterFirst(stored ?? null);
    await enterAgain(walls, stored ?? null);
  }

  async function enterAgain(walls: readonly Wall[], desk: Desk | null) {
    batch(() => {
      shown.walls.value = walls;
      shown.desk.value = desk ?? buildDesk(walls[0]!);
    });
    await projection.showWall();
    shown.state.value = { kind: 'ready' };
    await settle();
  }

  async function settle() {
    await history.load();
    shown.judgedCount.value = await countJudged(keeping.store(), 0);
  }

  /** Also after a restored copy, which holds no walls. */
  async function enterFirst(stored: Desk | null): Promise<void> {
    const { seed, chosen } = firstTiles ?? beginFirstTiles();
    firstTiles = null;
    const first = buildFirstWall(session, seed, await chosen);
    const desk = stored === null ? buildDesk(first.wall) : { ...stored, wall: first.wall.id };
    batch(() => {
      shown.walls.value = [first.wall];
      shown.desk.value = desk;
      shown.wall.value = {
        wall: first.wall,
        tiles: first.artworks.map((artwork) => ({ artwork, tile: 'seed' })),
      };
      shown.state.value = { kind: 'ready' };
    });
    try {
      const written = await keeping.expect(
        planFirstWall(session, first, desk, stored).then((changes) => keeping.write(changes)),
      );
      await projection.show(written);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      // Another tab was here first: its wall is the first one.
      shown.wall.value = null;
      return enter(keeping.store());
    }
    await settle();
  }

  return {
    /** Acts wait in the queue until the wall they belong to is stored. */
    open: () =>
      acting.reading(async () => {
        try {
          await take(await options.open());
        } catch (error) {
          if (!(error instanceof StoreError)) throw error;
          notices.setAlert('damaged', unansweredAlert);
        }
      }),
    restoreCopy,
    startEmpty,
  };
}

const unansweredAlert = {
  text: 'The gallery did not open. Nothing in it was changed. Reload to try again.',
  isLoss: false,
  actions: [],
};

function dispose(opened: OpenedStore) {
  if (opened.kind === 'open' || opened.kind === 'memory') opened.store.dispose();
}
