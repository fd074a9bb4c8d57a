// The words a wall can be asked for in: colors, forms, surfaces and light, each with its other names.
import type { FormKind } from './form-kind.ts';

/** Which OKLCH colors a color word means; hue in degrees, give or take `spread`. */
export interface ColorTest {
  readonly hue?: number;
  readonly spread?: number;
  /** Absent: any. */
  readonly lightness?: readonly [least: number, most: number];
  readonly chroma?: readonly [least: number, most: number];
}

export type Surface = 'layers' | 'lines' | 'relief' | 'grain' | 'smooth';
export type Mood = 'dark' | 'light' | 'soft' | 'busy' | 'calm' | 'contrast' | 'colorful' | 'muted';

export type AskMeaning =
  | { readonly kind: 'color'; readonly test: ColorTest }
  /** One that the names of colors use, such as `plum`. */
  | { readonly kind: 'color-name'; readonly name: string }
  | { readonly kind: 'form'; readonly form: FormKind }
  | { readonly kind: 'surface'; readonly surface: Surface }
  | { readonly kind: 'mood'; readonly mood: Mood };

const vivid = [0.05, 1] as const;
const hue = (center: number, spread: number, rest: ColorTest = {}): ColorTest => ({
  hue: center,
  spread,
  chroma: vivid,
  ...rest,
});

const colors: Readonly<Record<string, ColorTest>> = {
  'red crimson scarlet ruby blood': hue(22, 15, { lightness: [0.25, 0.68], chroma: [0.09, 1] }),
  'pink rose blush': hue(5, 32, { lightness: [0.6, 1], chroma: [0.04, 1] }),
  'orange apricot tangerine persimmon': hue(52, 16, { lightness: [0.5, 0.9], chroma: [0.09, 1] }),
  'yellow lemon gold golden saffron': hue(90, 18, { lightness: [0.65, 1], chroma: [0.07, 1] }),
  'green leaf moss': hue(135, 32, { chroma: [0.04, 1] }),
  'turquoise teal aqua jade': hue(185, 26, { chroma: [0.035, 1] }),
  'blue cobalt azure sky': hue(248, 32, { chroma: [0.03, 1] }),
  'purple violet lilac lavender': hue(305, 24, { chroma: [0.03, 1] }),
  'brown tobacco earth chocolate': hue(55, 28, { lightness: [0.18, 0.55], chroma: [0.03, 0.13] }),
  'beige sand cream tan': hue(78, 26, { lightness: [0.7, 1], chroma: [0.012, 0.09] }),
  'warm hot fire fiery': hue(40, 62),
  'cool cold ice icy': hue(220, 72, { chroma: [0.025, 1] }),
  'black ink': { lightness: [0, 0.22] },
  'white snow milk': { lightness: [0.88, 1], chroma: [0, 0.06] },
  'grey gray silver stone smoke': { lightness: [0.2, 0.9], chroma: [0, 0.035] },
};

const forms: Readonly<Record<FormKind, string>> = {
  round: 'round circle circular ball moon bowl lens sun egg eye',
  band: 'band stripe river hill shore horizon',
  mirrored: 'mirror mirrored symmetric symmetrical symmetry mask moth',
  several: 'several many forms stones leaves islands',
  layers: 'map quarry',
  lines: 'contours',
  folds: 'folds fold folded cloth linen drapery',
  tangle: 'tangle tangled thicket wild weather storm',
};

const surfaces: Readonly<Record<Surface, string>> = {
  layers: 'layers layered paper cut flat steps',
  lines: 'lines line lined contour topographic',
  relief: 'relief sculpted carved porcelain shaded',
  grain: 'grain grainy pastel chalk',
  smooth: 'smooth silk silky satin',
};

const moods: Readonly<Record<Mood, string>> = {
  dark: 'dark night deep dim gloomy',
  light: 'light bright pale day airy',
  soft: 'soft gentle blurred',
  busy: 'busy sharp detailed intricate',
  calm: 'calm quiet simple still',
  contrast: 'contrast stark bold',
  colorful: 'colourful colorful vivid rich',
  muted: 'muted faded dusty subdued',
};

/** By word, in lower case. */
export const askWords: ReadonlyMap<string, AskMeaning> = new Map([
  ...spread(colors, (test) => ({ kind: 'color', test }) as const),
  ...spreadWords(forms, (form) => ({ kind: 'form', form }) as const),
  ...spreadWords(surfaces, (surface) => ({ kind: 'surface', surface }) as const),
  ...spreadWords(moods, (mood) => ({ kind: 'mood', mood }) as const),
]);

function spread<T>(table: Readonly<Record<string, T>>, mean: (value: T) => AskMeaning) {
  return Object.entries(table).flatMap(([words, value]) =>
    words.split(' ').map((word): [string, AskMeaning] => [word, mean(value)]),
  );
}

function spreadWords<K extends string>(table: Readonly<Record<K, string>>, mean: (key: K) => AskMeaning) {
  return (Object.entries(table) as [K, string][]).flatMap(([key, words]) =>
    words.split(' ').map((word): [string, AskMeaning] => [word, mean(key)]),
  );
}
