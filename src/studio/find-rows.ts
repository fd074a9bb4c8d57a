// What the command palette offers for what is typed: rows of several kinds, ranked alike.
import type { Palette } from '#core/cppn/palette.ts';
import { createAnswerer } from '#core/gallery/answer-card.ts';
import { parseAsk, scorePalette } from '#core/gallery/ask.ts';
import { buildCard, type Card } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';

export interface FindRow {
  /** Its own for as long as the thing it stands for: recent rows are remembered by it. */
  readonly id: string;
  readonly words: string;
  readonly kind: 'act' | 'place' | 'artwork' | 'palette' | 'sketch' | 'setting' | 'ask';
  /** At the right: where it is, or what it is done to. */
  readonly detail: string;
  /** The key that does the same, as the table writes it; empty without one. */
  readonly key: string;
  /** Further words it is found by. */
  readonly also?: string;
  readonly artwork?: Artwork;
  readonly palette?: Palette;
  /** Of an artwork that is not read yet. */
  readonly card?: Card;
  /** What has to be there before it can be done: a sentence. It is found by typing only, and says it. */
  readonly needs?: string;
  /** Only found by typing, or once it was used. */
  readonly isUnlisted?: boolean;
  readonly run: () => void;
}

/** With nothing typed: recent rows, then all others of a kind that is worth listing. */
const listedKinds: readonly FindRow['kind'][] = ['act', 'place', 'setting'];

export interface FindOptions {
  /** Ids, the latest first. */
  readonly recent: readonly string[];
  readonly limit: number;
}

/** The rows that fit what is typed, the best first; of equals, the more recently used, then the order given. */
export function rankRows(
  rows: readonly FindRow[],
  text: string,
  { recent, limit }: FindOptions,
): readonly FindRow[] {
  const query = text.trim().toLowerCase();
  const recency = ({ id }: FindRow) => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  if (query === '') {
    const listed = rows.filter(
      (row) =>
        row.needs === undefined &&
        ((listedKinds.includes(row.kind) && row.isUnlisted !== true) || recent.includes(row.id)),
    );
    return listed.sort((a, b) => recency(a) - recency(b)).slice(0, limit);
  }
  return rows
    .flatMap((row) => {
      const match = Math.max(scoreMatch(query, row.words), scoreMatch(query, row.also ?? '') - 60);
      const score = row.needs === undefined ? match : match - 60;
      return score > 0 ? [{ row, score: score + (recent.includes(row.id) ? 15 : 0) }] : [];
    })
    .sort((a, b) => b.score - a.score || recency(a.row) - recency(b.row))
    .slice(0, limit)
    .map(({ row }) => row);
}

/**
 * How well `query`, in lower case, fits `words`: its letters in order, better at the beginnings of words and side by side.
 * 0 when they are not all there, or only strewn about.
 */
export function scoreMatch(query: string, words: string): number {
  const text = words.toLowerCase();
  if (query === '' || text === '') return 0;
  const whole = text.indexOf(query);
  const isWordStart = (at: number) => at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]!);
  if (whole >= 0) return 100 + (isWordStart(whole) ? 50 : 0) + (whole === 0 ? 25 : 0) - text.length / 10;
  const parts = query.split(/\s+/);
  if (parts.length > 1) {
    const scores = parts.map((part) => scoreMatch(part, words));
    return scores.every((score) => score > 0) ? Math.min(...scores) - 5 : 0;
  }
  // Each letter is taken where a word begins, or right after the last one; elsewhere it costs.
  let at = -1;
  let score = 50;
  for (const letter of query) {
    const beside = text[at + 1] === letter ? at + 1 : -1;
    let next = beside;
    if (next < 0) {
      next = text.indexOf(letter, at + 1);
      for (let start = next; start >= 0; start = text.indexOf(letter, start + 1)) {
        if (isWordStart(start)) {
          next = start;
          break;
        }
      }
      if (next < 0) return 0;
      score -= isWordStart(next) ? 2 : 24;
    }
    at = next;
  }
  return Math.max(0, score);
}

/** The palettes that hold the colors typed, the best first, at most two: `dark round red` may mean one of them, too. */
export function rankPalettes(rows: readonly FindRow[], text: string): readonly FindRow[] {
  const asked = parseAsk(text);
  return rows
    .flatMap((row) => {
      const score = row.palette === undefined ? 0 : scorePalette(asked, row.palette);
      return score > 0.5 ? [{ row, score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 2)
    .map(({ row }) => row);
}

/** Well answered: two words of three, or one of one. */
const goodAnswer = 0.66;

/** Artworks that look as the words say, the best first, at most three; none unless every word can be asked for. */
export function rankAnswers(rows: readonly FindRow[], text: string): readonly FindRow[] {
  const asked = parseAsk(text);
  const isAllAsked = asked.length > 0 && asked.length === text.trim().split(/\s+/).length;
  if (!isAllAsked) return [];
  const answer = createAnswerer(asked);
  return rows
    .flatMap((row) => {
      const card = row.card ?? (row.artwork && buildCard(row.artwork));
      const score = card === undefined ? 0 : answer(card);
      return score > goodAnswer ? [{ row, score }] : [];
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ row }) => row);
}

/** The words of what is typed that a wall can be asked for in. */
export const askedWords = (text: string) => parseAsk(text).map(({ word }) => word);
