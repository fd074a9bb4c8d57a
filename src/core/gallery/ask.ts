// What a person asks a wall to be like, in a few words, and how near a picture comes to it. No language is understood.
import type { Genome } from '#core/cppn/genome.ts';
import type { Palette } from '#core/cppn/palette.ts';
import { paletteTable, TABLE_SIZE } from '#core/cppn/palette-table.ts';
import { oklchToOklab, type Triple } from '#core/math/color.ts';
import { type AskMeaning, askWords, type ColorTest, type Mood, type Surface } from './ask-words.ts';
import { isColorWord, nameColor } from './color-names.ts';
import type { PictureForm } from './describe-form.ts';
import { nameForm } from './form-kind.ts';

export interface Asked {
  readonly word: string;
  readonly meaning: AskMeaning;
}

/** The words of `text` that mean something here, in order, each once; empty when none does. */
export function parseAsk(text: string): readonly Asked[] {
  const asked = new Map<string, Asked>();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    const meaning =
      askWords.get(word) ?? (isColorWord(word) ? ({ kind: 'color-name', name: word } as const) : null);
    if (meaning !== null) asked.set(word, { word, meaning });
  }
  return [...asked.values()];
}

/** How well a picture answers, [0, 1]: the mean over all words, and none of them quite in vain. */
export function scorePicture(asked: readonly Asked[], form: PictureForm, genome: Genome): number {
  return meanOf(asked, ({ meaning }) => {
    switch (meaning.kind) {
      case 'color':
      case 'color-name': {
        const shares = form.colors.map((color) =>
          isMeant(meaning, color.lab, color.name) ? color.share : 0,
        );
        return Math.min(1, shares.reduce((sum, share) => sum + share, 0) / 0.4);
      }
      case 'form':
        return nameForm(form, genome).kind === meaning.form ? 1 : 0;
      case 'surface':
        return hasSurface(genome, meaning.surface) ? 1 : 0;
      case 'mood':
        return moods[meaning.mood](form);
      default:
        return meaning satisfies never;
    }
  });
}

/** What can be told of a genome before it is painted, [0, 1]: its palette and its finish. */
export function guessAnswer(asked: readonly Asked[], genome: Genome): number {
  const { coloring } = genome;
  const colors = coloring.kind === 'palette' ? colorsOf(coloring.palette) : [];
  return meanOf(asked, ({ meaning }) => {
    switch (meaning.kind) {
      case 'color':
      case 'color-name':
        return shareOfColor(meaning, colors);
      case 'surface':
        return hasSurface(genome, meaning.surface) ? 1 : 0;
      case 'form':
        return meaning.form === 'mirrored' && genome.coordinates.inputs.includes('x-mirrored') ? 1 : 0.5;
      case 'mood':
        return 0.5;
      default:
        return meaning satisfies never;
    }
  });
}

/** How well a palette answers the words for colors among those asked, [0, 1]; 0 when there are none. */
export function scorePalette(asked: readonly Asked[], palette: Palette): number {
  const meant = asked.flatMap(({ meaning }) =>
    meaning.kind === 'color' || meaning.kind === 'color-name' ? [meaning] : [],
  );
  if (meant.length === 0) return 0;
  const colors = colorsOf(palette);
  return meant.reduce((sum, meaning) => sum + shareOfColor(meaning, colors), 0) / meant.length;
}

/** Eight along the palette, its ends left out. */
function colorsOf(palette: Palette): readonly Triple[] {
  const table = paletteTable(palette);
  return [1, 2, 3, 4, 5, 6, 7, 8].map((part): Triple => {
    const at = Math.floor((part / 9) * TABLE_SIZE) * 3;
    return [table[at]!, table[at + 1]!, table[at + 2]!];
  });
}

/** Three of the eight are plenty. */
function shareOfColor(meaning: ColorMeaning, colors: readonly Triple[]): number {
  const count = colors.filter((color) => isMeant(meaning, color, nameColor(...color))).length;
  return Math.min(1, count / 3);
}

type ColorMeaning = Extract<AskMeaning, { kind: 'color' | 'color-name' }>;

function meanOf(asked: readonly Asked[], score: (one: Asked) => number): number {
  return asked.reduce((sum, one) => sum + score(one), 0) / Math.max(1, asked.length);
}

function isMeant(meaning: ColorMeaning, color: readonly [number, number, number], name: string): boolean {
  return meaning.kind === 'color' ? passes(meaning.test, color) : name.split(' ').includes(meaning.name);
}

function passes(test: ColorTest, [lightness, a, b]: readonly [number, number, number]): boolean {
  const chroma = Math.sqrt(a * a + b * b);
  if (!isWithin(lightness, test.lightness) || !isWithin(chroma, test.chroma)) return false;
  if (test.hue === undefined) return true;
  const [, hueA, hueB] = oklchToOklab(0, 1, test.hue);
  const [, limit] = oklchToOklab(0, 1, test.spread ?? 20);
  return a * hueA + b * hueB >= limit * chroma;
}

const isWithin = (value: number, range: readonly [number, number] | undefined) =>
  range === undefined || (value >= range[0] && value <= range[1]);

function hasSurface({ coloring }: Genome, surface: Surface): boolean {
  if (coloring.kind !== 'palette') return false;
  const { relief, grain, steps, lines } = coloring.finish;
  switch (surface) {
    case 'layers':
      return steps > 0;
    case 'lines':
      return lines > 0;
    case 'relief':
      return relief >= 0.5;
    case 'grain':
      return grain >= 0.05;
    case 'smooth':
      return steps === 0 && lines === 0 && grain < 0.03 && relief < 0.5;
    default:
      return surface satisfies never;
  }
}

const moods: Readonly<Record<Mood, (form: PictureForm) => number>> = {
  dark: ({ lightnessMean }) => ramp(lightnessMean, 0.62, 0.35),
  light: ({ lightnessMean }) => ramp(lightnessMean, 0.55, 0.78),
  soft: ({ edgeShare }) => ramp(edgeShare, 0.4, 0.12),
  busy: ({ edgeShare }) => ramp(edgeShare, 0.25, 0.55),
  calm: ({ edgeShare, lightnessDeviation }) =>
    (ramp(edgeShare, 0.45, 0.15) + ramp(lightnessDeviation, 0.25, 0.12)) / 2,
  contrast: ({ lightnessDeviation }) => ramp(lightnessDeviation, 0.16, 0.28),
  colorful: ({ colors }) => ramp(meanChroma(colors), 0.06, 0.13),
  muted: ({ colors }) => ramp(meanChroma(colors), 0.08, 0.03),
};

/** 0 at `from`, 1 at `to` and beyond. */
const ramp = (value: number, from: number, to: number) =>
  Math.max(0, Math.min(1, (value - from) / (to - from)));

const meanChroma = (colors: PictureForm['colors']) =>
  colors.reduce((sum, { share, lab: [, a, b] }) => sum + share * Math.sqrt(a * a + b * b), 0);
