// The product's own critic, painter and breeding behind the form that an evaluation with simulated raters asks for. Pixels are
// passed over: the critic looks at a genome as it does in the studio.
import type { Genome } from '#core/cppn/genome.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { wholeView } from '#core/cppn/view.ts';
import { printOf } from '#core/evolution/picture-distance.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { stepToDistance } from '#core/evolution/step-to-distance.ts';
import type { Seed } from '#core/math/random.ts';
import { type Critic, guessStars, scorePicture } from '#core/taste/critic.ts';
import { chanceWithinOneStar } from '#core/taste/guess.ts';
import { criticView, measurePicture, type Statistics } from '#core/taste/measure-picture.ts';
import { randomPicture } from '#core/taste/random-picture.ts';
import { steerWall } from '#core/taste/steer-wall.ts';
import { trainCritic } from '#core/taste/train-critic.ts';
import { openPainters } from '#platform/render/painters.ts';

const { plain } = openPainters();

interface Sample {
  readonly genome: Genome;
  readonly stars: number;
}

interface Student {
  readonly learn: (samples: readonly Sample[]) => void;
  readonly predict: (picture: { readonly genome: Genome }) => { score: number; confidence: number };
  /** As it stands after what it learned last. */
  readonly critic: () => Critic;
}

export const randomGenome = (seed: Seed): Genome => randomPicture(plain, seed);

/** A child at the studio's usual distance. */
export const mutate = (genome: Genome, seed: Seed): Genome =>
  runToEnd(
    stepToDistance(plain, { genome, from: printOf(plain, genome), target: 0.1, seed, changed: 'everything' }),
  ).genome;

export function render(genome: Genome, widthPx: number, heightPx: number): Uint8ClampedArray {
  const size = { widthPx, heightPx };
  const request = { ...criticView, size, region: wholeRegion(size), view: wholeView };
  return runToEnd(plain(genome, request)).data;
}

export function createCritic({ seed }: { readonly seed: Seed }): Student {
  let critic = runToEnd(trainCritic({ examples: { ratings: [], picks: [] }, seed }));
  return {
    learn: (samples) => {
      const ratings = samples.map(({ genome, stars }) => ({
        statistics: statisticsOf(genome),
        stars,
        weight: 1,
      }));
      critic = runToEnd(trainCritic({ examples: { ratings, picks: [] }, seed }));
    },
    predict: ({ genome }) => {
      const statistics = statisticsOf(genome);
      return {
        score: scorePicture(critic, statistics),
        confidence: chanceWithinOneStar(guessStars(critic, statistics)),
      };
    },
    critic: () => critic,
  };
}

/** One wall as the studio makes it from the three pictures the critic thinks best: small, ordinary and large steps. */
export function proposeGrid(request: {
  readonly history: readonly Sample[];
  readonly critic: Student;
  readonly count: number;
  readonly seed: Seed;
}): Genome[] {
  const { history, count, seed } = request;
  const critic = request.critic.critic();
  const ranked = history
    .map(({ genome }) => ({ genome, score: scorePicture(critic, statisticsOf(genome)) }))
    .sort((a, b) => b.score - a.score);
  const isWild = Math.floor(history.length / count) % 2 === 0;
  const { tiles } = runToEnd(
    steerWall(plain, {
      critic,
      parents: ranked.slice(0, 3).map(({ genome }) => genome),
      count,
      wildCount: isWild ? 1 : 0,
      unsureCount: isWild ? 0 : 1,
      distances: [0.06, 0.1, 0.2],
      changed: 'everything',
      seen: history.map(({ genome }) => printOf(plain, genome)),
      seed,
    }),
  );
  return tiles.map(({ genome }) => genome);
}

const measured = new WeakMap<Genome, Statistics>();

function statisticsOf(genome: Genome): Statistics {
  let statistics = measured.get(genome);
  if (statistics === undefined) {
    statistics = measurePicture(runToEnd(plain(genome, criticView)));
    measured.set(genome, statistics);
  }
  return statistics;
}
