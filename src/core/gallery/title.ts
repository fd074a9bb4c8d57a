import type { Coloring } from '#core/cppn/coloring.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import type { PictureForm } from './describe-form.ts';
import { type FormKind, nameForm } from './form-kind.ts';
import { capitalized } from './number-words.ts';

/** `Beetroot Moon`: a word for the colors and a word for the form; the seed chooses among those that fit. */
export function titleFor(form: PictureForm, genome: Genome, seed: Seed): string {
  const random = createRandom(seed);
  const colorWord = random.pick(colorWordsFor(form, genome.coloring));
  const formWord = random.pick(formWordsFor(form, genome));
  return formWord.includes(' ') ? `${colorWord}, ${formWord}` : `${colorWord} ${formWord}`;
}

/** The title itself, or with the first roman numeral from II that makes it one of its own: `Beetroot Moon II`. */
export function withNumeral(title: string, taken: ReadonlySet<string>): string {
  if (!taken.has(title)) return title;
  let place = 2;
  while (taken.has(`${title} ${romanNumeral(place)}`)) place++;
  return `${title} ${romanNumeral(place)}`;
}

const formWords: Record<FormKind, readonly string[]> = {
  round: ['Moon', 'Bowl', 'Lens', 'Yolk'],
  band: ['River', 'Hill', 'Shore'],
  mirrored: ['Mask', 'Moth', 'Altar'],
  several: ['Leaves', 'Stones'],
  layers: ['Map', 'Quarry'],
  lines: ['Contour', 'Grain'],
  folds: ['Linen', 'Half Open', 'Ear'],
  tangle: ['Thicket', 'Weather'],
};

const darkWords = ['Night', 'Ember'];
const DARK = 0.3;

function formWordsFor(form: PictureForm, genome: Genome): readonly string[] {
  const { kind } = nameForm(form, genome);
  return [...formWords[kind], ...(form.lightnessMean < DARK ? darkWords : [])];
}

const paletteWords: Record<string, readonly string[]> = {
  'Blood orange': ['Blood Orange'],
  Shellfish: ['Shell', 'Shellfish'],
  'Blueberry milk': ['Blueberry', 'Milk'],
  'Squid ink': ['Ink', 'Squid Ink'],
};

function colorWordsFor({ colors }: PictureForm, coloring: Coloring): readonly string[] {
  if (coloring.kind === 'palette' && coloring.palette.name.trim() !== '') {
    const { name } = coloring.palette;
    return (
      paletteWords[name] ?? [name.trim().split(/\s+/).slice(0, 3).map(capitalized).join(' ').slice(0, 40)]
    );
  }
  return [(colors[0]?.name ?? 'grey').split(' ').map(capitalized).join(' ')];
}

const romanParts = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
] as const;

function romanNumeral(value: number): string {
  let left = value;
  let numeral = '';
  for (const [size, letters] of romanParts) {
    for (; left >= size; left -= size) numeral += letters;
  }
  return numeral;
}
