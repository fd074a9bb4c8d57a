// The jobs that need nothing but core.
import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import type { Paint } from '#core/cppn/paint.ts';
import { chooseFirstWall } from '#core/evolution/choose-first-wall.ts';
import { type Print, printOf } from '#core/evolution/picture-distance.ts';
import { type ProposedWall, proposeWall } from '#core/evolution/propose-wall.ts';
import { withinProgress } from '#core/evolution/run-to-end.ts';
import { altTextFor } from '#core/gallery/alt-text.ts';
import { describePicture } from '#core/gallery/describe-picture.ts';
import { findAsked } from '#core/gallery/find-asked.ts';
import { titleFor } from '#core/gallery/title.ts';
import type { Seed } from '#core/math/random.ts';
import { steerWall } from '#core/taste/steer-wall.ts';
import type { Jobs, WordedProposal } from './jobs.ts';
import type { JobWork } from './serve-jobs.ts';

/** About what finding proposals takes of a wall's time; the rest is for their words. */
const findingShare = 0.85;

/** `paint` must give the same bytes on every machine: walls, titles and exports are made from them. */
export const createCoreJobs = (
  paint: Paint,
): Pick<JobWork, 'readPixels' | 'firstWall' | 'propose' | 'ask' | 'describe' | 'prints'> => ({
  readPixels: ({ genome, request }) => paint(genome, request),

  *firstWall(seed) {
    yield 0;
    return chooseFirstWall(seed, houseSeeds);
  },

  *propose(request) {
    const { proposals, ...counts } = yield* withinProgress(0, findingShare, findProposals(paint, request));
    const worded: WordedProposal[] = [];
    const share = (1 - findingShare) / proposals.length;
    for (const [index, proposal] of proposals.entries()) {
      const from = findingShare + share * index;
      const words = wordsFor(paint, proposal.genome, proposal.origin.seed);
      const { genome, print, tile, origin } = proposal;
      worded.push({ genome, print, tile, origin, ...(yield* withinProgress(from, from + share, words)) });
    }
    return { ...counts, proposals: worded };
  },

  *ask(request) {
    const answers = yield* findAsked(paint, request);
    const proposals = answers.map(({ form, score: _, ...proposal }) => ({
      ...proposal,
      title: titleFor(form, proposal.genome, proposal.origin.seed),
      altText: altTextFor(form, proposal.genome),
    }));
    return { proposals, judgedCount: 0, refusedCount: 0, twinCount: 0 };
  },

  *describe(genome) {
    const words = yield* wordsFor(paint, genome, seedOf(genome));
    return { ...words, print: printOf(paint, genome) };
  },

  *prints(genomes) {
    const prints: Print[] = [];
    for (const genome of genomes) {
      prints.push(printOf(paint, genome));
      yield prints.length / genomes.length;
    }
    return prints;
  },
});

/** A wall of one tile, in the place of another, is no place for doubt. */
const leastForDoubt = 2;

type Found = Omit<ProposedWall, 'proposals'> & {
  readonly proposals: readonly Omit<WordedProposal, 'title' | 'altText'>[];
};

function* findProposals(
  paint: Paint,
  { critic, ...request }: Jobs['propose']['input'],
): Generator<number, Found> {
  if (critic === undefined) return yield* proposeWall(paint, request);
  const { distance, count, ...rest } = request;
  const unsureCount = count < leastForDoubt ? 0 : 1;
  const { tiles, ...counts } = yield* steerWall(paint, {
    ...rest,
    critic,
    count,
    distances: [distance],
    unsureCount,
  });
  return { ...counts, proposals: tiles };
}

function* wordsFor(
  paint: Paint,
  genome: Genome,
  seed: Seed,
): Generator<number, { title: string; altText: string }> {
  const form = yield* describePicture(paint, genome);
  return { title: titleFor(form, genome, seed), altText: altTextFor(form, genome) };
}

/** A genome of unknown birth: its first neuron's name stands for its seed, so that it is always called the same. */
const seedOf = ({ layers }: Genome): Seed => Number.parseInt(layers[0]!.neurons[0]!.slice(0, 13), 16);
