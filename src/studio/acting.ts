import { StoreError } from '#platform/storage/store.ts';
import { WorkerFailure } from '#platform/workers/worker-failure.ts';
import type { Session } from './session.ts';

/** What the parts of the studio do their acts with. */
export interface Acting {
  /** In its turn; until it is done, nothing is called saved. */
  readonly inTurn: (task: () => Promise<unknown>) => Promise<void>;
  /** In its turn, for what only reads. */
  readonly reading: (task: () => Promise<unknown>) => Promise<void>;
  /** At once, beside what is queued. */
  readonly atOnce: (task: () => Promise<unknown>) => Promise<void>;
  /** The same for what is asked: null when there is no answer. */
  readonly asking: <T>(task: () => Promise<T>) => Promise<T | null>;
}

/** Catches what the world does to an act and says it; our own mistakes rise. */
export function createActing({ enqueue, keeping, shown, notices }: Session): Acting {
  async function asking<T>(task: () => Promise<T>): Promise<T | null> {
    if (shown.state.peek().kind === 'outdated') return null;
    try {
      return await task();
    } catch (error) {
      if (error instanceof Error && error.name === 'AbortError') return null;
      if (error instanceof StoreError) {
        if (error.fault === 'outdated') notices.setAlert('outdated', outdatedAlert);
        else if (error.fault === 'closed') notices.setAlert('closed', closedAlert);
        else notices.say('The device did not answer. What was saved is safe. Try again.');
        if (error.fault === 'outdated' || error.fault === 'closed') keeping.lose();
      } else if (error instanceof WorkerFailure) {
        notices.say(
          `That did not work out. Everything kept is safe. Try again. (${faultCodes[error.fault]})`,
        );
      } else throw error;
      return null;
    }
  }

  const atOnce = async (task: () => Promise<unknown>) => void (await asking(task));

  const reading = (task: () => Promise<unknown>) => enqueue(() => atOnce(task));
  return { atOnce, asking, reading, inTurn: (task) => keeping.expect(reading(task)) };
}

export const outdatedAlert = {
  text: 'This tab is out of date. Reload to go on.',
  isLoss: false,
  actions: [],
};

const closedAlert = {
  text: 'Not saved: what this site keeps on this device was closed or cleared. Reload to go on.',
  isLoss: true,
  actions: [],
};

const faultCodes: Record<WorkerFailure['fault'], string> = {
  threw: 'W-1',
  silent: 'W-2',
  crashed: 'W-3',
  'not started': 'W-4',
};
