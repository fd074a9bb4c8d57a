import { beforeAll, describe, expect, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { paintTiles } from '#core/cppn/paint-tiles.ts';
import type { Pixels } from '#core/cppn/pixels.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import type { Artwork, Judgement, Stars } from '#core/gallery/records.ts';
import type { Critic } from '#core/taste/critic.ts';
import { criticView, measurePicture } from '#core/taste/measure-picture.ts';
import { planesOf } from '#core/taste/picture-planes.ts';
import type { Store } from '#platform/storage/store.ts';
import type { CriticView } from '#studio/critic-view.ts';
import type { Studio } from '#studio/studio.ts';
import { openStudio, until } from './open-studio.ts';
import { quickJobs, runInProcess } from './run-in-process.ts';
import { createDevice } from './tabs.ts';

const painted = new Map<string, Pixels>();

/** Each picture once for all tests. */
function paintOnce(genome: Genome): Pixels {
  const key = JSON.stringify(genome.layers[0]);
  const pixels = painted.get(key) ?? runToEnd(paintTiles(genome, criticView));
  painted.set(key, pixels);
  return pixels;
}

/** Real learning on real pictures. */
const tasteOnly: typeof quickJobs = {
  ...quickJobs,
  *measure(genomes) {
    yield 0;
    return genomes.map((genome) => measurePicture(paintOnce(genome)));
  },
};

/** A person who likes dark pictures: five of five for the darkest fifth of these. */
function whoLikesDark(artworks: readonly Artwork[]): ReadonlyMap<string, Stars> {
  const byLightness = artworks
    .map(({ id, genome }) => {
      const { l } = planesOf(paintOnce(genome));
      return { id, lightness: l.reduce((sum, value) => sum + value, 0) };
    })
    .sort((a, b) => a.lightness - b.lightness);
  return new Map(
    byLightness.map(({ id }, place) => [id, (5 - Math.floor((5 * place) / byLightness.length)) as Stars]),
  );
}

async function readLog(store: Store): Promise<readonly Judgement[]> {
  const query = { order: 'sequence', direction: 'ascending', limit: 1000 } as const;
  return (await store.page('judgement', query)).items;
}

const artworksOf = ({ explore }: Studio) => explore.wall.peek()!.tiles.map(({ artwork }) => artwork);

async function untilAwake(studio: Studio): Promise<CriticView> {
  studio.actions.wakeCritic();
  return (await until(studio.critic, (critic) => critic !== null))!;
}

/** Rates the wall's tiles `from` to `to` one after the other, waiting each time until that is learned. */
async function rate(studio: Studio, taste: ReadonlyMap<string, Stars>, from: number, to: number) {
  const critic = studio.critic.peek()!;
  for (const { id } of artworksOf(studio).slice(from, to)) {
    await studio.actions.rate(id, taste.get(id)!);
    await until(critic.isLearning, (isLearning) => !isLearning);
  }
}

describe('steering', () => {
  test('hands the critic to breeding from the ninth judgement on, as the log made it, and to fresh seeds never', async () => {
    const asked: (Critic | undefined)[] = [];
    const propose = quickJobs.propose!;
    const workers = runInProcess({
      ...tasteOnly,
      propose(request, signal) {
        asked.push(request.critic);
        return propose(request, signal);
      },
    });
    const device = createDevice();
    const { studio } = await openStudio(device, { workers });
    await untilAwake(studio);
    const taste = whoLikesDark(artworksOf(studio));
    const first = studio.explore.wall.peek()!.wall.id;
    const breedFromFirst = async () => {
      await studio.actions.goToWall(first);
      await studio.actions.breedFrom(artworksOf(studio)[0]!.id);
      await studio.actions.goToWall(first);
    };
    await rate(studio, taste, 0, 8);
    await breedFromFirst();
    // Not waited for: breeding waits for the latest judgement itself.
    const ninth = artworksOf(studio)[8]!.id;
    await studio.actions.rate(ninth, taste.get(ninth)!);
    await breedFromFirst();
    await studio.actions.newSeeds();
    expect(asked.map((critic) => critic === undefined)).toEqual([true, false, true]);
    expect(asked[1]!.evidence).toBe(9);
    expect(studio.explore.dials.peek().wildCount).toBe(1);

    const { studio: again } = await openStudio(device, { seed: 3, workers });
    await again.actions.breedFrom(artworksOf(again)[0]!.id);
    expect(asked[3]).toEqual(asked[1]);
    studio.dispose();
    again.dispose();
  });
});

describe('a person in a hurry', () => {
  test('is guessed at before they pause: what is begun is learned to its end', async () => {
    const device = createDevice();
    const { studio } = await openStudio(device, { workers: runInProcess(tasteOnly) });
    const critic = await untilAwake(studio);
    const taste = whoLikesDark(artworksOf(studio));
    for (const { id } of artworksOf(studio)) {
      await studio.actions.rate(id, taste.get(id)!);
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await until(critic.isLearning, (isLearning) => !isLearning);
    const guessed = (await readLog(device.store)).filter(({ guess }) => guess !== null);
    // All seven where the machine is idle; on a busy one several ratings may be faster than one lesson.
    expect(guessed.length).toBeGreaterThan(0);
    expect(critic.gauge.peek()).not.toBeNull();
    studio.dispose();
  });
});

describe('the critic', () => {
  const device = createDevice();
  let studio: Studio;
  let critic: CriticView;
  let taste: ReadonlyMap<string, Stars>;

  beforeAll(async () => {
    ({ studio } = await openStudio(device, { workers: runInProcess(tasteOnly) }));
    critic = await untilAwake(studio);
    taste = whoLikesDark(artworksOf(studio));
  });

  test('knows nothing, shows nothing and says so until the eighth judgement', async () => {
    await rate(studio, taste, 0, 7);
    expect(critic.gauge.peek()).toBeNull();
    const [, , , , , , , next] = artworksOf(studio);
    studio.actions.showGuess(next!.id);
    await until(studio.status, (line) => line?.text.startsWith('I know nothing about you yet.') === true);
    expect(critic.rings.peek().size).toBe(0);
    studio.actions.dismissStatus();
    studio.actions.showGuess(artworksOf(studio)[0]!.id);
    await until(studio.status, (line) => line?.text.startsWith('You have rated this one already') === true);
    studio.actions.dismissStatus();
    await rate(studio, taste, 7, 8);
    expect(critic.gauge.peek()).toBe(5);
    expect(studio.status.peek()?.text).toBe('I have a first hunch. Rest on a picture and I will guess.');
    expect((await readLog(device.store)).every(({ guess }) => guess === null)).toBe(true);
  });

  test('guesses before each rating from then on, and draws its ring beside it', async () => {
    await rate(studio, taste, 8, 12);
    const log = await readLog(device.store);
    const guessed = log.filter(({ guess }) => guess !== null);
    expect(guessed).toHaveLength(4);
    expect(log.slice(0, 8).every(({ guess }) => guess === null)).toBe(true);
    for (const { guess, wasPeeked } of guessed) {
      expect(guess!.stars).toBeGreaterThanOrEqual(1);
      expect(guess!.stars).toBeLessThanOrEqual(5);
      expect(guess!.doubt).toBeGreaterThan(0);
      expect(wasPeeked).toBe(false);
    }
    const last = artworksOf(studio)[11]!;
    const ring = critic.rings.peek().get(last.id);
    expect(ring).toMatchObject({
      stars: Math.round(guessed.at(-1)!.guess!.stars),
      words: null,
      isFresh: true,
    });
    expect(critic.gauge.peek()).toBeLessThanOrEqual(5);
  });

  test('marks what was seen before the rating, and leaves it out of the score', async () => {
    const seen = artworksOf(studio)[12]!;
    studio.actions.showGuess(seen.id);
    const rings = await until(critic.rings, (rings) => rings.has(seen.id));
    const ring = rings.get(seen.id)!;
    expect(ring).toMatchObject({ words: `a hunch: ${ring.stars}`, isHunch: true });
    await rate(studio, taste, 12, 13);
    const last = (await readLog(device.store)).at(-1)!;
    expect(last).toMatchObject({ wasPeeked: true, said: { kind: 'stars', artwork: seen.id } });
    expect(last.guess).not.toBeNull();

    studio.actions.go({ kind: 'taste' });
    const board = (await until(critic.board, (board) => board !== null))!;
    expect(board).toMatchObject({ ratingCount: 13, judgementCount: 13 });
    expect(board.duet).toHaveLength(4);
    expect(board.duet.map(({ artwork }) => artwork)).not.toContain(seen.id);
    expect(board.headline).toBe('I am still guessing. 13 ratings, and too few guesses to compare yet.');
    expect(board.rates).toEqual([]);

    // What it asks for next is what of the wall is not rated; what it was told stands by stars.
    expect(new Set(board.worth.artworks)).toEqual(new Set(artworksOf(studio).slice(13)));
    expect(board.worth.lead).toBe(
      'Each has a guess of mine behind it. 6 more, and I can be held against chance.',
    );
    expect(board.again).toBeNull();
    const rated = artworksOf(studio).slice(0, 13);
    for (const { stars, count, latest } of board.given) {
      const own = rated.filter(({ id }) => taste.get(id) === stars);
      expect(count).toBe(own.length);
      expect(latest.map(({ id }) => id)).toEqual(own.map(({ id }) => id).reverse());
    }
    studio.actions.go({ kind: 'explore' });
  });

  test('follows undo: what was taken back is unlearned, and its ring is gone', async () => {
    const { id } = artworksOf(studio)[13]!;
    studio.actions.showGuess(id);
    const before = (await until(critic.rings, (rings) => rings.has(id))).get(id)!;
    await studio.actions.rate(id, 1);
    await studio.actions.undo();
    await until(critic.isLearning, (isLearning) => !isLearning);
    expect(critic.rings.peek().get(id)).toMatchObject({ stars: before.stars, words: before.words });

    const unseen = artworksOf(studio)[14]!;
    await studio.actions.rate(unseen.id, 5);
    const guessedFirst = (await readLog(device.store)).at(-1)!;
    await studio.actions.undo();
    expect(critic.rings.peek().has(unseen.id)).toBe(false);
    await until(critic.isLearning, (isLearning) => !isLearning);
    // It has shown its guess beside the first rating: the second is no test of it.
    await studio.actions.rate(unseen.id, 4);
    const guessedAgain = (await readLog(device.store)).at(-1)!;
    expect(guessedFirst.wasPeeked).toBe(false);
    expect(guessedAgain).toMatchObject({ wasPeeked: true, said: { artwork: unseen.id, stars: 4 } });
    await studio.actions.undo();
    await until(critic.isLearning, (isLearning) => !isLearning);
  });

  test('keeps the guess of the first rating when the person thinks again', async () => {
    const { id } = artworksOf(studio)[8]!;
    const first = (await readLog(device.store)).find(
      ({ said }) => said.kind === 'stars' && said.artwork === id,
    )!;
    await studio.actions.rate(id, taste.get(id) === 3 ? 4 : 3);
    const again = (await readLog(device.store)).at(-1)!;
    expect(again.guess).toEqual(first.guess);
    expect(again.wasPeeked).toBe(true);
    await studio.actions.undo();
  });

  test('gives its reasons, signed and the heaviest first; whoever reads them has seen the guess', async () => {
    const { id } = artworksOf(studio)[14]!;
    studio.actions.showWhy(id);
    const why = (await until(critic.why, (why) => why !== null))!;
    expect(why.artwork).toBe(id);
    expect(why.reasons.length).toBeGreaterThan(0);
    const weights = why.reasons.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    studio.actions.showWhy(id);
    await until(critic.why, (why) => why === null);
  });

  test('comes back from the log alone, with the same rings and the same guess', async () => {
    await until(critic.isLearning, (isLearning) => !isLearning);
    const { id } = artworksOf(studio)[13]!;
    const guessed = critic.rings.peek().get(id)!;
    const { studio: again } = await openStudio(device, { seed: 2, workers: runInProcess(tasteOnly) });
    const other = await untilAwake(again);
    await until(other.isLearning, (isLearning) => !isLearning);
    expect(again.status.peek()).toBeNull();
    again.actions.showGuess(id);
    const rings = await until(other.rings, (rings) => rings.has(id));
    expect(rings.get(id)).toMatchObject({ stars: guessed.stars, words: guessed.words });
    const rated = [...critic.rings.peek()].filter(([, { words }]) => words === null);
    for (const [artwork, { stars }] of rated) expect(rings.get(artwork)?.stars).toBe(stars);
    expect(other.gauge.peek()).toBe(critic.gauge.peek());
    again.dispose();
  });

  test('shows nothing before a rating when that is what the person wants, nor at all', async () => {
    const { id } = artworksOf(studio)[12]!;
    critic.setPreview('never');
    expect(critic.rings.peek().size).toBe(0);
    critic.setPreview('after-rating');
    expect(critic.rings.peek().has(id)).toBe(true);
    const { id: unseen } = artworksOf(studio)[14]!;
    while (studio.status.peek() !== null) studio.actions.dismissStatus();
    studio.actions.showGuess(unseen);
    await until(studio.status, (line) => line?.text.startsWith('Guesses are not shown before') === true);
    while (studio.status.peek() !== null) studio.actions.dismissStatus();
    // Reasons tell the guess as well: they are kept back with it, until there is a rating.
    studio.actions.showWhy(unseen);
    await until(studio.status, (line) => line?.text.startsWith('Guesses are not shown before') === true);
    expect(critic.why.peek()).toBeNull();
    studio.actions.showWhy(id);
    await until(critic.why, (why) => why?.artwork === id);
    critic.setPreview('at-rest');
    studio.dispose();
  });
});
