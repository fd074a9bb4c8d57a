// Names for colors as a person would say them: 24 hues by five tones, paler rows for colors that are nearly grey.
import { oklchToOklab } from '#core/math/color.ts';

type Tones = readonly [pale: string, light: string, plain: string, deep: string, dark: string];

/** By OKLCH hue, every 15 degrees from 0. */
const hues: readonly Tones[] = [
  ['pale pink', 'pink', 'bright pink', 'deep raspberry', 'dark plum'],
  ['pale pink', 'pink', 'rose', 'crimson', 'dark wine'],
  ['pale pink', 'coral', 'red', 'deep red', 'dark red'],
  ['pale peach', 'coral', 'orange red', 'rust', 'dark brown'],
  ['pale peach', 'orange', 'burnt orange', 'brown', 'dark brown'],
  ['pale apricot', 'apricot', 'ochre', 'brown', 'dark brown'],
  ['pale yellow', 'gold', 'ochre', 'olive brown', 'dark olive'],
  ['pale yellow', 'yellow', 'mustard', 'olive', 'dark olive'],
  ['pale lime', 'lime', 'moss green', 'deep moss green', 'dark olive'],
  ['pale green', 'light green', 'green', 'deep green', 'dark green'],
  ['pale green', 'light green', 'green', 'deep green', 'dark green'],
  ['pale mint', 'mint', 'jade', 'deep green', 'dark green'],
  ['pale mint', 'mint', 'jade', 'deep teal', 'dark teal'],
  ['pale aqua', 'turquoise', 'teal', 'deep teal', 'dark teal'],
  ['pale aqua', 'light teal', 'teal', 'deep teal', 'dark teal'],
  ['pale blue', 'sky blue', 'blue', 'deep blue', 'dark blue'],
  ['pale blue', 'light blue', 'blue', 'deep blue', 'dark blue'],
  ['pale blue', 'light blue', 'blue', 'deep blue', 'navy'],
  ['pale blue', 'light blue', 'blue', 'deep blue', 'navy'],
  ['pale lavender', 'lavender', 'violet', 'deep violet', 'dark violet'],
  ['pale lavender', 'lavender', 'violet', 'deep violet', 'dark violet'],
  ['pale lilac', 'lilac', 'purple', 'deep purple', 'dark purple'],
  ['pale lilac', 'orchid', 'magenta', 'deep magenta', 'dark purple'],
  ['pale pink', 'pink', 'magenta', 'deep magenta', 'dark plum'],
];

/** Nearly grey, every 30 degrees from 0. */
const mutedHues: readonly Tones[] = [
  ['pale pink', 'dusty pink', 'mauve', 'deep mauve', 'dark plum'],
  ['pale pink', 'dusty pink', 'dusty rose', 'reddish brown', 'dark brown'],
  ['cream', 'beige', 'tan', 'brown', 'dark brown'],
  ['cream', 'sand', 'khaki', 'olive brown', 'dark olive brown'],
  ['cream', 'pale olive', 'olive', 'olive', 'dark olive'],
  ['pale sage', 'sage', 'sage', 'grey green', 'dark green'],
  ['pale sage', 'sage', 'grey green', 'grey green', 'dark green'],
  ['pale grey blue', 'light grey blue', 'grey blue', 'slate', 'dark slate'],
  ['pale grey blue', 'light grey blue', 'grey blue', 'slate', 'dark slate'],
  ['pale grey blue', 'light grey blue', 'grey blue', 'slate', 'dark slate'],
  ['pale lilac', 'grey lilac', 'grey violet', 'deep grey violet', 'dark violet'],
  ['pale mauve', 'light mauve', 'mauve', 'deep mauve', 'dark plum'],
];

const greys: Tones = ['pale grey', 'light grey', 'grey', 'deep grey', 'dark grey'];

/** The name of an OKLab color; chroma below .02 is grey, lightness below .18 near black. */
export function nameColor(lightness: number, a: number, b: number): string {
  const chroma = Math.sqrt(a * a + b * b);
  if (lightness < 0.18) return 'near black';
  if (chroma < 0.02) return lightness > 0.95 ? 'white' : greys[toneIndex(lightness)]!;
  // The same chroma shows less in a light color than in a dark one, and least round yellow.
  const isYellowish = b > Math.abs(a) * 1.4;
  const isMuted =
    chroma < (isYellowish ? Math.min(0.095, 0.02 + 0.11 * lightness) : 0.02 + 0.045 * lightness);
  const name = nearestHue(isMuted ? mutedHues : hues, a, b)[toneIndex(lightness)]!;
  return chroma > 0.13 ? name.replace(/^pale /, '') : name;
}

const toneIndex = (lightness: number) =>
  lightness >= 0.84 ? 0 : lightness >= 0.68 ? 1 : lightness >= 0.52 ? 2 : lightness >= 0.36 ? 3 : 4;

/** The row whose direction in the a-b plane is nearest. */
function nearestHue(rows: readonly Tones[], a: number, b: number): Tones {
  let best = rows[0]!;
  let bestDot = Number.NEGATIVE_INFINITY;
  for (const [index, row] of rows.entries()) {
    const [, rowA, rowB] = oklchToOklab(0, 1, (index * 360) / rows.length);
    const dot = a * rowA + b * rowB;
    if (dot > bestDot) {
      best = row;
      bestDot = dot;
    }
  }
  return best;
}

const nameWords = new Set(
  [...hues, ...mutedHues, greys, ['near black', 'white']].flat().flatMap((name) => name.split(' ')),
);

/** Whether names of colors use it: `plum`, `teal`; not `pale` or `deep`. */
export const isColorWord = (word: string) => nameWords.has(word) && !plainWords.has(word);

const plainWords = new Set(['pale', 'light', 'bright', 'deep', 'dark', 'near', 'dusty']);
