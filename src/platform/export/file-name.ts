import type { Size } from '#core/cppn/pixels.ts';
import type { Seed } from '#core/math/random.ts';

const TITLE_LETTERS = 60;

/**
 * A name any system takes: `plum-lit-1080.png`, with the seed before the size, or the word `artwork`, when there is one. Only letters and digits of the
 * title are kept, of any script, so no path, reserved sign, control or direction mark comes through.
 */
export function fileNameFor(title: string, seed: Seed | null | undefined, kind: Size | 'artwork'): string {
  const words = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/['\u2019]/g, '')
    // Stacked marks are kept to two a letter.
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  const name = trim([...trim(words)].slice(0, TITLE_LETTERS).join(''));
  const end = kind === 'artwork' ? kind : sizeWords(kind);
  return `${[name === '' ? 'palate' : name, ...(seed == null ? [] : [seed]), end].join('-')}.png`;
}

const sizeWords = ({ widthPx, heightPx }: Size) =>
  widthPx === heightPx ? `${widthPx}` : `${widthPx}x${heightPx}`;

/** No dash or bare mark at either end. */
const trim = (words: string) => words.replace(/^[-\p{M}]+|-+$/gu, '');
