// What the critic shows: rings beside discs, the logo, its reasons, and the page Taste. Types only.
import type { ReadonlySignal } from '@preact/signals-core';
import type { Artwork, ArtworkId, Stars } from '#core/gallery/records.ts';

/** The critic, once it is awake. */
export interface CriticView {
  /** Of rated artworks the stored guess, of others the one that was looked at. */
  readonly rings: ReadonlySignal<ReadonlyMap<ArtworkId, Ring>>;
  /** How far the logo's ring is from its disc, [0, 5]; null before the first guess. */
  readonly gauge: ReadonlySignal<number | null>;
  readonly why: ReadonlySignal<Why | null>;
  /** null until it is worked out; kept up only while Taste is in view. */
  readonly board: ReadonlySignal<TasteBoard | null>;
  /** Whether the latest judgements are still being learned. */
  readonly isLearning: ReadonlySignal<boolean>;
  /** Shows the guess for an artwork that is not rated; from then on it is peeked. Says why when there is none. */
  readonly peek: (artwork: ArtworkId, how: 'asked' | 'rested') => void;
  /** Shows the reasons, or hides those that are shown. */
  readonly explain: (artwork: ArtworkId) => Promise<void>;
  readonly hideWhy: () => void;
  readonly setPreview: (preview: GuessPreview) => void;
}

/** When guesses are shown: under the resting pointer, only beside a rating, or not at all. */
export type GuessPreview = 'at-rest' | 'after-rating' | 'never';

/** Disc is the person, ring is the critic. */
export interface Ring {
  /** The disc it goes round. */
  readonly stars: Stars;
  /** Beside the discs of a picture not rated yet: `my guess: 4`. null beside a rating. */
  readonly words: string | null;
  /** To be read after `You gave 5.`, or alone: `I had guessed 4.` */
  readonly sentence: string;
  /** Dashed: from a critic that knows little. */
  readonly isHunch: boolean;
  /** The latest one draws itself. */
  readonly isFresh: boolean;
}

/** Why the critic expects what it expects of one artwork. */
export interface Why {
  readonly artwork: ArtworkId;
  /** `I would say 4.` */
  readonly lead: string;
  /** Stars it expects of an average picture: with all reasons they add up to the guess. */
  readonly average: number;
  /** The heaviest first, three at most. */
  readonly reasons: readonly Reason[];
}

export interface Reason {
  /** `its tones` */
  readonly words: string;
  /** In stars, signed. */
  readonly weight: number;
}

/** The page Taste, all of it worked out from the log. */
export interface TasteBoard {
  /** Artworks with a rating. */
  readonly ratingCount: number;
  /** Ratings, and picks counted as half. */
  readonly judgementCount: number;
  readonly headline: string;
  /** The small print of the headline. */
  readonly below: string;
  /** The last counted guesses, oldest first, 40 at most. */
  readonly duet: readonly DuetColumn[];
  readonly curve: readonly CurvePoint[];
  readonly rates: readonly Rate[];
  /** Mean absolute errors in stars; null without a counted guess. */
  readonly errors: { readonly mine: number; readonly ofAlwaysTheMean: number } | null;
  readonly worth: Worth;
  /** Asked again, to know how far the person agrees with themselves; null when it is not time. */
  readonly again: Artwork | null;
  /** What was rated: five rows, the highest first; empty before the first rating. */
  readonly given: readonly GivenStars[];
}

/** What of the wall would tell the critic most. */
export interface Worth {
  readonly isEarly: boolean;
  /** `3 more ratings, and I begin to guess.` */
  readonly lead: string;
  /** Three at most, each in its place until it is rated; none once the whole wall is. */
  readonly artworks: readonly Artwork[];
}

export interface GivenStars {
  readonly stars: Stars;
  readonly count: number;
  /** The newest first, twelve at most. */
  readonly latest: readonly Artwork[];
}

export interface DuetColumn {
  /** The judgement's place in the log. */
  readonly order: number;
  readonly artwork: ArtworkId;
  readonly title: string;
  /** null when it was deleted since. */
  readonly picture: Artwork | null;
  readonly stars: Stars;
  readonly guess: Stars;
  /** `You 2, I said 4.` */
  readonly sentence: string;
}

/** Shares of pairs in order, in hundredths: [0, 100]. */
export interface Interval {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

export interface CurvePoint extends Interval {
  /** Counted guesses so far. */
  readonly guessCount: number;
}

export interface Rate extends Interval {
  readonly words: string;
  readonly guessCount: number;
  readonly isHeadline: boolean;
}
