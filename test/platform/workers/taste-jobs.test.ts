import { describe, expect, it } from 'vitest';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import type { JobName, Jobs } from '#platform/workers/jobs.ts';
import { createTasteJobs } from '#platform/workers/taste-jobs.ts';

const jobs = createTasteJobs(paintTiles);

async function runJob<N extends keyof typeof jobs & JobName>(name: N, input: Jobs[N]['input']) {
  const work = jobs[name](input, new AbortController().signal);
  const progress: number[] = [];
  for (;;) {
    const slice = work.next();
    if (slice.done) return { output: (await slice.value) as Jobs[N]['output'], progress };
    progress.push(slice.value);
  }
}

const genomes = [1, 2, 3, 4].map((seed) => sampleGenome('porcelain', seed));

describe('createTasteJobs', () => {
  it('measures, learns, guesses and explains, each from what the one before gave', async () => {
    const { output: pictures } = await runJob('measure', genomes);
    expect(pictures.map(({ length }) => length)).toEqual([70, 70, 70, 70]);
    const ratings = pictures.map((statistics, i) => ({ statistics, stars: i % 2 === 0 ? 5 : 1, weight: 1 }));
    const { output: critic } = await runJob('learn', { examples: { ratings, picks: [] }, seed: 1 });
    const { output: guesses } = await runJob('guess', { critic, pictures });
    expect(guesses[0]!.stars).toBeGreaterThan(guesses[1]!.stars);
    expect(guesses[2]!.stars).toBeGreaterThan(guesses[3]!.stars);
    const { output: explained } = await runJob('explain', { critic, picture: pictures[0]! });
    const sum = Object.values(explained.parts).reduce((total, part) => total + part, explained.average);
    expect(sum).toBeCloseTo(explained.score, 4);
  });

  it('keeps the score with a curve of few points, however long the log', async () => {
    const guesses = Array.from({ length: 130 }, (_, i) => ({
      artwork: `${i}`,
      guess: { stars: 1 + (i % 5), doubt: 1 },
      stars: 1 + ((i + (i % 3 === 0 ? 1 : 0)) % 5),
      isFair: true,
    }));
    const { output, progress } = await runJob('score', {
      guesses,
      secondRatings: [],
      judgementCount: 140,
      seed: 1,
    });
    expect(output.board.state).toBe('clear of chance');
    expect(output.trace.at(-1)).toEqual({ guessCount: 130, rate: output.board.all });
    expect(output.trace.length).toBeLessThanOrEqual(24);
    expect(output.trace.length).toBeGreaterThan(15);
    // A slice a point, so that a wall may come between.
    expect(progress.length).toBeGreaterThanOrEqual(output.trace.length);
  });
});
