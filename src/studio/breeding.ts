// New walls: children of what was picked, or fresh seeds.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Artwork, ArtworkId, Judgement, RecordChange, Wall } from '#core/gallery/records.ts';
import { hashName, type Seed } from '#core/math/random.ts';
import type { Jobs } from '#platform/workers/jobs.ts';
import type { Acting } from './acting.ts';
import { describeChildren, describeDifferentShapes, listWords } from './breeding-words.ts';
import { change } from './changes.ts';
import type { Steer } from './critic-door.ts';
import { buildDeskChange } from './exploring.ts';
import type { Forgetting } from './forgetting.ts';
import { findArtwork } from './hanging.ts';
import type { History } from './history.ts';
import { go } from './navigating.ts';
import { buildArtworks } from './new-artworks.ts';
import type { Prints } from './prints.ts';
import type { Session } from './session.ts';
import { buildJudgement } from './standings.ts';
import type { Dials } from './studio.ts';

export const tileCount = 15;
/** Walls of one visit after which a rest is worth a word, and how many more until the next. */
const tiringWalls = 12;
const tiringEvery = 6;

export interface BreedingParts {
  readonly session: Session;
  readonly history: History;
  readonly acting: Acting;
  readonly prints: Prints;
  readonly forgetting: Forgetting;
  readonly parents: ReadonlySignal<readonly Artwork[]>;
  readonly dials: ReadonlySignal<Dials>;
  readonly steer: Steer;
}

interface Order {
  readonly label: string;
  readonly parents: readonly Artwork[];
  /** Bred from its picks. */
  readonly from: Wall | null;
  readonly arePicked: boolean;
  /** Words to find seeds by, in place of parents. */
  readonly asked?: readonly string[];
}

export function createBreeding(parts: BreedingParts) {
  const { session, history, acting, prints, forgetting, parents, dials, steer } = parts;
  const { keeping, notices, options, shown } = session;
  let running: AbortController | null = null;
  let hasToldShapes = false;
  const madeCount = signal(0);

  /** One wall at a time: while one is being made, another is not begun. */
  async function makeWall(order: Order) {
    if (running !== null) return;
    const controller = new AbortController();
    running = controller;
    shown.breeding.value = { progress: 0 };
    try {
      const until = AbortSignal.any([controller.signal, session.end.signal]);
      const seed = options.nextSeed();
      const proposed = await propose(seed, order, until);
      // From here on it is an act like any other, in its turn.
      await session.enqueue(async () => {
        until.throwIfAborted();
        const act = await history.act(() => planWall(order, seed, proposed));
        if (act === null) return;
        madeCount.value++;
        tell(order);
      });
    } finally {
      running = null;
      shown.breeding.value = null;
    }
  }

  async function propose(seed: Seed, { parents: from, asked }: Order, until: AbortSignal) {
    const onProgress = (progress: number) => {
      shown.breeding.value = { progress };
    };
    if (asked !== undefined)
      return options.workers.run(
        'ask',
        { seed, text: asked.join(' '), count: tileCount },
        { signal: until, onProgress },
      );
    const seen = await prints.seen(until);
    const { distance, changed, wildCount } = dials.peek();
    return options.workers.run(
      'propose',
      {
        seed,
        parents: from.map(({ genome }) => genome),
        count: tileCount,
        wildCount: from.length === 0 ? 0 : wildCount,
        distance,
        changed,
        seen,
        ...(from.length > 0 && (await steer())),
      },
      { signal: until, onProgress },
    );
  }

  async function planWall(
    { label, parents, from, arePicked }: Order,
    seed: Seed,
    { proposals }: Jobs['propose']['output'],
  ) {
    const ids = parents.map(({ id }) => id);
    const artworks = buildArtworks(proposals, {
      seed,
      parents: ids,
      atMs: options.now(),
      taken: new Set(shown.wall.peek()?.tiles.map(({ artwork }) => artwork.title)),
    });
    for (const [index, { id }] of artworks.entries()) prints.add(id, proposals[index]!.print);
    const wall: Wall = {
      id: hashName(seed),
      schema: 1,
      number: Math.max(0, ...shown.walls.peek().map(({ number }) => number)) + 1,
      from: from?.id ?? null,
      tiles: artworks.map(({ id }, index) => ({ artwork: id, tile: proposals[index]!.tile })),
      picks: [],
      createdAtMs: options.now(),
      sequence: 0,
    };
    const desk = await buildDeskChange(session, { wall: wall.id });
    return {
      label,
      changes: [change('wall', wall.id, null, wall), ...(desk ?? [])],
      along: [
        ...artworks.map((artwork) => change('artwork', artwork.id, null, artwork)),
        ...(await storeParents(ids)),
        ...(await forgetting.plan(shown.wall.peek()?.wall ?? null)),
      ],
      judgements: arePicked && from !== null ? [judgePicks(from, ids)] : [],
    };
  }

  /** Whatever is bred from stays as lineage, even if it was only looked at. */
  async function storeParents(ids: readonly ArtworkId[]): Promise<RecordChange[]> {
    const found = await Promise.all(ids.map((id) => findArtwork(session, id)));
    return found.flatMap((one) =>
      one === null || one.artwork === one.before
        ? []
        : [change('artwork', one.artwork.id, one.before, one.artwork)],
    );
  }

  const judgePicks = (wall: Wall, chosen: readonly ArtworkId[]): Judgement =>
    buildJudgement(
      session,
      { kind: 'picked', chosen, shown: wall.tiles.map(({ artwork }) => artwork) },
      wall.tiles.find(({ artwork }) => artwork === chosen[0])?.tile ?? 'elsewhere',
    );

  function tell({ parents, from, asked }: Order) {
    if (shown.place.peek().kind !== 'explore') return;
    const about = { about: 'breeding', isOfHere: true };
    if (asked !== undefined) return notices.say(`These come nearest to ${listWords(asked)}.`, about);
    if (parents.length === 0) return;
    const hasStrip = options.hasStrip?.() ?? true;
    notices.say(describeChildren(parents.length, from?.number ?? null, hasStrip), about);
    const difference = hasToldShapes ? null : describeDifferentShapes(parents);
    if (difference === null) return;
    hasToldShapes = true;
    notices.say(difference, { isOfHere: true });
  }

  const whyNotBreed = computed(() => {
    if (shown.breeding.value !== null) return 'A new wall is being made.';
    return parents.value.length === 0 ? 'Pick what catches your eye. Then breed.' : null;
  });

  /** Not at every wall, or it would be nagging. */
  const tired = computed(() => {
    const walls = madeCount.value;
    return walls >= tiringWalls && (walls - tiringWalls) % tiringEvery === 0 ? walls * tileCount : null;
  });

  return {
    whyNotBreed,
    tired,
    breed: () =>
      acting.atOnce(async () => {
        // A pick just made takes its turn first.
        await session.enqueue(async () => {});
        const reason = whyNotBreed.peek();
        if (reason !== null) return notices.say(reason, { isOfHere: true });
        const from = shown.wall.peek()?.wall ?? null;
        await makeWall({ label: 'Breeding', parents: parents.peek(), from, arePicked: true });
      }),
    breedFrom: (id: ArtworkId) =>
      acting.atOnce(async () => {
        const found = await session.enqueue(() => findArtwork(session, id));
        if (found === null) return;
        go(session, { kind: 'explore' });
        const from = await findWallOf(id);
        await makeWall({ label: 'Breeding', parents: [found.artwork], from, arePicked: false });
      }),
    newSeeds: () =>
      acting.atOnce(() => makeWall({ label: 'New seeds', parents: [], from: null, arePicked: false })),
    /** A wall of the seeds that come nearest to a few words. */
    askForWall: (words: readonly string[]) => {
      go(session, { kind: 'explore' });
      const order = { label: 'Asking', parents: [], from: null, arePicked: false, asked: words };
      return acting.atOnce(() => makeWall(order));
    },
    /** Whoever goes elsewhere no longer waits for it. */
    stop: () => running?.abort(new DOMException('The wall is no longer wanted.', 'AbortError')),
  };

  async function findWallOf(id: ArtworkId): Promise<Wall | null> {
    const wall = shown.walls.peek().find(({ tiles }) => tiles.some(({ artwork }) => artwork === id));
    return wall === undefined ? null : ((await keeping.get('wall', wall.id)) ?? null);
  }
}
