// Finding artworks among their cards, as fast as one types.
import type { Card } from './card.ts';
import { foldText, wordsOf } from './fold-text.ts';
import { parseSearch, type Search } from './parse-search.ts';
import type { ArtworkId } from './records.ts';

/** A card made ready: it is folded once, and searched many times. */
export interface SearchRow {
  readonly card: Card;
  /** Of title, palette, finishes, note and alternative text, folded. */
  readonly text: string;
  /** Every word with a space before it, so that a word's beginning is found by one search. */
  readonly words: string;
  readonly titleWords: readonly string[];
  readonly palette: string;
}

/** What is known of an artwork that may be an ancestor. */
export interface Kin {
  readonly title: string;
  readonly parents: readonly ArtworkId[];
}

export interface SearchContext {
  /** 0 for none. */
  readonly starsOf: (artwork: ArtworkId) => number;
  readonly kinOf: (artwork: ArtworkId) => Kin | undefined;
}

export function buildSearchRow(card: Card): SearchRow {
  const { title, palette, finishes, note, altText } = card;
  const text = foldText([title, palette, finishes.join(' '), note, altText].join('\n'));
  return {
    card,
    text,
    words: ` ${wordsOf(text).join(' ')}`,
    titleWords: wordsOf(foldText(title)),
    palette: foldText(palette),
  };
}

/** Those that match, in the order given; all of them when nothing is asked for. */
export function searchCards(
  rows: readonly SearchRow[],
  text: string,
  context: SearchContext,
): readonly SearchRow[] {
  const search = parseSearch(text);
  const isFrom = search.from.length === 0 ? null : createAncestry(search.from, context);
  return rows.filter((row) => matches(row, search, context) && (isFrom === null || isFrom(row.card)));
}

function matches(row: SearchRow, search: Search, { starsOf }: SearchContext): boolean {
  const { words, phrases, rating, finish, palette } = search;
  return (
    (rating === null || starsOf(row.card.id) === rating) &&
    (finish === '' || row.card.finishes.some((name) => name.startsWith(finish))) &&
    (palette === '' || row.palette.includes(palette)) &&
    words.every((word) => row.words.includes(` ${word}`)) &&
    phrases.every((phrase) => row.text.includes(phrase))
  );
}

/** Further back nobody remembers, and the stack ends somewhere. */
const DEEPEST = 1000;

/** Whether a card has an ancestor whose title has all these words. Each artwork is looked at once. */
function createAncestry(words: readonly string[], { kinOf }: SearchContext) {
  const isMeant = (title: string) => {
    const own = ` ${wordsOf(foldText(title)).join(' ')}`;
    return words.every((word) => own.includes(` ${word}`));
  };
  const known = new Map<ArtworkId, boolean>();
  /** Whether it, or any before it, is meant. */
  function reaches(id: ArtworkId, depth = 0): boolean {
    const before = known.get(id);
    if (before !== undefined) return before;
    known.set(id, false); // a family that bites its tail ends here
    const kin = kinOf(id);
    const found =
      kin !== undefined &&
      (isMeant(kin.title) || (depth < DEEPEST && kin.parents.some((parent) => reaches(parent, depth + 1))));
    known.set(id, found);
    return found;
  }
  return ({ parents }: Card) => parents.some((parent) => reaches(parent));
}
