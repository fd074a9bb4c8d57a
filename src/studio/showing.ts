// What is shown follows from the changes that were written, here or in another tab.
import { batch } from '@preact/signals-core';
import type { Artwork, ArtworkId, RecordChange, Stars, Wall } from '#core/gallery/records.ts';
import { standingId } from '#core/gallery/records.ts';
import type { RecordKey } from '#platform/storage/store.ts';
import { change, isArtwork } from './changes.ts';
import { countJudged } from './judged-count.ts';
import type { Session } from './session.ts';
import type { ShownWall } from './studio.ts';

/** A part of the studio that shows records of its own. */
export interface Viewer {
  /** At once, together with everything else that is shown. */
  follow?(changes: readonly RecordChange[]): void;
  hear?(changes: readonly RecordChange[], from: 'here' | 'elsewhere'): Promise<void>;
}

export interface Projection {
  /** Of this tab's writes. */
  readonly show: (changes: readonly RecordChange[]) => Promise<void>;
  /** Reads again and shows: another tab wrote these. */
  readonly reread: (keys: readonly RecordKey[]) => Promise<void>;
  /** Shows the wall that the desk names. */
  readonly showWall: () => Promise<void>;
  /** Learns the ratings of artworks about to be shown. */
  readonly readStars: (artworks: readonly ArtworkId[]) => Promise<void>;
}

export function createProjection(session: Session, viewers: readonly Viewer[]): Projection {
  const { shown, keeping } = session;

  async function apply(changes: readonly RecordChange[], from: 'here' | 'elsewhere') {
    batch(() => {
      showWalls(session, changes);
      showStars(session, changes);
      for (const viewer of viewers) viewer.follow?.(changes);
      for (const one of changes) if (one.record === 'desk' && from === 'here') shown.desk.value = one.after;
    });
    await showWall(changes);
    if (changes.some(({ record }) => record === 'judgement')) {
      shown.judgedCount.value = await countJudged(keeping.store(), shown.judgedCount.peek());
    }
    for (const viewer of viewers) await viewer.hear?.(changes, from);
  }

  async function showWall(changes: readonly RecordChange[] = []) {
    const desk = shown.desk.peek();
    if (desk === null) return;
    const walls = shown.walls.peek();
    const wall = walls.find(({ id }) => id === desk.wall) ?? walls[0];
    if (wall === undefined) return;
    if (wall.id !== desk.wall) shown.desk.value = { ...desk, wall: wall.id };
    const next = await buildShownWall(session, wall, changes);
    if (next.tiles !== shown.wall.peek()?.tiles) {
      await readStars(next.tiles.map(({ artwork }) => artwork.id));
    }
    shown.wall.value = next;
    const focused = shown.focused.peek();
    const isSeen = next.tiles.some(({ artwork }) => artwork.id === focused);
    // Keys never act on a tile that is no longer there.
    if (!isSeen && shown.place.peek().kind === 'explore') shown.focused.value = null;
  }

  async function readStars(artworks: readonly ArtworkId[]) {
    const profile = shown.desk.peek()?.profile;
    const unknown = artworks.filter((id) => !shown.stars.peek().has(id));
    if (profile === undefined || unknown.length === 0) return;
    const standings = await keeping.getMany(
      'standing',
      unknown.map((id) => standingId(profile, id)),
    );
    const next = new Map(shown.stars.peek());
    for (const standing of standings) {
      if (standing !== undefined && standing.stars !== 0) next.set(standing.artwork, standing.stars);
    }
    if (next.size > shown.stars.peek().size) shown.stars.value = next;
  }

  return {
    show: (changes) => apply(changes, 'here'),
    async reread(keys) {
      const changes = await Promise.all(
        keys.map(async ({ record, id }) => {
          const after = (await keeping.get(record, id)) ?? null;
          return change(record, id, null, after) as RecordChange;
        }),
      );
      await apply(changes, 'elsewhere');
    },
    showWall,
    readStars,
  };
}

function showWalls({ shown }: Session, changes: readonly RecordChange[]) {
  const walls = new Map(shown.walls.peek().map((wall) => [wall.id, wall]));
  let isChanged = false;
  for (const one of changes) {
    if (one.record !== 'wall') continue;
    isChanged = true;
    if (one.after === null) walls.delete(one.id);
    else walls.set(one.id, one.after);
  }
  if (isChanged) shown.walls.value = [...walls.values()].sort(newestFirst);
}

/** Walls are rewritten when picks change, so `sequence` would not keep them in the order they were made. */
export const newestFirst = (a: Wall, b: Wall) => b.number - a.number || b.createdAtMs - a.createdAtMs;

function showStars({ shown }: Session, changes: readonly RecordChange[]) {
  const profile = shown.desk.peek()?.profile;
  const next = new Map<ArtworkId, Stars>(shown.stars.peek());
  let isChanged = false;
  for (const one of changes) {
    if (one.record !== 'standing') continue;
    const [owner, artwork] = one.id.split('/');
    if (owner !== profile || artwork === undefined) continue;
    isChanged = true;
    const stars = one.after?.stars ?? 0;
    if (stars === 0) next.delete(artwork);
    else next.set(artwork, stars);
  }
  if (isChanged) shown.stars.value = next;
}

async function buildShownWall(
  { shown, keeping }: Session,
  wall: Wall,
  changes: readonly RecordChange[],
): Promise<ShownWall> {
  const old = shown.wall.peek();
  const known = new Map<ArtworkId, Artwork | null>(
    old?.tiles.map(({ artwork }) => [artwork.id, artwork]) ?? [],
  );
  for (const one of changes) {
    if (one.record === 'artwork') known.set(one.id, isArtwork(one.after) ? one.after : null);
  }
  const missing = wall.tiles.map(({ artwork }) => artwork).filter((id) => !known.has(id));
  const read = await keeping.getMany('artwork', missing);
  for (const [index, id] of missing.entries()) {
    const record = read[index];
    known.set(id, isArtwork(record) ? record : null);
  }
  const tiles = wall.tiles.flatMap(({ artwork: id, tile }) => {
    const artwork = known.get(id);
    return artwork ? [{ artwork, tile }] : [];
  });
  const isUnchanged =
    old !== null &&
    old.tiles.length === tiles.length &&
    old.tiles.every(
      (tile, index) => tile.artwork === tiles[index]!.artwork && tile.tile === tiles[index]!.tile,
    );
  return { wall, tiles: isUnchanged ? old.tiles : tiles };
}
