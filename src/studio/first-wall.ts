// The very first wall: fifteen house seeds, on screen and stored at once.
import { wholeView } from '#core/cppn/view.ts';
import type { FirstTile } from '#core/evolution/choose-first-wall.ts';
import type { Artwork, Desk, Profile, RecordChange, Wall } from '#core/gallery/records.ts';
import { withNumeral } from '#core/gallery/title.ts';
import { hashName, type Seed } from '#core/math/random.ts';
import { WorkerFailure } from '#platform/workers/worker-failure.ts';
import { change } from './changes.ts';
import { defaultDistance } from './exploring.ts';
import type { Session } from './session.ts';

export interface FirstWall {
  readonly wall: Wall;
  readonly artworks: readonly Artwork[];
}

/** Chosen in a worker, so that it costs the page nothing; here when there is none. */
export async function chooseTiles({ options, end }: Session, seed: Seed): Promise<readonly FirstTile[]> {
  try {
    return await options.workers.run('firstWall', seed, { signal: end.signal });
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    const [{ chooseFirstWall }, { houseSeeds }] = await Promise.all([
      import('#core/evolution/choose-first-wall.ts'),
      import('#core/cppn/house-seeds.ts'),
    ]);
    return chooseFirstWall(seed, houseSeeds);
  }
}

export function buildFirstWall({ options }: Session, seed: Seed, chosen: readonly FirstTile[]): FirstWall {
  const atMs = options.now();
  const titles = new Set<string>();
  const artworks = chosen.map(({ recipe, sampler, seed: own, genome, altText, ...house }, index): Artwork => {
    const title = withNumeral(house.title, titles);
    titles.add(title);
    return {
      id: hashName(seed, index),
      schema: 2,
      title,
      altText,
      note: '',
      genome,
      view: wholeView,
      origin: { kind: 'seed', recipe, sampler, seed: own },
      isHung: false,
      hungSequence: 0,
      createdAtMs: atMs,
      sequence: 0,
    };
  });
  const wall: Wall = {
    id: hashName(seed),
    schema: 1,
    number: 1,
    from: null,
    tiles: artworks.map(({ id }) => ({ artwork: id, tile: 'seed' })),
    picks: [],
    createdAtMs: atMs,
    sequence: 0,
  };
  return { wall, artworks };
}

export const profileName = 'mine';

export function buildDesk(wall: Wall): Desk {
  return {
    id: 'desk',
    schema: 1,
    wall: wall.id,
    profile: profileName,
    distance: defaultDistance,
    wildCount: null,
    changed: 'everything',
    sequence: 0,
  };
}

/**
 * One write: the wall, its artworks, the desk and, where there is none, the profile. `before` is the desk that opening found:
 * a tab that was faster has written another.
 */
export async function planFirstWall(
  { keeping, options }: Session,
  { wall, artworks }: FirstWall,
  desk: Desk,
  before: Desk | null,
): Promise<readonly RecordChange[]> {
  const stored = await keeping.get('profile', desk.profile);
  const profile: Profile = {
    id: desk.profile,
    schema: 1,
    name: desk.profile,
    createdAtMs: options.now(),
    sequence: 0,
  };
  return [
    ...artworks.map((artwork) => change('artwork', artwork.id, null, artwork)),
    change('wall', wall.id, null, wall),
    change('desk', 'desk', before, desk),
    ...(stored === undefined ? [change('profile', profile.id, null, profile)] : []),
  ];
}
