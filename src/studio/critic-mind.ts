// How the critic learns: from the whole log after each judgement, in a worker, the newest log winning.
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import { artworksOf, examplesOf, type LogReading } from '#core/gallery/read-log.ts';
import type { ArtworkId } from '#core/gallery/records.ts';
import type { Critic, Explanation } from '#core/taste/critic.ts';
import { measureDoubtScale } from '#core/taste/doubt-scale.ts';
import type { Guess } from '#core/taste/guess.ts';
import { PICK_LIMIT } from '#core/taste/train-critic.ts';
import type { Acting } from './acting.ts';
import type { Measurements } from './measurements.ts';
import type { Session } from './session.ts';

/** From this many judgements on it guesses. */
export const hunchCount = 8;

/** What was learned from one state of the log. */
export interface Learned {
  readonly critic: Critic;
  readonly judgementCount: number;
  /** Of what is or was in view. */
  readonly guesses: Map<ArtworkId, Guess>;
}

export interface Mind {
  /** null while it knows too little. */
  readonly learned: ReadonlySignal<Learned | null>;
  readonly isLearning: ReadonlySignal<boolean>;
  readonly relearn: () => void;
  /** Resolves once the latest judgements are learned, or could not be. */
  readonly settled: () => Promise<void>;
  readonly guessOf: (artwork: ArtworkId, signal: AbortSignal) => Promise<Guess | null>;
  readonly explain: (artwork: ArtworkId, signal: AbortSignal) => Promise<Explanation | null>;
  /** Guesses what comes into view from now on, until the returned function is called. */
  readonly start: () => () => void;
}

/** Every critic's own: the same log makes the same critic. */
const seed = 8;

interface MindParts {
  readonly session: Session;
  readonly acting: Acting;
  readonly reading: ReadonlySignal<LogReading>;
  readonly measurements: Measurements;
}

export function createMind({ session, acting, reading, measurements }: MindParts): Mind {
  const { options, shown, end } = session;
  const learned = signal<Learned | null>(null);
  const isLearning = signal(false);
  let hasNews = false;
  let work: Promise<void> = Promise.resolve();

  /** What is begun is learned to its end: whoever rates faster than it learns would never be guessed at otherwise. */
  function relearn() {
    hasNews = true;
    if (!isLearning.peek()) work = learnAll();
  }

  async function learnAll() {
    isLearning.value = true;
    try {
      while (hasNews) {
        hasNews = false;
        await acting.atOnce(() => learn(end.signal));
      }
    } finally {
      isLearning.value = false;
    }
  }

  async function learn(until: AbortSignal) {
    const read = reading.peek();
    const { judgementCount } = read;
    if (judgementCount < hunchCount) {
      learned.value = null;
      return;
    }
    // What it would not learn from is not measured either.
    const recent = { ...read, picks: read.picks.slice(-PICK_LIMIT) };
    const seen = await measurements.of(artworksOf(recent), { signal: until });
    const examples = examplesOf(recent, (id) => seen.get(id));
    const request = { examples, seed, doubtScale: measureDoubtScale(read.guesses) };
    const critic = await options.workers.run('learn', request, { signal: until });
    const guesses = await guessAll(critic, inView(), until);
    learned.value = { critic, judgementCount, guesses };
  }

  async function guessAll(critic: Critic, artworks: readonly ArtworkId[], until: AbortSignal) {
    const guesses = new Map<ArtworkId, Guess>();
    const seen = [...(await measurements.of(artworks, { signal: until, priority: 'sharp' }))];
    if (seen.length === 0) return guesses;
    const pictures = seen.map(([, statistics]) => statistics);
    const made = await options.workers.run('guess', { critic, pictures }, { signal: until });
    for (const [index, [id]] of seen.entries()) guesses.set(id, made[index]!);
    return guesses;
  }

  function inView(): ArtworkId[] {
    const easel = shown.easel.peek()?.artwork;
    const tiles = shown.wall.peek()?.tiles ?? [];
    return [...tiles.map(({ artwork }) => artwork.id), ...(easel === undefined ? [] : [easel.id])];
  }

  const settled = () => (isLearning.peek() ? work : Promise.resolve());

  async function guessOf(id: ArtworkId, until: AbortSignal): Promise<Guess | null> {
    if (learned.peek() === null) await Promise.race([settled(), whenAborted(until)]);
    const now = learned.peek();
    if (now === null) return null;
    if (!now.guesses.has(id)) {
      for (const [other, guess] of await guessAll(now.critic, [id], until)) now.guesses.set(other, guess);
    }
    return now.guesses.get(id) ?? null;
  }

  return {
    learned,
    isLearning,
    relearn,
    settled,
    guessOf,
    async explain(id, until) {
      const now = learned.peek();
      const picture = (await measurements.of([id], { signal: until, priority: 'awaited' })).get(id);
      if (now === null || picture === undefined) return null;
      return options.workers.run('explain', { critic: now.critic, picture }, { signal: until });
    },
    start: () =>
      effect(() => {
        void shown.wall.value?.tiles;
        void shown.easel.value?.artwork.id;
        untracked(() => {
          const now = learned.peek();
          const missing = inView().filter((id) => now !== null && !now.guesses.has(id));
          if (now === null || missing.length === 0) return;
          void acting.atOnce(async () => {
            for (const [id, guess] of await guessAll(now.critic, missing, end.signal)) {
              now.guesses.set(id, guess);
            }
          });
        });
      }),
  };
}

/** Never resolves. */
const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
