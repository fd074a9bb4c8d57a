// Edits on the easel. The first makes a new artwork, which the easel follows; the rest of the run are steps of that one. What was
// opened, and whatever was rated, stays as it was. Loaded with the easel.
import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { NeuronPlace } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { describeProvenance } from '#core/gallery/provenance.ts';
import type { Artwork, ArtworkId, RecordChange } from '#core/gallery/records.ts';
import { standingId } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import type { Acting } from './acting.ts';
import { change, isArtwork } from './changes.ts';
import type { Commit } from './committing.ts';
import { nextTitle } from './edit-titles.ts';
import { findArtwork } from './hanging.ts';
import type { History, Plan } from './history.ts';
import { findDepth } from './lineage.ts';
import { type LoopVerdict, measureLoop } from './measure-loop.ts';
import { createMuting } from './muting.ts';
import { proposeNear } from './nearby.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';
import type { Projection, Viewer } from './showing.ts';

/** From one genome to the next; the genome itself for no change. */
export type Edit = (genome: Genome) => Genome;

export interface Editing {
  /** What the easel paints: the artwork's own, or one under the hand or on its way to the store. null without an easel. */
  readonly genome: ReadonlySignal<Genome | null>;
  /** Shows an edit without storing it, the newest only; null takes it back. */
  readonly tryEdit: (edit: Edit | null) => void;
  /** One act. */
  readonly edit: (label: string, edit: Edit) => Promise<void>;
  /** The artwork that this run of edits began with, and its genome. */
  readonly began: ReadonlySignal<Genome | null>;
  readonly setAltText: (artwork: ArtworkId, altText: string) => Promise<void>;
  /** Takes a neuron's links away, or gives them back; a sentence is said where they are not known. */
  readonly toggleMute: (place: NeuronPlace) => Promise<void>;
  /** Up to seven pictures one small step away. */
  readonly proposeNear: (genome: Genome, signal: AbortSignal) => Promise<readonly Genome[]>;
  /** Whether its loop flashes. null on abort, and when it does not work out, which is said. */
  readonly measureLoop: (genome: Genome, signal: AbortSignal) => Promise<LoopVerdict | null>;
}

export interface EditingParts {
  readonly session: Session;
  readonly acting: Acting;
  readonly history: History;
  readonly commit: Commit;
  readonly projection: Projection;
}

const altTextLimit = 1000;
/** Words are found once the hand has rested this long. */
const restMs = 1500;

export function createEditing({
  session,
  acting,
  history,
  commit,
  projection,
}: EditingParts): Editing & Viewer {
  const { keeping, lookedAt, options, shown } = session;
  const tried = signal<Genome | null>(null);
  /** Edits that wait for the store. */
  const waiting = signal<Genome | null>(null);
  const began = signal<Genome | null>(null);
  /** From opening the easel until it shows something else; its edits make one artwork. */
  let run: { draft: ArtworkId | null } = { draft: null };
  /** What this run called its artworks by itself, so that what the person wrote is left alone. */
  const ownWords = new Map<ArtworkId, string>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const stored = () => shown.easel.value?.artwork.genome ?? null;
  const visit = computed(() => shown.easel.value?.opened ?? null);
  const stop = effect(() => {
    const isOpen = visit.value !== null;
    batch(() => {
      tried.value = waiting.value = null;
      began.value = isOpen ? (shown.easel.peek()?.artwork.genome ?? null) : null;
    });
    run = { draft: null };
  });
  session.end.signal.addEventListener('abort', () => {
    stop();
    clearTimeout(restTimer);
  });

  async function plan(own: typeof run, id: ArtworkId, label: string, edit: Edit): Promise<Plan | null> {
    const found = await findArtwork(session, id);
    if (found === null) return null;
    const { artwork, before } = found;
    const genome = edit(artwork.genome);
    if (isSame(genome, artwork.genome)) return null;
    if (id === own.draft && artwork === before && !(await isRated(id))) {
      return {
        label,
        changes: [change('artwork', id, artwork, { ...artwork, genome })],
        along: await dropPortrait(id),
      };
    }
    const made: Artwork = {
      ...artwork,
      id: hashName(options.nextSeed()),
      title: nextTitle(artwork.title, knownTitles()),
      genome,
      origin: { kind: 'edited', from: id },
      isHung: true,
      createdAtMs: options.now(),
      sequence: 0,
    };
    own.draft = made.id;
    if (!ownWords.has(id) || ownWords.get(id) === artwork.altText) ownWords.set(made.id, made.altText);
    return {
      label,
      changes: [change('artwork', made.id, null, made)],
      // One that was only looked at stays, unhung, as where this one comes from.
      along: artwork === before ? [] : [change('artwork', id, before, { ...artwork, isHung: false })],
    };
  }

  async function isRated(id: ArtworkId): Promise<boolean> {
    const profile = shown.desk.peek()?.profile;
    return profile !== undefined && (await keeping.get('standing', standingId(profile, id))) !== undefined;
  }

  /** The picture it was kept under shows what it no longer is. */
  async function dropPortrait(id: ArtworkId): Promise<RecordChange[]> {
    const portrait = await keeping.get('portrait', id);
    return portrait === undefined ? [] : [change('portrait', id, portrait, null)];
  }

  const knownTitles = () =>
    new Set([
      ...shown.galleryItems.peek().map(({ title }) => title),
      ...(shown.wall.peek()?.tiles ?? []).map(({ artwork }) => artwork.title),
    ]);

  /** In place of what is on the easel, which stays where it is. */
  async function follow(artwork: Artwork, isStored: boolean) {
    await projection.readStars([artwork.id]);
    const provenance = describeProvenance(artwork, await findDepth(keeping, artwork));
    const state = shown.easel.peek();
    if (state === null) return;
    batch(() => {
      shown.easel.value = { ...state, artwork, provenance, isStored };
      shown.focused.value = artwork.id;
      shown.place.value = { kind: 'art', artwork: artwork.id };
    });
  }

  async function findSource({ origin }: Artwork) {
    if (origin.kind !== 'edited' || origin.from === null) return null;
    const record = await keeping.get('artwork', origin.from);
    const artwork = isArtwork(record) ? record : lookedAt.get(origin.from);
    return artwork === undefined ? null : { artwork, isStored: isArtwork(record) };
  }

  function findWordsSoon() {
    clearTimeout(restTimer);
    restTimer = setTimeout(() => void acting.atOnce(findWords), restMs);
  }

  /** A new description for what an edit made of it, unless the person wrote one. */
  async function findWords() {
    const artwork = shown.easel.peek()?.artwork;
    if (artwork === undefined || ownWords.get(artwork.id) !== artwork.altText) return;
    const signal = session.end.signal;
    const { altText } = await options.workers.run('describe', artwork.genome, {
      signal,
      priority: 'background',
    });
    await session.enqueue(() =>
      acting.atOnce(() =>
        commit(async () => {
          const now = await keeping.get('artwork', artwork.id);
          if (!isArtwork(now) || now.altText !== artwork.altText || !isSame(now.genome, artwork.genome))
            return null;
          ownWords.set(now.id, altText);
          return now.altText === altText ? null : [change('artwork', now.id, now, { ...now, altText })];
        }),
      ),
    );
  }

  function keepEdit(label: string, edit: Edit): Promise<void> {
    const state = shown.easel.peek();
    if (state === null) return Promise.resolve();
    const own = run;
    const next = edit(waiting.peek() ?? state.artwork.genome);
    batch(() => {
      tried.value = null;
      waiting.value = next;
    });
    return acting.inTurn(async () => {
      try {
        // Whatever the easel shows by now, if it is still the same visit: an edit before this one made a new artwork.
        const now = shown.easel.peek();
        const id = own === run && now !== null ? now.artwork.id : (own.draft ?? state.artwork.id);
        await history.act(() => plan(own, id, label, edit));
      } finally {
        if (waiting.peek() === next) waiting.value = null;
      }
    });
  }

  let last: Genome | null = null;
  const genome = computed(() => {
    const next = tried.value ?? waiting.value ?? stored();
    // A record read anew is another object: what looks the same is not painted again.
    if (!isSame(last, next)) last = next;
    return last;
  });

  return {
    genome,
    began,
    tryEdit(edit) {
      const base = waiting.peek() ?? shown.easel.peek()?.artwork.genome;
      tried.value = edit === null || base === undefined ? null : edit(base);
    },
    edit: keepEdit,
    toggleMute: createMuting(session, () => genome.peek(), keepEdit),
    setAltText: (id, altText) =>
      acting.inTurn(() =>
        history.act(async () => {
          const found = await findArtwork(session, id);
          const clean = altText
            .replace(/\p{Cc}+/gu, ' ')
            .trim()
            .slice(0, altTextLimit);
          if (found === null || clean === found.artwork.altText) return null;
          const after = { ...found.artwork, altText: clean };
          return { label: 'New description', changes: [change('artwork', id, found.before, after)] };
        }),
      ),
    proposeNear: (genome, signal) => proposeNear(session, genome, signal),
    measureLoop: (genome, signal) => acting.asking(() => measureLoop(genome, options.renderer, signal)),
    async hear(changes, from) {
      const state = shown.easel.peek();
      if (state === null || from !== 'here') return;
      for (const one of changes) {
        if (one.record !== 'artwork') continue;
        const { after, before } = one;
        if (one.id === state.artwork.id) {
          // Undo of the edit that made it leads back to what was edited.
          const source = isArtwork(after) ? null : await findSource(state.artwork);
          if (source !== null) await follow(source.artwork, source.isStored);
          else if (isArtwork(after) && after.genome !== state.artwork.genome) findWordsSoon();
        } else if (isArtwork(after) && !isArtwork(before) && isEditOf(after, state.artwork)) {
          await follow(after, true);
          findWordsSoon();
        }
      }
    },
  };
}

const isEditOf = ({ origin }: Artwork, { id }: Artwork) => origin.kind === 'edited' && origin.from === id;
