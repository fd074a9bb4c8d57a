// The log in memory, from its beginning: what the critic reads. Kept up with what is written here and in other tabs.
import { type ReadonlySignal, signal } from '@preact/signals-core';
import type {
  ArtworkId,
  Judgement,
  JudgementId,
  ProfileId,
  RecordChange,
  Stars,
} from '#core/gallery/records.ts';
import type { Guess } from '#core/taste/guess.ts';
import type { Keeping } from './keeping.ts';

export interface JudgementLog {
  /** In the order they were said. */
  readonly judgements: ReadonlySignal<readonly Judgement[]>;
  readonly load: () => Promise<void>;
  /** Whether it is another log now. */
  readonly follow: (changes: readonly RecordChange[]) => boolean;
}

/** Few at a time: each is checked as it is read. */
const pageSize = 100;

export function createJudgementLog(keeping: Keeping): JudgementLog {
  const judgements = signal<readonly Judgement[]>([]);

  return {
    judgements,
    async load() {
      const found = new Map(keeping.held('judgement').map((held) => [held.id, held]));
      for (let after = {}; ; ) {
        const page = await keeping
          .store()
          .page('judgement', { order: 'sequence', direction: 'ascending', limit: pageSize, ...after });
        for (const one of page.items) found.set(one.id, one);
        if (page.next === null) break;
        after = { after: page.next };
      }
      judgements.value = inOrder(found.values());
    },
    follow(changes) {
      const next = new Map(judgements.peek().map((one) => [one.id, one]));
      let isChanged = false;
      for (const one of changes) {
        if (one.record !== 'judgement') continue;
        isChanged = true;
        if (one.after === null) next.delete(one.id);
        else next.set(one.id, one.after);
      }
      if (isChanged) judgements.value = inOrder(next.values());
      return isChanged;
    },
  };
}

const inOrder = (judgements: Iterable<Judgement>) => [...judgements].sort((a, b) => a.sequence - b.sequence);

/** What was said beside each rating that stands. */
export interface RatedWith {
  readonly stars: Stars;
  readonly guess: Guess | null;
}

/** Of each rated artwork its last rating. */
export function lastRatings(
  judgements: readonly Judgement[],
  profile: ProfileId,
): ReadonlyMap<ArtworkId, RatedWith> {
  const withdrawn = new Set<JudgementId>();
  for (const { said } of judgements) if (said.kind === 'withdrawn') withdrawn.add(said.judgement);
  const ratings = new Map<ArtworkId, RatedWith>();
  for (const { id, said, guess, profile: owner } of judgements) {
    if (owner !== profile || withdrawn.has(id)) continue;
    if (said.kind === 'stars') ratings.set(said.artwork, { stars: said.stars, guess });
    else if (said.kind === 'cleared') ratings.delete(said.artwork);
  }
  return ratings;
}

/** The guess that was shown beside a rating of the artwork, the latest, even if the rating was withdrawn; null for none. */
export function guessShownFor(
  judgements: readonly Judgement[],
  profile: ProfileId,
  artwork: ArtworkId,
): Guess | null {
  const shown = judgements.findLast(
    ({ said, guess, profile: owner }) =>
      owner === profile && said.kind === 'stars' && said.artwork === artwork && guess !== null,
  );
  return shown?.guess ?? null;
}
