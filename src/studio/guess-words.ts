// What the critic says about its guesses. It may be wrong in the first person.
import type { Stars } from '#core/gallery/records.ts';
import type { Explanation } from '#core/taste/critic.ts';
import type { Guess } from '#core/taste/guess.ts';
import type { Reason, Ring } from './critic-view.ts';

/** The disc a guess is nearest to. */
export const starsOf = ({ stars }: Guess) => Math.min(Math.max(Math.round(stars), 1), 5) as Stars;

/** `isFresh`: it is the latest. */
export function ringBeside(stars: Stars, guess: Guess, isFresh: boolean): Ring {
  const guessed = starsOf(guess);
  return { stars: guessed, words: null, sentence: describeMiss(stars, guessed), isHunch: false, isFresh };
}

/** For a picture that is not rated. */
export function ringAlone(guess: Guess, isHunch: boolean, isFresh: boolean): Ring {
  const stars = starsOf(guess);
  const words = `${isHunch ? 'a hunch' : 'my guess'}: ${stars}`;
  return { stars, words, sentence: `${isHunch ? 'A hunch' : 'My guess'}: ${stars} of 5.`, isHunch, isFresh };
}

/** To follow `You gave 4.` */
function describeMiss(stars: Stars, guessed: Stars): string {
  if (stars === guessed) return 'So did I.';
  if (Math.abs(stars - guessed) < 3) return `I had guessed ${guessed}.`;
  return `I had said ${guessed}; I will think about that.`;
}

/** For a column of the duet. */
export function describeColumn(stars: Stars, guessed: Stars): string {
  return stars === guessed ? `You ${stars}, and so did I.` : `You ${stars}, I said ${guessed}.`;
}

const partWords: Record<keyof Explanation['parts'], string> = {
  'tone and chroma': 'Its lights and darks',
  hue: 'Its hues',
  scale: 'How fine it is',
  edges: 'Its edges',
  symmetry: 'Its symmetry',
  layout: 'Where things lie',
  palette: 'How its colours meet',
  'the whole': 'The whole of it',
};

/** What the reasons add up to. */
export const describeExpectation = ({ score }: Explanation) =>
  `I would say ${starsOf({ stars: score, doubt: 0 })}.`;

/** Less than this is nothing to speak of. */
const leastWeight = 0.05;

/** The three heaviest, in stars above or below what the critic would expect of an average picture. */
export function reasonsFrom({ parts }: Explanation): Reason[] {
  return (Object.keys(partWords) as (keyof Explanation['parts'])[])
    .map((name) => ({ words: partWords[name], weight: parts[name] }))
    .filter(({ weight }) => Math.abs(weight) >= leastWeight)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, 3);
}
