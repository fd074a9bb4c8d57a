// The place Train: one training at hand, the settings it has, and what can be done with it.
import { batch, computed, effect, type Signal, signal, untracked } from '@preact/signals-core';
import { buildPointSet } from '#core/cppn/point-sets.ts';
import { trainedGenome } from '#core/cppn/trained-genome.ts';
import { defaultSettings, type TrainingSettings } from '#core/cppn/training-settings.ts';
import type { TrainingTarget } from '#core/cppn/training-target.ts';
import { wholeView } from '#core/cppn/view.ts';
import type { Artwork, Collection } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { Conflict } from '#platform/storage/store.ts';
import type { Acting } from './acting.ts';
import { go } from './navigating.ts';
import type { Session } from './session.ts';
import { collectionsTarget, findCollections } from './training-collections.ts';
import { createTrainingLoop } from './training-loop.ts';
import { createTrainingRecords } from './training-records.ts';
import { type EarlierTraining, type ShownTraining, slowerRate, type TrainingRoom } from './training-room.ts';
import { findChoices, paintTarget, titleOfFile } from './training-targets.ts';
import { wordsForBar } from './training-words.ts';

/** Between two writes while it runs: a reload loses no more. */
const keepMs = 1000;

export function createTraining(session: Session, { atOnce }: Acting): TrainingRoom {
  const { options, shown, notices, lookedAt, end } = session;
  const records = createTrainingRecords(session);
  const training: Signal<ShownTraining | null> = signal(null);
  const choices: Signal<readonly Artwork[]> = signal([]);
  const others: Signal<readonly EarlierTraining[]> = signal([]);
  const collections: Signal<readonly Collection[]> = signal([]);
  const refusal: Signal<string | null> = signal(null);
  const pausedFor: Signal<string | null> = signal(null);
  const loop = createTrainingLoop(session, training, keepIfDue);
  const whyNotStart = computed(() => findWhyNot(training.value));
  /** False while something of it would be lost. */
  const isKept = signal(true);
  let keptAtMs = Number.NEGATIVE_INFINITY;
  let keptEpoch = -1;

  async function keepIfDue() {
    isKept.value = false;
    const epoch = training.peek()?.state?.epoch ?? 0;
    // The last portion before it stands still is kept at once: that it is saved is told then.
    const isDue = !loop.isRunning.peek() || options.now() - keptAtMs >= keepMs;
    if (epoch !== keptEpoch && isDue) await keep();
  }

  /** A training that nobody began is not worth a record. */
  async function keep() {
    const at = training.peek();
    if (at === null || at.state === null) return;
    keptAtMs = options.now();
    keptEpoch = at.state.epoch;
    try {
      await records.keep(at);
      if (training.peek()?.state === at.state && !loop.isRunning.peek()) isKept.value = true;
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      loop.leave();
      notices.say('Trained in another tab. Showing the newer.');
      const newer = await records.read(at.id);
      if (newer) put(newer);
    }
  }

  function put(next: ShownTraining) {
    loop.leave();
    keptEpoch = next.state?.epoch ?? -1;
    batch(() => {
      isKept.value = true;
      training.value = next;
      refusal.value = null;
      pausedFor.value = null;
    });
    void atOnce(loop.look);
    void atOnce(async () => {
      others.value = await records.list();
    });
  }

  /** What was trained so far stays as a training of its own. */
  function begin(target: TrainingTarget, settings: TrainingSettings) {
    const id = hashName(options.nextSeed());
    const before = training.peek();
    const next = { id, createdAtMs: options.now(), target, settings, state: null, step: null };
    if (before?.state) void atOnce(async () => records.keep(before).then(() => put(next)));
    else put(next);
  }

  function beginWith(target: TrainingTarget) {
    const at = training.peek();
    const isLike = at !== null && at.target.kind === target.kind;
    const seed = options.nextSeed();
    begin(target, isLike ? { ...at.settings, seed } : defaultSettings(target.kind, seed));
  }

  async function show(id: string | null) {
    choices.value = await findChoices(session);
    collections.value = await findCollections(session);
    if (training.peek() !== null && (id === null || training.peek()!.id === id)) return;
    await keep();
    const wanted = id ?? (await records.latest());
    const found = wanted === null ? undefined : await records.read(wanted);
    if (found) return put(found);
    if (id !== null) {
      notices.say(
        found === null
          ? 'That training is of another version. It is kept as it is.'
          : 'That training is not here.',
      );
    }
    const [first] = choices.peek();
    if (training.peek() === null && first !== undefined) await copyArtwork(first);
  }

  async function copyArtwork(artwork: Artwork) {
    beginWith(await paintTarget(session, artwork, end.signal));
  }

  async function copyFile(file: File) {
    refusal.value = null;
    const opened = await options.workers.run('openPicture', file, { signal: end.signal });
    if (opened.kind === 'refused') {
      refusal.value = opened.sentence;
      return;
    }
    beginWith({ ...opened, title: titleOfFile(file.name), from: file.name.slice(0, 300) });
  }

  async function run() {
    await loop.run();
    await keep();
    const ended = training.peek()?.state?.ended;
    if (ended === 'done' && shown.place.peek().kind !== 'train') {
      const { target, settings } = training.peek()!;
      notices.say(`${target.title} is trained: ${settings.epochs} epochs.`, {
        action: { label: 'Look', run: () => go(session, { kind: 'train', training: null }) },
      });
    }
  }

  function start() {
    const at = training.peek();
    if (at === null || loop.isRunning.peek() || whyNotStart.peek() !== null) return;
    const { state, settings } = at;
    pausedFor.value = null;
    if (state?.ended === 'diverged') return trySlower();
    if (state !== null && state.epoch >= settings.epochs) {
      const epochs = Math.min(4096, state.epoch + Math.max(10, Math.round(settings.epochs / 2)));
      training.value = { ...at, settings: { ...settings, epochs }, state: { ...state, ended: 'not' } };
    }
    void atOnce(run);
  }

  /** A portion is still under way, and is kept when it comes. */
  function pause() {
    if (loop.isRunning.peek()) isKept.value = false;
    loop.pause();
  }

  function trySlower() {
    const at = training.peek();
    if (at === null) return;
    const { state, settings } = at;
    const next: TrainingSettings = { ...settings, learningRate: slowerRate(settings.learningRate) };
    // Its momentum was the run's that ran away; its weights are the best already.
    const from = state?.best ? { ...state, ended: 'not' as const, memory: null } : null;
    training.value = { ...at, settings: next, state: from };
    void atOnce(run);
  }

  function changeSettings(changes: Partial<TrainingSettings>) {
    const at = training.peek();
    if (at === null) return;
    const next = { ...at.settings, ...changes };
    const isOther = changes.hidden !== undefined || (changes.loss ?? at.settings.loss) !== at.settings.loss;
    if (isOther && at.state !== null) return begin(at.target, next);
    const { state } = at;
    const epochs = Math.max(next.epochs, state?.epoch ?? 0);
    const isDone = state !== null && state.epoch >= epochs;
    const ended = state?.ended === 'diverged' ? 'diverged' : isDone ? 'done' : 'not';
    // Another rule remembers other things of the steps before.
    const memory = next.optimizer === at.settings.optimizer ? state?.memory : null;
    training.value = {
      ...at,
      settings: { ...next, epochs },
      state: state && { ...state, ended, memory: memory ?? null },
    };
  }

  async function takeToEasel(weights: Float32Array<ArrayBuffer>, epoch: number) {
    const { target, settings } = training.peek()!;
    const genome = trainedGenome(target, settings, weights);
    const { altText } = await options.workers.run('describe', genome, { signal: end.signal });
    const artwork: Artwork = {
      id: hashName(options.nextSeed()),
      schema: 2,
      title: `${target.title} after ${epoch} ${epoch === 1 ? 'epoch' : 'epochs'}`,
      altText,
      note: '',
      genome,
      view: wholeView,
      origin: { kind: 'trained', from: target.kind === 'picture' ? target.from : null },
      isHung: false,
      hungSequence: 0,
      createdAtMs: options.now(),
      sequence: 0,
    };
    lookedAt.set(artwork.id, artwork);
    go(session, { kind: 'art', artwork: artwork.id });
  }

  const stop = effect(() => {
    const place = shown.place.value;
    const isReady = shown.state.value.kind === 'ready';
    if (place.kind === 'train' && isReady) untracked(() => void atOnce(() => show(place.training)));
  });
  end.signal.addEventListener('abort', stop, { once: true });

  return {
    training,
    isRunning: loop.isRunning,
    epochsPerSecond: loop.epochsPerSecond,
    examined: loop.examined,
    choices,
    collections: computed(() => collections.value.map(({ name }) => name)),
    earlier: computed(() => others.value.filter(({ id }) => id !== training.value?.id)),
    whyNotStart,
    refusal,
    pausedFor,
    words: computed(() =>
      wordsForBar(loop, isKept.value, training.value, shown.place.value.kind === 'train'),
    ),
    actions: {
      show: (id) => atOnce(() => show(id)),
      start,
      pause,
      toggle: () => (loop.isRunning.peek() ? pause() : start()),
      pauseToSave(why) {
        if (!loop.isRunning.peek()) return;
        pausedFor.value = why;
        pause();
      },
      step: () =>
        atOnce(async () => {
          if (whyNotStart.peek() !== null) return;
          pausedFor.value = null;
          await loop.step();
          await keep();
        }),
      startOver() {
        const at = training.peek();
        if (at !== null) begin(at.target, { ...at.settings, seed: options.nextSeed() });
      },
      trySlower,
      changeSettings,
      copyArtwork: (artwork) => atOnce(() => copyArtwork(artwork)),
      copyFile: (file) => atOnce(() => copyFile(file)),
      tellApart: (points) =>
        beginWith(typeof points === 'string' ? buildPointSet(points, options.nextSeed()) : points),
      tellCollectionsApart: () =>
        atOnce(async () => beginWith(await collectionsTarget(session, collections.peek(), end.signal))),
      takeToEasel: (milestone) =>
        atOnce(async () => {
          const state = training.peek()?.state;
          if (!state) return;
          const { weights, epoch } = milestone ?? state;
          await takeToEasel(weights, epoch);
        }),
      keep: () => atOnce(keep),
    },
  };
}

/** Fewer could not be shared out among those that are trained on and those that never are. */
const leastPoints = 8;

function findWhyNot(training: ShownTraining | null): string | null {
  if (training === null) return 'Choose something to learn from first.';
  const { target } = training;
  if (target.kind === 'picture') return null;
  const { length } = target.classes;
  if (length < leastPoints) return `Place ${leastPoints - length} more points first.`;
  return new Set(target.classes).size < 2 ? 'Place points of a second class first.' : null;
}
