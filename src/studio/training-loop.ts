// Asks the workers for one portion after another, and for a look at what came of them.
import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import { rowCountOf } from '#core/cppn/training-target.ts';
import type { Session } from './session.ts';
import type { ShownTraining, TrainingRoom } from './training-room.ts';

/** Between two looks at where it is still wrong. */
const lookMs = 1000;

export interface TrainingLoop {
  readonly isRunning: ReadonlySignal<boolean>;
  readonly epochsPerSecond: ReadonlySignal<number | null>;
  readonly examined: TrainingRoom['examined'];
  /** Resolves when it stands still. */
  readonly run: () => Promise<void>;
  readonly pause: () => void;
  readonly step: () => Promise<void>;
  /** Looks at what is shown now. */
  readonly look: () => Promise<void>;
  /** Lets go of everything under way: another training is shown. */
  readonly leave: () => void;
}

/** `onPortion` hears of every portion that was shown. */
export function createTrainingLoop(
  { options, end }: Session,
  training: Signal<ShownTraining | null>,
  onPortion: () => Promise<void>,
): TrainingLoop {
  const { workers, now } = options;
  const isRunning = signal(false);
  const epochsPerSecond = signal<number | null>(null);
  const examined: Signal<TrainingRoom['examined']['value']> = signal(null);
  let work = new AbortController();
  let portions: Promise<void> | null = null;
  let looking: Promise<void> | null = null;
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  const signalOf = (controller: AbortController) => AbortSignal.any([controller.signal, end.signal]);

  async function trainOnce(length: 'portion' | 'step'): Promise<void> {
    const asked = training.peek();
    if (asked === null) return;
    const { target, settings, state } = asked;
    const { signal: until } = work;
    const trained = await workers.run(
      'train',
      { target, settings, state, length },
      { signal: signalOf(work) },
    );
    const shown = training.peek();
    if (until.aborted || shown === null) return;
    // What another rule remembers is of no use to the one chosen meanwhile.
    const isSameRule = shown.settings.optimizer === settings.optimizer;
    const next = isSameRule ? trained.state : { ...trained.state, memory: null };
    training.value = { ...shown, state: next, step: trained.step ?? shown.step };
    await onPortion();
  }

  async function runPortions(): Promise<void> {
    const speed = createSpeed(now);
    try {
      while (isRunning.peek() && isUnfinished(training.peek())) {
        await trainOnce('portion');
        epochsPerSecond.value = speed(training.peek());
        if (now() - lookedAtMs >= lookMs) void lookQuietly();
      }
    } finally {
      isRunning.value = false;
      epochsPerSecond.value = null;
      portions = null;
    }
    await look();
  }

  /** Whatever ends a look early ends the training too, and is told there. */
  const lookQuietly = () => look().catch(() => {});

  async function look(): Promise<void> {
    // One look at a time: the state is in the mind of the other worker no longer than it takes.
    if (looking !== null) await looking.catch(() => {});
    looking = lookOnce().finally(() => {
      looking = null;
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    const asked = training.peek();
    if (asked === null || asked.state === null) {
      examined.value = null;
      return;
    }
    lookedAtMs = now();
    const { target, settings, state } = asked;
    const { signal: until } = work;
    const result = await workers.run(
      'examine',
      { target, settings, weights: state.weights },
      { signal: signalOf(work) },
    );
    if (!until.aborted) examined.value = { ...result, epoch: state.epoch };
  }

  return {
    isRunning,
    epochsPerSecond,
    examined,
    run() {
      isRunning.value = true;
      portions ??= runPortions();
      return portions;
    },
    pause() {
      isRunning.value = false;
    },
    async step() {
      isRunning.value = false;
      if (portions !== null) await portions;
      await trainOnce('step');
      await look();
    },
    look,
    leave() {
      work.abort(new DOMException('Another training is shown.', 'AbortError'));
      work = new AbortController();
      isRunning.value = false;
      examined.value = null;
      lookedAtMs = Number.NEGATIVE_INFINITY;
    },
  };
}

const isUnfinished = (training: ShownTraining | null) =>
  training !== null && (training.state === null || training.state.ended === 'not');

/** Epochs a second over the last three seconds; null until there is one second to tell from. */
function createSpeed(now: () => number): (training: ShownTraining | null) => number | null {
  const marks: { readonly atMs: number; readonly epochs: number }[] = [];
  return (training) => {
    if (training?.state === null || training === null) return null;
    const { state, settings, target } = training;
    const batchCount = Math.max(1, Math.ceil(rowCountOf(target) / settings.batchSize));
    marks.push({ atMs: now(), epochs: state.epoch + state.batch / batchCount });
    while (marks.length > 2 && marks.at(-1)!.atMs - marks[1]!.atMs > 3000) marks.shift();
    const [first] = marks;
    const last = marks.at(-1)!;
    const seconds = (last.atMs - first!.atMs) / 1000;
    return seconds < 1 ? null : (last.epochs - first!.epochs) / seconds;
  };
}
