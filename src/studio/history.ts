// One history for the whole studio: acts written in the transaction of their changes, undone by writing what was before.
import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Act, ActId, Judgement, RecordChange, WallId } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { change } from './changes.ts';
import type { Commit } from './committing.ts';
import { buildDeskChange } from './exploring.ts';
import { createLate } from './late.ts';
import { formatActPlace } from './place.ts';
import type { Session } from './session.ts';
import type { Viewer } from './showing.ts';

export interface Plan {
  /** A noun, `Rating`, or a sentence without its stop, `Deleted 3 artworks`. */
  readonly label: string;
  /** What undo takes back. */
  readonly changes: readonly RecordChange[];
  /** Taken back by undo, though what was written differs: it is among `along`. */
  readonly recorded?: readonly RecordChange[];
  /** Written with them, and left alone by undo. */
  readonly along?: readonly RecordChange[];
  readonly judgements?: readonly Judgement[];
}

/** An act without its changes. */
interface Entry {
  readonly id: ActId;
  readonly label: string;
  readonly isUndone: boolean;
  readonly sequence: number;
}

export interface History {
  readonly undoLabel: ReadonlySignal<string | null>;
  readonly redoLabel: ReadonlySignal<string | null>;
  /** How many acts can be undone. */
  readonly steps: ReadonlySignal<number>;
  /** Learns what was done in earlier sessions. */
  readonly load: () => Promise<void>;
  /** Writes an act, or more of the act `continues`. Its id, or null when nothing was done. Only inside the queue. */
  readonly act: (
    build: () => Promise<Plan | null>,
    options?: { readonly continues?: ActId | null },
  ) => Promise<ActId | null>;
  /** Brings what undo and redo are done with. */
  readonly loadUndoing: () => void;
  /** The latest act unless told. Only inside the queue. */
  readonly undo: (id?: ActId) => Promise<void>;
  readonly redo: () => Promise<void>;
}

export const depth = 200;

export function createHistory(session: Session, commit: Commit): History & Viewer {
  const { keeping, options, notices, shown } = session;
  /** Latest first. Undoing and redoing rewrite an act, so that the latest undone one is the next to redo. */
  const entries = signal<readonly Entry[]>([]);
  const nextUndo = computed(() => entries.value.find(({ isUndone }) => !isUndone) ?? null);
  const undoing = createLate(notices, async () => ({
    ...(await import('./undoing.ts')),
    ...(await import('./undo-words.ts')),
  }));
  const nextRedo = computed(() => entries.value.find(({ isUndone }) => isUndone) ?? null);

  async function act(
    build: () => Promise<Plan | null>,
    { continues = null }: { readonly continues?: ActId | null } = {},
  ): Promise<ActId | null> {
    const id = continues ?? hashName(options.nextSeed());
    const written = await commit(async () => {
      const plan = await build();
      if (plan === null) return null;
      const { label, changes, recorded = [], along = [], judgements = [] } = plan;
      const before = continues === null ? null : ((await keeping.get('act', id)) ?? null);
      const after: Act = {
        id,
        schema: 1,
        label,
        place: formatActPlace(shown.place.peek()),
        changes: [...(before?.changes ?? []), ...changes, ...recorded],
        judgements: [...(before?.judgements ?? []), ...judgements.map((judgement) => judgement.id)],
        isUndone: false,
        sequence: 0,
      };
      return [
        ...changes,
        ...along,
        ...judgements.map((judgement) => change('judgement', judgement.id, null, judgement)),
        change('act', id, before, after),
        ...(await forgetActs(id)),
      ];
    });
    return written === null ? null : id;
  }

  const goToWall = (wall: WallId) =>
    void session.enqueue(() => commit(() => buildDeskChange(session, { wall })));

  /** Those that can no longer be redone, and those too far back. */
  async function forgetActs(current: ActId): Promise<RecordChange[]> {
    const others = entries.peek().filter(({ id }) => id !== current);
    const done = others.filter(({ isUndone }) => !isUndone);
    const gone = [...others.filter(({ isUndone }) => isUndone), ...done.slice(depth - 1)];
    const acts = await keeping.getMany(
      'act',
      gone.map(({ id }) => id),
    );
    return acts.flatMap((old) => (old === undefined ? [] : [change('act', old.id, old, null)]));
  }

  return {
    steps: computed(() => entries.value.filter(({ isUndone }) => !isUndone).length),
    undoLabel: computed(() => nextUndo.value?.label ?? null),
    redoLabel: computed(() => nextRedo.value?.label ?? null),
    act,
    async load() {
      const found: Entry[] = [];
      for (let after = {}; ; ) {
        // Few at a time: an act may hold many artworks.
        const page = await keeping.store().page('act', {
          order: 'sequence',
          direction: 'descending',
          limit: 20,
          ...after,
        });
        found.push(...page.items.map(toEntry));
        if (page.next === null) break;
        after = { after: page.next };
      }
      entries.value = found;
    },
    loadUndoing: undoing.load,
    undo: (id = nextUndo.peek()?.id) =>
      undoing.use(async ({ buildUndo, sayUndone }) => {
        const act = id === undefined ? undefined : await keeping.get('act', id);
        if (act === undefined || act.isUndone) return notices.say('Nothing to undo.', { about: 'undo' });
        if ((await commit(() => buildUndo(session, act.id))) !== null)
          await sayUndone(session, act, goToWall);
      }),
    redo: () =>
      undoing.use(async ({ buildRedo, sayRedone }) => {
        const id = nextRedo.peek()?.id;
        const act = id === undefined ? undefined : await keeping.get('act', id);
        if (act === undefined) return notices.say('Nothing to redo.', { about: 'undo' });
        if ((await commit(() => buildRedo(session, act.id))) !== null)
          await sayRedone(session, act, goToWall);
      }),
    follow(changes) {
      const next = new Map(entries.peek().map((entry) => [entry.id, entry]));
      let isChanged = false;
      for (const one of changes) {
        if (one.record !== 'act') continue;
        isChanged = true;
        if (one.after === null) next.delete(one.id);
        else next.set(one.id, toEntry(one.after));
      }
      if (isChanged) entries.value = [...next.values()].sort((a, b) => b.sequence - a.sequence);
    },
  };
}

const toEntry = ({ id, label, isUndone, sequence }: Act): Entry => ({ id, label, isUndone, sequence });
