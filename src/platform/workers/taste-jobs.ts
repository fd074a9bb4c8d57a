// The critic's jobs: seeing, learning, guessing, and keeping the score.
import type { Genome } from '#core/cppn/genome.ts';
import type { PaintRequest, Pixels } from '#core/cppn/pixels.ts';
import { explainGuess, guessStars } from '#core/taste/critic.ts';
import { criticView, measurePicture, type Statistics } from '#core/taste/measure-picture.ts';
import { buildScoreboard, traceHitRate } from '#core/taste/scoreboard.ts';
import { trainCritic } from '#core/taste/train-critic.ts';
import type { JobWork } from './serve-jobs.ts';

/** Of the curve: points at most, and guesses from one to the next at least. */
const stopCount = 24;
const shortestSpan = 5;

/** `paint` must give the same bytes on every machine: the critic judges what it sees by them. */
export const createTasteJobs = (
  paint: (genome: Genome, request: PaintRequest) => Generator<number, Pixels>,
): Pick<JobWork, 'measure' | 'learn' | 'guess' | 'explain' | 'score'> => ({
  *measure(genomes) {
    const measured: Statistics[] = [];
    for (const genome of genomes) {
      measured.push(measurePicture(yield* paint(genome, criticView)));
      yield measured.length / genomes.length;
    }
    return measured;
  },

  learn: (request) => trainCritic(request),

  *guess({ critic, pictures }) {
    yield 0;
    return pictures.map((picture) => guessStars(critic, picture));
  },

  *explain({ critic, picture }) {
    yield 0;
    return explainGuess(critic, picture);
  },

  *score(request) {
    const { guesses, seed } = request;
    yield 0;
    const board = buildScoreboard(request);
    yield 0;
    const every = Math.max(shortestSpan, Math.ceil(guesses.length / stopCount));
    return { board, trace: yield* traceHitRate(guesses, { every, seed }) };
  },
});
