// Walls, picks and dials: everything on Explore but making new pictures.
import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { Artwork, ArtworkId, Desk, Wall, WallId } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import { change, isArtwork } from './changes.ts';
import type { Commit } from './committing.ts';
import { enoughJudged } from './judged-count.ts';
import type { Session } from './session.ts';
import type { Dials } from './studio.ts';

export const parentLimit = 4;
export const distanceRange = [0.03, 0.25] as const;
export const wildRange = [0, 6] as const;

export const defaultDistance = 0.1;

export function createExploring(session: Session, commit: Commit, { inTurn, atOnce }: Acting) {
  const { keeping, notices, shown } = session;

  /** Writes another version of the wall that is shown. */
  const changeWall = (edit: (wall: Wall) => Wall | null) =>
    inTurn(() =>
      commit(async () => {
        const id = shown.wall.peek()?.wall.id;
        const before = id === undefined ? undefined : await keeping.get('wall', id);
        const after = before && edit(before);
        return before && after ? [change('wall', before.id, before, after)] : null;
      }),
    );

  const changeDesk = (edit: Partial<Desk>) => inTurn(() => commit(() => buildDeskChange(session, edit)));

  function togglePick(artwork: ArtworkId) {
    return changeWall((wall) => {
      if (!wall.tiles.some((tile) => tile.artwork === artwork)) return null;
      if (wall.picks.includes(artwork)) {
        return { ...wall, picks: wall.picks.filter((id) => id !== artwork) };
      }
      if (wall.picks.length >= parentLimit) {
        notices.say('Four parents at most. Take one back first.', { isOfHere: true });
        return null;
      }
      return { ...wall, picks: [...wall.picks, artwork] };
    });
  }

  function step(by: 1 | -1) {
    const walls = shown.walls.peek();
    const here = walls.findIndex(({ id }) => id === shown.wall.peek()?.wall.id);
    const next = walls[here + by];
    if (next !== undefined) return changeDesk({ wall: next.id });
    notices.say(by > 0 ? 'This is the first wall.' : 'This is the newest wall.', { isOfHere: true });
    return Promise.resolve();
  }

  async function readWall(wall: Wall): Promise<readonly Artwork[]> {
    let found: readonly Artwork[] = [];
    await atOnce(async () => {
      const records = await keeping.getMany(
        'artwork',
        wall.tiles.map(({ artwork }) => artwork),
      );
      found = records.filter(isArtwork);
    });
    return found;
  }

  return {
    togglePick,
    clearPicks: () => changeWall((wall) => (wall.picks.length === 0 ? null : { ...wall, picks: [] })),
    goToWall: (id: WallId) => changeDesk({ wall: id }),
    olderWall: () => step(1),
    newerWall: () => step(-1),
    setDials: ({ distance, wildCount, changed }: Partial<Dials>) =>
      changeDesk({
        ...(distance === undefined ? {} : { distance: clamp(distance, distanceRange) }),
        ...(wildCount === undefined ? {} : { wildCount: Math.round(clamp(wildCount, wildRange)) }),
        ...(changed === undefined ? {} : { changed }),
      }),
    readWall,
  };
}

/** The desk as this tab has it, with another edit; null when that changes nothing. */
export async function buildDeskChange({ keeping, shown }: Session, edit: Partial<Desk>) {
  const own = shown.desk.peek();
  if (own === null) return null;
  const after = { ...own, ...edit };
  if (Object.entries(edit).every(([name, value]) => own[name as keyof Desk] === value)) return null;
  return [change('desk', 'desk', (await keeping.get('desk', 'desk')) ?? null, after)];
}

export const parentsOf = ({ shown }: Session): ReadonlySignal<readonly Artwork[]> =>
  computed(() => {
    const { wall, tiles } = shown.wall.value ?? { wall: null, tiles: [] };
    return (wall?.picks ?? []).flatMap((id) => {
      const tile = tiles.find(({ artwork }) => artwork.id === id);
      return tile === undefined ? [] : [tile.artwork];
    });
  });

/** More wild cards while the critic knows little, until the person moves the dial. */
export const dialsOf = ({ shown }: Session): ReadonlySignal<Dials> =>
  computed(() => {
    const { distance, wildCount, changed } = shown.desk.value ?? {
      distance: defaultDistance,
      wildCount: null,
      changed: 'everything' as const,
    };
    const isLearning = shown.judgedCount.value < enoughJudged;
    return { distance, wildCount: wildCount ?? (isLearning ? 3 : 1), changed };
  });

const clamp = (value: number, [least, most]: readonly [number, number]) =>
  Math.min(Math.max(value, least), most);
