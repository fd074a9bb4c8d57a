// Trainings in the store: the one at hand is written at most once a second, the others are listed and read when asked for.
import { ForeignDataError } from '#core/cppn/foreign-data.ts';
import { parseTrainingRun } from '#core/cppn/parse-training.ts';
import type { Training, TrainingId } from '#core/gallery/records.ts';
import { Conflict } from '#platform/storage/store.ts';
import { change } from './changes.ts';
import { HELD_SEQUENCE } from './keeping.ts';
import type { Session } from './session.ts';
import type { EarlierTraining, ShownTraining } from './training-room.ts';

/** Older ones are let go. What was taken to the easel is an artwork of its own, and stays. */
export const trainingLimit = 12;

export interface TrainingRecords {
  /** undefined: not there. null: there, but of another make; it is kept as it is. */
  readonly read: (id: TrainingId) => Promise<ShownTraining | null | undefined>;
  readonly latest: () => Promise<TrainingId | null>;
  readonly list: () => Promise<readonly EarlierTraining[]>;
  /** Resolves when it is stored, or held. Rejects with Conflict when another tab was here. */
  readonly keep: (training: ShownTraining) => Promise<void>;
}

export function createTrainingRecords({ keeping, enqueue }: Session): TrainingRecords {
  /** As the store has them. */
  const known = new Map<TrainingId, Training>();

  async function readAll(): Promise<readonly Training[]> {
    const query = { order: 'sequence', direction: 'descending', limit: trainingLimit + 1 } as const;
    const { items } = await keeping.store().page('training', query);
    const held = keeping.held('training');
    return [...held, ...items.filter(({ id }) => !held.some((one) => one.id === id))];
  }

  return {
    async read(id) {
      const record = await keeping.get('training', id);
      if (record === undefined) return undefined;
      known.set(id, record);
      try {
        const { target, settings, state } = parseTrainingRun(record.run);
        return { id, createdAtMs: record.createdAtMs, target, settings, state, step: null };
      } catch (error) {
        if (error instanceof ForeignDataError) return null;
        throw error;
      }
    },
    latest: async () => (await readAll())[0]?.id ?? null,
    list: async () =>
      (await readAll()).map(({ id, title, run }) => ({ id, title, epoch: epochOf(run.state) })),
    keep: ({ id, createdAtMs, target, settings, state }) =>
      enqueue(async () => {
        const own = known.get(id) ?? null;
        // What is held already is not asked of the device once a second.
        if (own !== null && keeping.unsaved.peek() !== null) return;
        const before = (await keeping.get('training', id)) ?? null;
        // One that was held has got its sequence since.
        const isOurs = own === null ? before === null : isHeld(own) || own.sequence === before?.sequence;
        if (!isOurs) throw new Conflict('training', id);
        const after: Training = {
          id,
          schema: 1,
          title: target.title,
          createdAtMs,
          run: { schema: 1, target, settings, state },
          sequence: 0,
        };
        const gone = before === null ? (await readAll()).slice(trainingLimit - 1) : [];
        const written = await keeping.write([
          change('training', id, before, after),
          ...gone.map((old) => change('training', old.id, old, null)),
        ]);
        for (const one of written) {
          if (one.record !== 'training') continue;
          if (one.after === null) known.delete(one.id);
          else known.set(one.id, one.after);
        }
      }),
  };
}

const isHeld = ({ sequence }: Training) => sequence > HELD_SEQUENCE;

const epochOf = (state: unknown): number =>
  typeof state === 'object' && state !== null && 'epoch' in state && typeof state.epoch === 'number'
    ? state.epoch
    : 0;
