import { type RecipeName, recipeNames } from '#core/cppn/recipes.ts';
import { SEED_LIMIT, type Seed } from '#core/math/random.ts';
import { layOutSheet } from './contact-sheet.ts';
import { isNamedAsFile, parseWords, type ReadWords, wholeNumber, wrong } from './read-words.ts';

export interface SeedsArguments {
  readonly count: number;
  readonly directory: string;
  /** null: they take turns. */
  readonly recipe: RecipeName | null;
  readonly from: Seed;
  readonly sizePx: number;
  readonly isGated: boolean;
}

/** Above this a sheet would no longer open everywhere. */
const SHEET_PIXEL_LIMIT = 64e6;

/** Reads what follows `seeds` on the command line. */
export function readSeedsArguments(words: readonly string[]): ReadWords<SeedsArguments> {
  const parsed = parseWords(words, options);
  if ('kind' in parsed) return parsed;
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  if (positionals.length === 0) return wrong('Say how many pictures: seeds 24 --out DIR.');
  if (positionals.length > 1) return wrong(`seeds takes one number, got ${positionals.join(' ')}.`);

  const count = wholeNumber(positionals[0]!);
  if (count === null || count < 1) {
    return wrong(`The number of pictures must be a whole number from 1, not ${positionals[0]}.`);
  }
  if (!values.out) return wrong('Say where the files go: --out DIR.');
  if (isNamedAsFile(values.out)) {
    return wrong(`seeds writes several files into a directory: --out DIR, not ${values.out}.`);
  }
  const recipe = recipeNames.find((name) => name === values.recipe);
  if (values.recipe !== undefined && recipe === undefined) {
    return wrong(`There is no recipe ${values.recipe}; there are ${recipeNames.join(', ')}.`);
  }
  const from = wholeNumber(values.from);
  if (from === null || from >= SEED_LIMIT) {
    return wrong(`The first seed must be a whole number from 0 to ${SEED_LIMIT - 1}, not ${values.from}.`);
  }
  const sizePx = wholeNumber(values.size);
  if (sizePx === null || sizePx < 16 || sizePx > 1024) {
    return wrong(`The size must be a whole number of pixels from 16 to 1024, not ${values.size}.`);
  }
  const sheet = layOutSheet(count, sizePx);
  if (sheet.widthPx * sheet.heightPx > SHEET_PIXEL_LIMIT) {
    return wrong(
      `${count} pictures of ${sizePx} px need a sheet of ${sheet.widthPx} x ${sheet.heightPx} px, more than 64 million; ask for fewer or smaller ones.`,
    );
  }
  return {
    kind: 'run',
    arguments: {
      count,
      directory: values.out,
      recipe: recipe ?? null,
      from,
      sizePx,
      isGated: !values.ungated,
    },
  };
}

const options = {
  out: { type: 'string' },
  recipe: { type: 'string' },
  from: { type: 'string', default: '1' },
  size: { type: 'string', default: '240' },
  ungated: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;
