// A wall for words: seeds of the house and fresh ones, ranked by how near their pictures come to what was asked.

import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { type RecipeName, recipeNames, recipes } from '#core/cppn/recipes.ts';
import { SAMPLER, sampleGenome } from '#core/cppn/sample-genome.ts';
import { judgeInSlices } from '#core/evolution/gates.ts';
import { isCloser, type Print, printOf } from '#core/evolution/picture-distance.ts';
import type { Proposal } from '#core/evolution/propose-wall.ts';
import { withinProgress } from '#core/evolution/run-to-end.ts';
import { createRandom, type Seed } from '#core/math/random.ts';
import { type Asked, guessAnswer, parseAsk, scorePicture } from './ask.ts';
import type { PictureForm } from './describe-form.ts';
import { describePicture } from './describe-picture.ts';

export interface AskRequest {
  readonly seed: Seed;
  /** `dark round red`. */
  readonly text: string;
  readonly count: number;
}

export interface Answer extends Proposal {
  readonly form: PictureForm;
  /** [0, 1] */
  readonly score: number;
}

interface Candidate {
  readonly recipe: RecipeName;
  readonly seed: Seed;
  readonly genome: Genome;
  readonly isHouse: boolean;
}

/** Fresh genomes drawn for a wall; only the most promising are painted. */
const DRAWN = 500;
const PAINTED_PER_TILE = 6;
/** As fresh seeds keep away from each other. */
const APART = 0.05;

/** The best answers first. The same request gives the same pictures. Yields progress in [0, 1). */
export function* findAsked(
  paint: Paint,
  { seed, text, count }: AskRequest,
): Generator<number, readonly Answer[]> {
  const asked = parseAsk(text);
  const promising = drawCandidates(asked, seed).slice(0, count * PAINTED_PER_TILE);
  const answers: Answer[] = [];
  for (const [index, candidate] of promising.entries()) {
    const work = answer(paint, asked, candidate);
    const found = yield* withinProgress(index / promising.length, (index + 1) / promising.length, work);
    if (found !== null) answers.push(found);
  }
  answers.sort((a, b) => b.score - a.score);
  const chosen: Answer[] = [];
  for (const one of answers) {
    if (chosen.length < count && chosen.every((other) => !isCloser(one.print, other.print, APART)))
      chosen.push(one);
  }
  return chosen;
}

/** The most promising first; among equals, in an order drawn by seed. */
function drawCandidates(asked: readonly Asked[], seed: Seed): readonly Candidate[] {
  const random = createRandom(seed);
  const pack = recipeNames.flatMap((name) => Array.from({ length: recipes[name].share }, () => name));
  const fresh = Array.from({ length: DRAWN }, () => ({
    recipe: random.pick(pack),
    seed: random.seed(),
    isHouse: false,
  }));
  const house = houseSeeds.map(({ recipe, seed: own }) => ({ recipe, seed: own, isHouse: true }));
  return random
    .shuffle([...house, ...fresh])
    .map((one) => {
      const genome = sampleGenome(one.recipe, one.seed);
      return { ...one, genome, hope: guessAnswer(asked, genome) };
    })
    .sort((a, b) => b.hope - a.hope);
}

/** null when the gates refuse it; those of the house were chosen by eye. */
function* answer(
  paint: Paint,
  asked: readonly Asked[],
  candidate: Candidate,
): Generator<number, Answer | null> {
  const { recipe, seed, genome, isHouse } = candidate;
  if (!isHouse) {
    const { reasons } = yield* withinProgress(0, 0.5, judgeInSlices(paint, genome));
    if (reasons.length > 0) return null;
  }
  const form = yield* withinProgress(0.5, 1, describePicture(paint, genome));
  const print: Print = printOf(paint, genome);
  const origin = { kind: 'seed', recipe, sampler: SAMPLER, seed } as const;
  return { genome, print, tile: 'seed', origin, form, score: scorePicture(asked, form, genome) };
}
