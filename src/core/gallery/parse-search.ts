// What a person typed into the search, taken apart.
import { foldText, wordsOf } from './fold-text.ts';

/** Everything must hold. All texts are folded. */
export interface Search {
  /** Each begins a word of title, note, palette, finish or alternative text. */
  readonly words: readonly string[];
  /** Stand in these texts as they are. */
  readonly phrases: readonly string[];
  /** `rating:5`; 0 is not rated. null: any. */
  readonly rating: number | null;
  /** `from:beetroot moon`: the words of an ancestor's title. */
  readonly from: readonly string[];
  /** `finish:lines` */
  readonly finish: string;
  /** `palette:fig` */
  readonly palette: string;
}

const field = /\b(rating|from|finish|palette):\s*("[^"]*"?|)/gi;

/**
 * `rating:`, `finish:` and `palette:` take the next word, `from:` all words up to the next field; any of them, what stands in
 * quotes. Other quotes hold a phrase. Never throws: what says nothing is left out.
 */
export function parseSearch(text: string): Search {
  const folded = foldText(text);
  const found = { rating: '', from: '', finish: '', palette: '' };
  let rest = '';
  let last = 0;
  const matches = [...folded.matchAll(field)];
  for (const [index, match] of matches.entries()) {
    const name = match[1] as keyof typeof found;
    rest += ` ${folded.slice(last, match.index)}`;
    const start = match.index + match[0].length;
    const end = matches[index + 1]?.index ?? folded.length;
    const after = folded.slice(start, end);
    const quoted = match[2]!.replaceAll('"', '');
    const own = match[2] !== '' ? '' : name === 'from' ? after : (/^\s*\S+/.exec(after)?.[0] ?? '');
    found[name] = match[2] !== '' ? quoted : own;
    last = start + own.length;
  }
  rest += ` ${folded.slice(last)}`;
  const phrases = [...rest.matchAll(/"([^"]+)"/g)]
    .map((match) => match[1]!.trim())
    .filter((one) => one !== '');
  return {
    words: wordsOf(rest.replace(/"[^"]+"/g, ' ')),
    phrases,
    rating: /^\s*[0-5]\s*$/.test(found.rating) ? Number(found.rating) : null,
    from: wordsOf(found.from),
    finish: found.finish.trim(),
    palette: found.palette.trim(),
  };
}
