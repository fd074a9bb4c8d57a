// How near an artwork comes to a few words by what is known of it without painting it: its palette, its finish, its description.
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { type Asked, scorePalette } from './ask.ts';
import type { Mood, Surface } from './ask-words.ts';
import type { Card, FinishName } from './card.ts';
import type { FormKind } from './form-kind.ts';

export type Answerer = (card: Pick<Card, 'altText' | 'palette' | 'finishes'>) => number;

/** [0, 1], the mean over all words. Asked of many, palettes are looked at once. */
export function createAnswerer(asked: readonly Asked[]): Answerer {
  const parts = asked.map(scoreOne);
  return (card) => parts.reduce((sum, score) => sum + score(card), 0) / Math.max(1, parts.length);
}

function scoreOne(one: Asked): Answerer {
  const { meaning, word } = one;
  const named = new RegExp(`\\b${word}\\b`, 'i');
  switch (meaning.kind) {
    case 'color':
    case 'color-name': {
      const byPalette = new Map(housePalettes.map((palette) => [palette.name, scorePalette([one], palette)]));
      return ({ altText, palette }) => (named.test(altText) ? 1 : (byPalette.get(palette) ?? 0));
    }
    case 'form':
      return ({ altText }) => (forms[meaning.form].test(altText) ? 1 : 0);
    case 'surface':
      return ({ altText, finishes }) =>
        finishes.includes(surfaces[meaning.surface]) || named.test(altText) ? 1 : 0;
    case 'mood':
      return ({ altText }) => (moods[meaning.mood].test(altText) ? 1 : 0);
    default:
      return meaning satisfies never;
  }
}

/** As `altTextFor` writes it. */
const forms: Readonly<Record<FormKind, RegExp>> = {
  round: /^a round form\b/i,
  band: /^a band\b/i,
  mirrored: /\bmirrored\b/i,
  several: /^(two|three|four) forms\b/i,
  layers: /^layers\b/i,
  lines: /^fine lines\b/i,
  folds: /^folds\b/i,
  tangle: /^a tangle\b/i,
};

const surfaces: Readonly<Record<Surface, FinishName>> = {
  layers: 'cut paper',
  lines: 'lines',
  relief: 'relief',
  grain: 'grain',
  smooth: 'smooth',
};

const moods: Readonly<Record<Mood, RegExp>> = {
  dark: /\b(dark|deep|near black)\b/i,
  light: /\b(pale|light|white)\b/i,
  soft: /\bsoft edges\b/i,
  busy: /\bbusy edges\b/i,
  calm: /\b(soft edges|low contrast)\b/i,
  contrast: /\bstrong contrast\b/i,
  colorful: /^(?!.*\bgrey\b)/i,
  muted: /\b(grey|low contrast)\b/i,
};
