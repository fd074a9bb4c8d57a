// The critic at work: it learns after every judgement, guesses before every rating, and helps to choose the next wall. All it knows
// is the log; nothing of it is stored but its guesses, in the judgements they were made before.
import { batch, computed, effect, signal } from '@preact/signals-core';
import { readLog } from '#core/gallery/read-log.ts';
import type { ArtworkId, Judgement } from '#core/gallery/records.ts';
import type { Critic } from '#core/taste/critic.ts';
import { createActing } from './acting.ts';
import { isArtwork } from './changes.ts';
import { createMind, hunchCount } from './critic-mind.ts';
import type { CriticView, GuessPreview, Ring, Why } from './critic-view.ts';
import { describeExpectation, reasonsFrom, ringAlone, ringBeside } from './guess-words.ts';
import { enoughJudged } from './judged-count.ts';
import { createJudgementLog, guessShownFor, lastRatings } from './judgement-log.ts';
import { createMeasurements } from './measurements.ts';
import type { Session } from './session.ts';
import type { Viewer } from './showing.ts';
import { watchBoard } from './taste-board.ts';

/** What the rest of the studio asks it. */
export interface CriticAtWork extends CriticView {
  /** What a rating given now must remember: the guess, as the critic stands, and whether it was seen. */
  readonly expect: (artwork: ArtworkId) => Promise<Pick<Judgement, 'guess' | 'wasPeeked'>>;
  /** For choosing a wall's children; nothing while it knows too little. Waits for the latest judgements. */
  readonly steer: () => Promise<{ readonly critic?: Critic }>;
}

/** Fewer judgements than this make a hunch. */
const surerCount = 20;
/** A rating waits no longer for its guess. */
const patienceMs = 300;
/** Mean error, in stars, of guessing at random. */
const randomError = 1.6;
const gaugeCount = 20;
const farthest = 5;

/** Reads the log and begins to learn, in the queue, so that nothing written meanwhile is missed; null when it could not be read. */
export async function startCritic(session: Session, viewers: Viewer[]): Promise<CriticAtWork | null> {
  const { keeping, notices, shown, end, enqueue } = session;
  const acting = createActing(session);
  const log = createJudgementLog(keeping);
  const measurements = createMeasurements(session);
  const profile = () => shown.desk.value?.profile ?? '';
  const reading = computed(() => readLog(log.judgements.value, profile()));
  const ratings = computed(() => lastRatings(log.judgements.value, profile()));
  const mind = createMind({ session, acting, reading, measurements });

  const peeked = signal<ReadonlySet<ArtworkId>>(new Set());
  const preview = signal<GuessPreview>('at-rest');
  const why = signal<Why | null>(null);
  const fresh = signal<ArtworkId | null>(null);

  const rings = computed(() => {
    const rings = new Map<ArtworkId, Ring>();
    if (preview.value === 'never') return rings;
    for (const [id, { stars, guess }] of ratings.value) {
      if (guess !== null) rings.set(id, ringBeside(stars, guess, id === fresh.value));
    }
    const now = mind.learned.value;
    for (const id of peeked.value) {
      const guess = now?.guesses.get(id);
      if (now === null || guess === undefined || ratings.value.has(id)) continue;
      rings.set(id, ringAlone(guess, now.judgementCount < surerCount, id === fresh.value));
    }
    return rings;
  });

  const gauge = computed(() => {
    const { guesses, judgementCount } = reading.value;
    if (judgementCount < hunchCount) return null;
    const latest = guesses.slice(-gaugeCount);
    const misses = latest.reduce((sum, { guess, stars }) => sum + Math.abs(guess.stars - stars), 0);
    const error = latest.length === 0 ? randomError : misses / latest.length;
    return farthest * Math.min(1, error / randomError);
  });

  async function expect(id: ArtworkId): Promise<Pick<Judgement, 'guess' | 'wasPeeked'>> {
    const shownBefore = guessShownFor(log.judgements.peek(), profile(), id);
    const isRated = ratings.peek().has(id);
    // A critic that was told is no longer guessing: what it had said before stands.
    if (isRated) return { guess: shownBefore, wasPeeked: shownBefore !== null };
    const guess = await inTime((until) => mind.guessOf(id, until));
    const wasPeeked = guess !== null && (peeked.peek().has(id) || shownBefore !== null);
    fresh.value = id;
    return { guess, wasPeeked };
  }

  /** null when it takes longer than a rating may wait. */
  async function inTime<T>(ask: (until: AbortSignal) => Promise<T>): Promise<T | null> {
    let answer: T | null = null;
    const until = AbortSignal.any([AbortSignal.timeout(patienceMs), end.signal]);
    await acting.atOnce(async () => {
      try {
        answer = await ask(until);
      } catch (error) {
        if (!until.aborted) throw error;
      }
    });
    return answer;
  }

  function peek(id: ArtworkId, how: 'asked' | 'rested') {
    if (how === 'rested' && preview.peek() !== 'at-rest') return;
    if (ratings.peek().has(id)) {
      if (how === 'asked' && maySee(id) && !rings.peek().has(id))
        notices.say('You have rated this one already: a guess comes before that.', { about: 'guess' });
      return;
    }
    if (!maySee(id)) return;
    if (mind.learned.peek() === null) {
      if (how === 'asked') notices.say(describeIgnorance(reading.peek().judgementCount), { about: 'guess' });
      return;
    }
    void acting.atOnce(async () => {
      const guess = await mind.guessOf(id, end.signal);
      if (guess === null || ratings.peek().has(id)) return;
      batch(() => {
        fresh.value = id;
        markPeeked(id);
      });
    });
  }

  /** False, and said, where the person wants no guess shown. */
  function maySee(id: ArtworkId): boolean {
    const setting = preview.peek();
    if (setting === 'at-rest' || (setting === 'after-rating' && ratings.peek().has(id))) return true;
    const when = setting === 'never' ? '' : ' before a rating';
    notices.say(`Guesses are not shown${when}. The settings change that.`, { about: 'guess' });
    return false;
  }

  const markPeeked = (id: ArtworkId) => {
    if (!ratings.peek().has(id)) peeked.value = new Set([...peeked.peek(), id]);
  };

  async function explain(id: ArtworkId) {
    if (why.peek()?.artwork === id) {
      why.value = null;
      return;
    }
    if (!maySee(id)) return;
    await acting.atOnce(async () => {
      const found = await mind.explain(id, end.signal);
      if (found === null) {
        notices.say(describeIgnorance(reading.peek().judgementCount), { about: 'guess' });
        return;
      }
      // Who reads the reasons has seen the guess.
      markPeeked(id);
      const { average } = found;
      why.value = { artwork: id, lead: describeExpectation(found), average, reasons: reasonsFrom(found) };
    });
  }

  /** Once: whoever comes back has heard it. */
  function tellFirstHunch() {
    let hasTold = reading.peek().judgementCount >= hunchCount;
    return effect(() => {
      if (mind.learned.value === null || hasTold) return;
      hasTold = true;
      notices.say('I have a first hunch. Rest on a picture and I will guess.', { about: 'hunch' });
    });
  }

  const viewer: Viewer = {
    follow(changes) {
      const isNews = log.follow(changes);
      let hasLost = false;
      for (const one of changes) {
        if (one.record !== 'artwork' || isArtwork(one.after)) continue;
        measurements.forget(one.id);
        hasLost = true;
      }
      if (isNews || hasLost) mind.relearn();
    },
  };

  const begin = async () => {
    await log.load();
    viewers.push(viewer);
    const { board, stop } = watchBoard({ session, acting, reading, measurements });
    const stops = [tellFirstHunch(), mind.start(), stop];
    const halt = () => {
      for (const stopOne of stops) stopOne();
    };
    end.signal.addEventListener('abort', halt, { once: true });
    mind.relearn();
    const critic: CriticAtWork = {
      rings,
      gauge,
      why,
      board,
      isLearning: mind.isLearning,
      peek,
      explain,
      hideWhy: () => (why.value = null),
      setPreview: (next) => (preview.value = next),
      expect,
      async steer() {
        await mind.settled();
        const now = mind.learned.peek();
        return now === null || now.judgementCount < enoughJudged ? {} : { critic: now.critic };
      },
    };
    shown.critic.value = critic;
  };
  await enqueue(() => acting.atOnce(begin));
  return shown.critic.peek();
}

const describeIgnorance = (judgementCount: number) =>
  judgementCount < hunchCount
    ? 'I know nothing about you yet. Rate eight pictures and I will start guessing.'
    : 'I am still learning. Ask again in a moment.';
