import { foldText, wordsOf } from './fold-text.ts';
import type { SearchRow } from './search-cards.ts';

/**
 * What may have been meant by words that nothing matches: at most `count` rows with titles of their own, those with the closest
 * words first. Empty when nothing is close.
 */
export function nearestTitles(rows: readonly SearchRow[], text: string, count = 3): readonly SearchRow[] {
  const asked = wordsOf(foldText(text.replace(/\b\w+:\S*/g, ' ')));
  if (asked.length === 0) return [];
  const distances = new Map<string, number>();
  /** How far a word is from the nearest one asked for, as a share of its length. */
  const distanceOf = (word: string) => {
    const before = distances.get(word);
    if (before !== undefined) return before;
    const nearest = Math.min(...asked.map((one) => shareChanged(one, word)));
    distances.set(word, nearest);
    return nearest;
  };
  const best = new Map<string, { readonly row: SearchRow; readonly distance: number }>();
  for (const row of rows) {
    const { title } = row.card;
    const words = [...row.titleWords, ...wordsOf(row.palette)];
    const distance = words.reduce((least, word) => Math.min(least, distanceOf(word)), 1);
    if (distance <= FAR && !best.has(title)) best.set(title, { row, distance });
  }
  return [...best.values()]
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ row }) => row);
}

/** Half of a word's letters. */
const FAR = 0.5;

/** How much of the longer word must change, [0, 1]. */
function shareChanged(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  // Letters that the other has not got must all change: most words are told to be far by that alone.
  const kept = [...a].filter((letter) => b.includes(letter)).length;
  const least = length - Math.min(kept, b.length);
  return least > FAR * length ? 1 : editDistance(a, b) / length;
}

/** Letters to add, leave out, change, or swap with their neighbor. */
function editDistance(a: string, b: string): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let least = Math.min(old[j]! + 1, row[j - 1]! + 1, old[j - 1]! + (isSame ? 0 : 1));
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (isSwap) least = Math.min(least, older[j - 2]! + 1);
      row.push(least);
    }
    older = old;
    old = row;
  }
  return old[b.length]!;
}
