import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Genome } from '#core/cppn/genome.ts';
import { type PaintRequest, type Pixels, wholeRegion } from '#core/cppn/pixels.ts';
import { type RecipeName, recipeNames, recipes } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { artworkToJson } from '#core/formats/artwork-json.ts';
import { packStrip } from '#core/formats/packed-strip.ts';
import { altTextFor } from '#core/gallery/alt-text.ts';
import { describePicture } from '#core/gallery/describe-picture.ts';
import { titleFor } from '#core/gallery/title.ts';
import { SEED_LIMIT, type Seed } from '#core/math/random.ts';
import { createBlobTarget } from '#platform/export/file-target.ts';
import { writePng } from '#platform/export/write-png.ts';
import { openPainters } from '#platform/render/painters.ts';
import { buildContactSheet } from './contact-sheet.ts';
import { makeDirectory } from './make-directory.ts';
import { refusalWords } from './refusal-words.ts';
import type { SeedsArguments } from './seeds-arguments.ts';

/** One row of seeds.json. */
interface Found {
  readonly number: number;
  readonly recipe: RecipeName;
  readonly seed: Seed;
  readonly title: string;
  readonly altText: string;
  /** Beside seeds.json: the artwork, as `palate paint` and the studio read it. */
  readonly file: string;
}

const { plain } = openPainters();

/** Even contour, the recipe refused most, passes more often than once in this many. */
const MOST_REFUSED_IN_A_ROW = 500;

/**
 * Writes seeds.png, seeds.json and a file for each artwork into the directory and says a line for each picture.
 * Resolves to what went wrong, in one sentence, or to null.
 */
export async function writeSeeds(
  { count, directory, recipe, from, sizePx, isGated }: SeedsArguments,
  say: (line: string) => void,
): Promise<string | null> {
  // Before the work, so that a place that cannot be written costs nobody a minute.
  const refusal = await attempt(() => makeDirectory(directory));
  if (refusal !== null) return refusal;

  const found: Found[] = [];
  const documents: string[] = [];
  const pictures: Pixels[] = [];
  const turns = takeTurns();
  let seed = from;
  while (found.length < count) {
    if (seed >= SEED_LIMIT) {
      return `There are no seeds after ${SEED_LIMIT - 1}; start lower with --from.`;
    }
    const name = recipe ?? turns.next().value;
    const passing = isGated ? nextPassing(name, seed) : seed;
    if (passing === null) {
      return `No picture of ${name} passes the gates from seed ${seed} on; try another --from, or --ungated.`;
    }
    const genome = sampleGenome(name, passing);
    const form = runToEnd(describePicture(plain, genome));
    const row: Found = {
      number: found.length + 1,
      recipe: name,
      seed: passing,
      title: titleFor(form, genome, passing),
      altText: altTextFor(form, genome),
      file: `${name}-${passing}.json`,
    };
    found.push(row);
    documents.push(artworkToJson({ ...row, genome }, wholeView));
    pictures.push(paint(genome, sizePx));
    say(`${String(row.number).padStart(3)}  ${name}, seed ${passing}  ${row.title}: ${row.altText}`);
    seed = passing + 1;
  }

  const failure = await attempt(async () => {
    await writeFile(join(directory, 'seeds.png'), await encode(buildContactSheet(pictures, sizePx)));
    await writeFile(join(directory, 'seeds.json'), `${JSON.stringify(found, null, 2)}\n`);
    for (const [i, { file }] of found.entries()) await writeFile(join(directory, file), documents[i]!);
  });
  if (failure === null) say(`Wrote seeds.png, seeds.json and a file for each artwork into ${directory}.`);
  return failure;

  /** What the world refused, in one sentence; null when it did not. */
  async function attempt(work: () => Promise<unknown>): Promise<string | null> {
    try {
      await work();
      return null;
    } catch (error) {
      return `Could not write into ${directory}: ${refusalWords(error, 'nothing can be made there')}.`;
    }
  }
}

/** The first seed from `from` on whose picture passes the gates; null when none does for long. */
function nextPassing(recipe: RecipeName, from: Seed): Seed | null {
  const end = Math.min(SEED_LIMIT, from + MOST_REFUSED_IN_A_ROW);
  for (let seed = from; seed < end; seed++) {
    if (judgePicture(plain, sampleGenome(recipe, seed)).reasons.length === 0) return seed;
  }
  return null;
}

/** Recipes for ever, each as often as its share says, spread as evenly as they go. */
function* takeTurns(): Generator<RecipeName, never> {
  const credit = new Map(recipeNames.map((name) => [name, 0]));
  const total = recipeNames.reduce((sum, name) => sum + recipes[name].share, 0);
  for (;;) {
    for (const name of recipeNames) credit.set(name, credit.get(name)! + recipes[name].share);
    const richest = recipeNames.reduce((best, name) => (credit.get(name)! > credit.get(best)! ? name : best));
    credit.set(richest, credit.get(richest)! - total);
    yield richest;
  }
}

function paint(genome: Genome, sizePx: number): Pixels {
  const size = { widthPx: sizePx, heightPx: sizePx };
  const request: PaintRequest = {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 2,
    grain: 'pixel',
    dither: true,
  };
  return runToEnd(plain(genome, request));
}

async function encode(picture: Pixels): Promise<Uint8Array> {
  async function* strips() {
    yield packStrip(picture);
  }
  let file = new Blob();
  const target = createBlobTarget('image/png', (made) => (file = made));
  await writePng({ size: picture, strips: strips(), text: null }, target);
  return new Uint8Array(await file.arrayBuffer());
}
