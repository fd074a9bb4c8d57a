// The jobs that need nothing but core.
import type { Genome } from '#core/cppn/genome.ts';
import { houseSeeds } from '#core/cppn/house-seeds.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
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

export const coreJobs: Pick<JobWork, 'readPixels' | 'firstWall' | 'propose' | 'ask' | 'describe' | 'prints'> =
  {
    readPixels: ({ genome, request }) => paintTiles(genome, request),

    *firstWall(seed) {
      yield 0;
      return chooseFirstWall(seed, houseSeeds);
    },

    *propose(request) {
      const { proposals, ...counts } = yield* withinProgress(0, findingShare, findProposals(request));
      const worded: WordedProposal[] = [];
      const share = (1 - findingShare) / proposals.length;
      for (const [index, proposal] of proposals.entries()) {
        const from = findingShare + share * index;
        const words = wordsFor(proposal.genome, proposal.origin.seed);
        const { genome, print, tile, origin } = proposal;
        worded.push({ genome, print, tile, origin, ...(yield* withinProgress(from, from + share, words)) });
      }
      return { ...counts, proposals: worded };
    },

    *ask(request) {
      const answers = yield* findAsked(request);
      const proposals = answers.map(({ form, score: _, ...proposal }) => ({
        ...proposal,
        title: titleFor(form, proposal.genome, proposal.origin.seed),
        altText: altTextFor(form, proposal.genome),
      }));
      return { proposals, judgedCount: 0, refusedCount: 0, twinCount: 0 };
    },

    *describe(genome) {
      const words = yield* wordsFor(genome, seedOf(genome));
      return { ...words, print: printOf(genome) };
    },

    *prints(genomes) {
      const prints: Print[] = [];
      for (const genome of genomes) {
        prints.push(printOf(genome));
        yield prints.length / genomes.length;
      }
      return prints;
    },
  };

/** A wall of one tile, in the place of another, is no place for doubt. */
const leastForDoubt = 2;

type Found = Omit<ProposedWall, 'proposals'> & {
  readonly proposals: readonly Omit<WordedProposal, 'title' | 'altText'>[];
};

function* findProposals({ critic, ...request }: Jobs['propose']['input']): Generator<number, Found> {
  if (critic === undefined) return yield* proposeWall(request);
  const { distance, count, ...rest } = request;
  const unsureCount = count < leastForDoubt ? 0 : 1;
  const { tiles, ...counts } = yield* steerWall({
    ...rest,
    critic,
    count,
    distances: [distance],
    unsureCount,
  });
  return { ...counts, proposals: tiles };
}

function* wordsFor(genome: Genome, seed: Seed): Generator<number, { title: string; altText: string }> {
  const form = yield* describePicture(genome);
  return { title: titleFor(form, genome, seed), altText: altTextFor(form, genome) };
}

/** A genome of unknown birth: its first neuron's name stands for its seed, so that it is always called the same. */
const seedOf = ({ layers }: Genome): Seed => Number.parseInt(layers[0]!.neurons[0]!.slice(0, 13), 16);
