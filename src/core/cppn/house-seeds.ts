import type { Seed } from '#core/math/random.ts';
import type { RecipeName } from './recipes.ts';

export interface HouseSeed {
  readonly recipe: RecipeName;
  readonly seed: Seed;
  /** The palette it draws, so that a wall can be arranged before any genome is sampled. */
  readonly palette: string;
  /** What its picture is called and looks like, so that the first wall need not be looked at before it is told of. */
  readonly title: string;
  readonly altText: string;
}

/** By sampler 1, chosen by eye on contact sheets: sixty pictures for the first wall. A test holds the words to the pictures. */
const chosen: Partial<
  Record<RecipeName, readonly (readonly [seed: Seed, palette: string, title: string, altText: string])[]>
> = {
  orchard: [
    [3, 'Persimmon', 'Persimmon Linen', 'Folds, all over, clear edges, dark plum on coral.'],
    [4, 'Squid ink', 'Ink Yolk', 'A round form, below centre, clear edges, light grey on dark slate.'],
    [
      7,
      'Halva',
      'Halva Yolk',
      'A round form, below centre to the left, clear edges, deep grey on cream, strong contrast.',
    ],
    [9, 'Saffron', 'Saffron Leaves', 'Two forms, heaviest at the left, clear edges, blue on deep blue.'],
    [16, 'Saffron', 'Saffron Linen', 'Folds, all over, clear edges, gold on light grey blue.'],
    [17, 'Miso', 'Miso, Half Open', 'Folds, all over, soft edges, sand on dark brown.'],
    [
      18,
      'Persimmon',
      'Persimmon Ear',
      'Folds, heaviest at the upper left, clear edges, dark red on orange red.',
    ],
    [
      20,
      'Blood orange',
      'Blood Orange Moon',
      'A round form, right of centre, clear edges, cream on deep red.',
    ],
    [21, 'Quince', 'Quince Leaves', 'Two forms, heaviest at the upper left, clear edges, gold on cream.'],
    [22, 'Miso', 'Miso Stones', 'Two forms, heaviest at the bottom, clear edges, brown on dark brown.'],
    [
      23,
      'Squid ink',
      'Squid Ink Lens',
      'A round form, a little above centre to the right, clear edges, grey blue on dark grey.',
    ],
    [
      28,
      'Blood orange',
      'Blood Orange Stones',
      'Two forms, heaviest at the bottom, clear edges, red on crimson.',
    ],
    [
      36,
      'Shellfish',
      'Shellfish Leaves',
      'Two forms, heaviest at the bottom, clear edges, blue on deep blue.',
    ],
    [37, 'Shellfish', 'Shellfish Ear', 'Folds, all over, clear edges, cream on deep blue, with coral.'],
    [38, 'Beetroot', 'Beetroot Leaves', 'Two forms, all over, clear edges, deep red on dark wine.'],
    [39, 'Quince', 'Quince Ear', 'Folds, all over, clear edges, moss green on pale olive.'],
  ],
  fold: [
    [5, 'Verbena', 'Verbena Bowl', 'A round form, at the top left, clear edges, dark green on green.'],
    [
      9,
      'Blood orange',
      'Blood Orange Lens',
      'A round form, above centre to the left, soft edges, orange on dark red.',
    ],
    [
      14,
      'Saffron',
      'Saffron Linen',
      'Folds, heaviest at the left, clear edges, deep blue on grey blue, low contrast.',
    ],
    [
      15,
      'Persimmon',
      'Persimmon Moon',
      'A round form, above centre to the left, clear edges, red on dark plum, a touch of orange.',
    ],
    [16, 'Verbena', 'Verbena Moon', 'A round form, in the centre, clear edges, yellow on deep green.'],
    [
      20,
      'Shellfish',
      'Shellfish Leaves',
      'Three forms, all over, clear edges, cream on teal, a touch of coral.',
    ],
    [
      24,
      'Squid ink',
      'Squid Ink Moon',
      'A round form, a little left of centre, clear edges, dark grey on light grey.',
    ],
    [28, 'Oyster', 'Oyster Yolk', 'A round form, at the top, soft edges, sage on grey green.'],
    [30, 'Saffron', 'Saffron Ear', 'Folds, all over, clear edges, navy on deep blue.'],
    [
      31,
      'Blood orange',
      'Blood Orange Linen',
      'Folds, heaviest at the right, soft edges, deep red on orange red, low contrast.',
    ],
    [33, 'Persimmon', 'Persimmon, Half Open', 'Folds, all over, clear edges, dark slate on beige, with red.'],
    [
      36,
      'Oyster',
      'Oyster, Half Open',
      'Folds, heaviest at the right, soft edges, slate on light grey blue.',
    ],
  ],
  'cut-paper': [
    [2, 'Celadon', 'Celadon Map', 'Layers, all over, clear edges, cream on dark teal, strong contrast.'],
    [6, 'Blueberry milk', 'Milk Quarry', 'Layers, heaviest at the top, clear edges, dusty pink on navy.'],
    [
      9,
      'Oyster',
      'Oyster Bowl',
      'A round form, a little below centre, clear edges, dark slate on cream, in layers.',
    ],
    [
      10,
      'Saffron',
      'Saffron Yolk',
      'A round form, a little left of centre, clear edges, pale olive on deep blue, a touch of apricot, in layers.',
    ],
    [
      19,
      'Persimmon',
      'Persimmon Leaves',
      'Two forms, all over, clear edges, dark red on orange red, in layers.',
    ],
    [
      32,
      'Saffron',
      'Saffron Bowl',
      'A round form, above centre to the right, clear edges, navy on gold, in layers.',
    ],
    [
      36,
      'Verbena',
      'Verbena Leaves',
      'Two forms, heaviest at the left, clear edges, deep green on pale lime, in layers.',
    ],
    [40, 'Halva', 'Halva Yolk', 'A round form, above centre, clear edges, beige on dark grey, in layers.'],
  ],
  strata: [
    [
      3,
      'Oyster',
      'Oyster Bowl',
      'A round form, a little left of centre, busy edges, cream on slate, strong contrast.',
    ],
    [8, 'Blood orange', 'Blood Orange Yolk', 'A round form, at the top, soft edges, dark red on orange red.'],
    [10, 'Halva', 'Halva Ear', 'Folds, all over, clear edges, near black on white, strong contrast.'],
    [
      15,
      'Persimmon',
      'Persimmon Linen',
      'Folds, all over, clear edges, cream on near black, with deep red, strong contrast.',
    ],
    [21, 'Saffron', 'Saffron Leaves', 'Two forms, all over, clear edges, deep blue on cream.'],
    [25, 'Miso', 'Miso Ear', 'Folds, all over, clear edges, dark brown on burnt orange.'],
    [37, 'Celadon', 'Celadon Ear', 'Folds, heaviest at the left, clear edges, jade on cream.'],
    [
      39,
      'Blueberry milk',
      'Milk Lens',
      'A round form, a little above centre to the left, busy edges, navy on cream.',
    ],
  ],
  linocut: [
    [
      13,
      'Verbena',
      'Verbena Bowl',
      'A round form, a little left of centre, clear edges, yellow on dark green, in layers.',
    ],
    [16, 'Miso', 'Miso Map', 'Layers, all over, clear edges, khaki on dark brown.'],
    [21, 'Saffron', 'Saffron Leaves', 'Two forms, all over, busy edges, dark blue on cream, in layers.'],
    [22, 'Squid ink', 'Squid Ink Quarry', 'Layers, all over, clear edges, pale grey on grey blue.'],
  ],
  porcelain: [
    [3, 'Miso', 'Miso Bowl', 'A round form, a little below centre, clear edges, sand on dark brown.'],
    [
      7,
      'Rhubarb',
      'Rhubarb Stones',
      'Two forms, all over, clear edges, deep moss green on olive, low contrast.',
    ],
    [16, 'Celadon', 'Celadon Leaves', 'Three forms, all over, busy edges, green on cream.'],
    [27, 'Squid ink', 'Squid Ink, Half Open', 'Folds, all over, busy edges, near black on dark slate.'],
  ],
  silk: [
    [
      20,
      'Oyster',
      'Oyster Moon',
      'A round form, a little right of centre, clear edges, dark slate on pale grey.',
    ],
    [
      26,
      'Fig',
      'Fig Ear',
      'Folds, heaviest at the top, clear edges, dark plum on near black, a touch of burnt orange.',
    ],
    [30, 'Miso', 'Miso Yolk', 'A round form, a little below centre to the left, clear edges, cream on tan.'],
    [33, 'Celadon', 'Celadon Thicket', 'A tangle, all over, busy edges, jade on cream.'],
  ],
  contour: [
    [
      11,
      'Blood orange',
      'Blood Orange Lens',
      'A round form, below centre to the left, clear edges, deep red on apricot, fine lines.',
    ],
    [
      13,
      'Verbena',
      'Verbena Bowl',
      'A round form, a little left of centre, clear edges, deep green on cream, fine lines.',
    ],
    [
      25,
      'Quince',
      'Quince Yolk',
      'A round form, at the bottom, clear edges, olive brown on cream, fine lines.',
    ],
    [37, 'Fig', 'Fig Lens', 'A round form, in the centre, clear edges, dark plum on rose, fine lines.'],
  ],
};

export const houseSeeds: readonly HouseSeed[] = Object.entries(chosen).flatMap(([recipe, seeds]) =>
  seeds.map(([seed, palette, title, altText]) => ({
    recipe: recipe as RecipeName,
    seed,
    palette,
    title,
    altText,
  })),
);
