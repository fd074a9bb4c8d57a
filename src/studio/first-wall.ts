// The very first wall: fifteen house seeds, on screen at once, stored whole as soon as they have their words.

import { SAMPLER } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { chooseFirstWall } from '#core/evolution/choose-first-wall.ts';
import type { Artwork, Desk, Profile, RecordChange, Wall } from '#core/gallery/records.ts';
import { withNumeral } from '#core/gallery/title.ts';
import { hashName } from '#core/math/random.ts';
import { change } from './changes.ts';
import { defaultDistance } from './exploring.ts';
import type { Prints } from './prints.ts';
import type { Session } from './session.ts';

export interface FirstWall {
  readonly wall: Wall;
  readonly artworks: readonly Artwork[];
}

/** Without words yet: titles are the palette's name until the pictures are looked at. */
export function buildFirstWall({ options }: Session): FirstWall {
  const seed = options.nextSeed();
  const atMs = options.now();
  const artworks = chooseFirstWall(seed, options.houseSeeds).map(
    ({ recipe, seed: own, genome }, index): Artwork => {
      const { coloring } = genome;
      return {
        id: hashName(seed, index),
        schema: 2,
        title: coloring.kind === 'palette' ? coloring.palette.name : recipe,
        altText: '',
        note: '',
        genome,
        view: wholeView,
        origin: { kind: 'seed', recipe, sampler: SAMPLER, seed: own },
        isHung: false,
        hungSequence: 0,
        createdAtMs: atMs,
        sequence: 0,
      };
    },
  );
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

/** Looks at each picture for its title and alternative text; a picture that could not be looked at keeps the name it had. */
export async function nameArtworks(
  { options, end }: Session,
  prints: Prints,
  artworks: readonly Artwork[],
): Promise<readonly Artwork[]> {
  const words = await Promise.allSettled(
    artworks.map(({ genome }) => options.workers.run('describe', genome, { signal: end.signal })),
  );
  end.signal.throwIfAborted();
  const titles = new Set<string>();
  return artworks.map((artwork, index) => {
    const found = words[index]!;
    if (found.status === 'fulfilled') prints.add(artwork.id, found.value.print);
    const { title, altText } = found.status === 'fulfilled' ? found.value : artwork;
    const own = withNumeral(title, titles);
    titles.add(own);
    return { ...artwork, title: own, altText };
  });
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
