// `Not this`: one tile makes room for a new one, in its place.
import type { Artwork, ArtworkId, TileKind, Wall } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import { change, isArtwork } from './changes.ts';
import type { Steer } from './critic-door.ts';
import type { History, Plan } from './history.ts';
import { buildArtworks } from './new-artworks.ts';
import type { Prints } from './prints.ts';
import type { Session } from './session.ts';
import { buildJudgement } from './standings.ts';
import type { Dials } from './studio.ts';

export interface ReplacingParts {
  readonly session: Session;
  readonly history: History;
  readonly acting: Acting;
  readonly prints: Prints;
  readonly dials: { peek(): Dials };
  readonly steer: Steer;
}

export function createReplacing({ session, history, acting, prints, dials, steer }: ReplacingParts) {
  const { keeping, options, shown } = session;

  async function replace(id: ArtworkId) {
    const wall = shown.wall.peek();
    const tile = wall?.tiles.find(({ artwork }) => artwork.id === id);
    if (wall === null || tile === undefined || shown.swapping.peek().has(id)) return;
    setSwapping(id, true);
    try {
      const kind = tile.tile;
      const parents = await findParents(tile.artwork, kind);
      const seed = options.nextSeed();
      const { distance, changed } = dials.peek();
      const signal = session.end.signal;
      const { proposals } = await options.workers.run(
        'propose',
        {
          seed,
          parents: parents.map(({ genome }) => genome),
          count: 1,
          wildCount: 0,
          distance,
          changed,
          seen: await prints.seen(signal),
          ...(parents.length > 0 && (await steer())),
        },
        { signal },
      );
      const [artwork] = buildArtworks(proposals, {
        seed,
        parents: parents.map((parent) => parent.id),
        atMs: options.now(),
        taken: new Set(wall.tiles.map((other) => other.artwork.title)),
      });
      if (artwork === undefined) return;
      prints.add(artwork.id, proposals[0]!.print);
      const made = proposals[0]!.tile;
      const next = { artwork, tile: made === 'seed' && kind !== 'seed' ? 'wild' : made } as const;
      await session.enqueue(async () => {
        const hadFocus = shown.focused.peek() === id;
        const act = await history.act(() => plan(wall.wall.id, id, next));
        if (act !== null && hadFocus) shown.focused.value = artwork.id;
      });
    } finally {
      setSwapping(id, false);
    }
  }

  async function plan(
    wallId: string,
    old: ArtworkId,
    { artwork, tile }: { readonly artwork: Artwork; readonly tile: TileKind },
  ): Promise<Plan | null> {
    const before = await keeping.get('wall', wallId);
    const oldTile = before?.tiles.find((other) => other.artwork === old);
    if (before === undefined || oldTile === undefined) return null;
    const after: Wall = {
      ...before,
      tiles: before.tiles.map((other) => (other === oldTile ? { artwork: artwork.id, tile } : other)),
      picks: before.picks.filter((pick) => pick !== old),
    };
    return {
      label: 'Not this',
      changes: [change('wall', wallId, before, after)],
      along: [change('artwork', artwork.id, null, artwork)],
      judgements: [buildJudgement(session, { kind: 'not-this', artwork: old }, oldTile.tile)],
    };
  }

  /** A child makes room for another of the same parents; a wild card for a wild card. */
  async function findParents({ origin }: Artwork, kind: TileKind): Promise<Artwork[]> {
    if (origin.kind !== 'bred' || kind === 'wild' || kind === 'seed') return [];
    const records = await keeping.getMany('artwork', origin.parents);
    return records.filter(isArtwork);
  }

  function setSwapping(id: ArtworkId, isSwapping: boolean) {
    const next = new Set(shown.swapping.peek());
    if (isSwapping) next.add(id);
    else next.delete(id);
    shown.swapping.value = next;
  }

  return { notThis: (id: ArtworkId) => acting.atOnce(() => replace(id)) };
}
