import type { Guess } from './guess.ts';

/** A guess made before its rating, and not seen by the person before they rated. */
export interface CountedGuess {
  readonly artwork: string;
  readonly guess: Guess;
  /** 1 to 5, as given after. */
  readonly stars: number;
  /** False for pictures the critic had chosen for this person: no fair sample of pictures. */
  readonly isFair: boolean;
}

/** The same picture rated again, after at least 30 others. */
export interface SecondRating {
  readonly artwork: string;
  readonly first: number;
  readonly again: number;
}
