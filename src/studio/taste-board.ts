// The page Taste: worked out from the log in a worker, and only while it is looked at.
import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals-core';
import type { LogReading } from '#core/gallery/read-log.ts';
import type { Artwork, Stars } from '#core/gallery/records.ts';
import type { HitRate } from '#core/taste/hit-rate.ts';
import type { Scoreboard } from '#core/taste/scoreboard.ts';
import type { Acting } from './acting.ts';
import { isArtwork } from './changes.ts';
import { hunchCount } from './critic-mind.ts';
import type { DuetColumn, GivenStars, Interval, Rate, TasteBoard } from './critic-view.ts';
import { chooseAgain, chooseFirst } from './first-to-rate.ts';
import { describeColumn, starsOf } from './guess-words.ts';
import type { Measurements } from './measurements.ts';
import type { Session } from './session.ts';

export interface BoardParts {
  readonly session: Session;
  readonly acting: Acting;
  readonly reading: ReadonlySignal<LogReading>;
  readonly measurements: Measurements;
}

const duetCount = 40;
const givenCount = 12;
const allStars = [5, 4, 3, 2, 1] as const;
/** Fewer make no curve: nearly anything would be within their interval. */
const leastGuesses = 10;
/** Of the resampling: the same log gives the same figures. */
const seed = 40;

/** Keeps the board up while Taste is in view, until `stop` is called. */
export function watchBoard(parts: BoardParts) {
  const { session, acting, reading } = parts;
  const { shown, surface, end } = session;
  const board = signal<TasteBoard | null>(null);
  let newest: AbortController | null = null;

  const stop = effect(() => {
    const isSeen = surface.value.kind === 'taste';
    const read = reading.value;
    const tiles = shown.wall.value?.tiles;
    if (!isSeen) return;
    untracked(() => {
      newest?.abort(new DOMException('There is a newer board.', 'AbortError'));
      newest = new AbortController();
      const until = AbortSignal.any([newest.signal, end.signal]);
      const wall = (tiles ?? []).map(({ artwork }) => artwork);
      void acting.atOnce(async () => {
        const next = await buildBoard(parts, read, wall, board.peek()?.worth.artworks ?? [], until);
        until.throwIfAborted();
        board.value = next;
      });
    });
  });
  return { board, stop };
}

async function buildBoard(
  { session, measurements }: BoardParts,
  read: LogReading,
  wall: readonly Artwork[],
  worthBefore: readonly Artwork[],
  until: AbortSignal,
): Promise<TasteBoard> {
  const { guesses, secondRatings, judgementCount, ratings } = read;
  const scoring = session.options.workers.run(
    'score',
    { guesses, secondRatings, judgementCount, seed },
    { signal: until },
  );
  const askAgain = chooseAgain(read);
  const [{ board, trace }, duet, given, again, worth] = await Promise.all([
    scoring,
    buildDuet(session, read),
    buildGiven(session, read),
    askAgain === null ? undefined : session.keeping.get('artwork', askAgain),
    chooseFirst(read, wall, worthBefore, measurements, until),
  ]);
  return {
    ratingCount: ratings.length,
    judgementCount,
    headline: board.sentence,
    below: describeBelow(board),
    duet,
    curve: trace
      .filter(({ guessCount }) => guessCount >= leastGuesses)
      .map(({ guessCount, rate }) => ({ guessCount, ...intervalOf(rate) })),
    rates: board.headline === null ? [] : ratesOf(board),
    errors:
      board.meanError === null || board.meanErrorOfMean === null
        ? null
        : { mine: board.meanError, ofAlwaysTheMean: board.meanErrorOfMean },
    worth: {
      isEarly: board.state === 'knows nothing',
      lead: describeLead(board),
      artworks: worth,
    },
    again: isArtwork(again) ? again : null,
    given,
  };
}

async function buildDuet({ keeping }: Session, { guesses }: LogReading): Promise<DuetColumn[]> {
  const latest = guesses.slice(-duetCount);
  const records = await keeping.getMany(
    'artwork',
    latest.map(({ artwork }) => artwork),
  );
  return latest.map(({ artwork, guess, stars }, index) => {
    const record = records[index];
    const given = stars as Stars;
    return {
      order: guesses.length - latest.length + index,
      artwork,
      title: record?.title ?? 'A forgotten picture',
      picture: isArtwork(record) ? record : null,
      stars: given,
      guess: starsOf(guess),
      sentence: describeColumn(given, starsOf(guess)),
    };
  });
}

async function buildGiven({ keeping }: Session, { ratings }: LogReading): Promise<GivenStars[]> {
  if (ratings.length === 0) return [];
  const rows = allStars.map((stars) => ratings.filter((rating) => rating.stars === stars));
  const newest = rows.map((row) => row.slice(-givenCount).reverse());
  const records = await keeping.getMany(
    'artwork',
    newest.flat().map(({ artwork }) => artwork),
  );
  const known = new Map(records.filter(isArtwork).map((artwork) => [artwork.id, artwork]));
  return allStars.map((stars, row) => ({
    stars,
    count: rows[row]!.length,
    latest: newest[row]!.flatMap(({ artwork }) => known.get(artwork) ?? []),
  }));
}

function describeLead({ state, judgementCount, guessCount }: Scoreboard): string {
  if (state === 'knows nothing') {
    const left = Math.ceil(hunchCount - judgementCount);
    return `${left === 1 ? 'One more rating' : `${left} more ratings`}, and I begin to guess.`;
  }
  const left = leastGuesses - guessCount;
  if (left > 1) return `Each has a guess of mine behind it. ${left} more, and I can be held against chance.`;
  if (left === 1) return 'Each has a guess of mine behind it. One more, and I can be held against chance.';
  return 'They are least like anything you have rated, and tell me most.';
}

function describeBelow({ state, headline, selfAgreement }: Scoreboard): string {
  if (state === 'knows nothing') {
    return 'A rating is one to five discs under a picture. A wall bred from your picks counts as half of one.';
  }
  if (headline === null && selfAgreement === null)
    return 'I guess before each rating you give: only such guesses count.';
  const range =
    headline === null
      ? ''
      : ` By luck alone, ${hundredths(headline.share)} in 100 could as well be ${hundredths(headline.low)} or ${hundredths(headline.high)}.`;
  const own =
    selfAgreement === null
      ? ''
      : ` You, asked the same thing twice, agree with yourself ${Math.round(10 * selfAgreement)} times in 10.`;
  return `Chance is 5 times in 10.${own}${range}`;
}

function ratesOf({ all, fair, fairCount, guessCount, headline }: Scoreboard): Rate[] {
  const rows: Rate[] = [];
  if (all !== null) {
    const words = 'All guesses';
    rows.push({ words, guessCount, isHeadline: headline === all, ...intervalOf(all) });
  }
  if (fair !== null && fairCount >= leastGuesses && fairCount < guessCount) {
    const words = 'Where I chose nothing';
    rows.push({ words, guessCount: fairCount, isHeadline: headline === fair, ...intervalOf(fair) });
  }
  return rows;
}

const hundredths = (share: number) => Math.round(100 * share);

const intervalOf = ({ share, low, high }: HitRate): Interval => ({
  share: hundredths(share),
  low: hundredths(low),
  high: hundredths(high),
});
