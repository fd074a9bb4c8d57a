import type { Genome } from '#core/cppn/genome.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { type Print, pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { type ProposedWall, proposeWall, type WallRequest } from '#core/evolution/propose-wall.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { createRandom, type Random } from '#core/math/random.ts';
import { plain } from '../plain.ts';
import { type Figure, percent } from './figure.ts';

const TILE_COUNT = 15;
const REMEMBERED_WALLS = 20;
const GENERATIONS = 6;

interface HungWall {
  readonly request: WallRequest;
  readonly wall: ProposedWall;
}

/** Walls as a person would come by them: fresh seeds, then five generations from one to four picks at varied distances, and anew. */
export function measureWalls({ tileCount }: { tileCount: number }): Figure[] {
  const random = createRandom(20261125);
  const hung: HungWall[] = [];
  let parents: readonly Genome[] = [];
  let remembered: readonly (readonly Print[])[] = [];
  while (hung.length * TILE_COUNT < tileCount) {
    if (hung.length % GENERATIONS === 0) parents = [];
    const request: WallRequest = {
      seed: random.seed(),
      parents,
      count: TILE_COUNT,
      wildCount: parents.length === 0 ? TILE_COUNT : 1 + (hung.length % 3),
      distance: 0.03 + 0.22 * random.uniform() ** 2,
      changed: 'everything',
      seen: remembered.flat(),
    };
    const wall = runToEnd(proposeWall(plain, request));
    hung.push({ request, wall });
    remembered = [...remembered, wall.proposals.map(({ print }) => print)].slice(-REMEMBERED_WALLS);
    parents = pick(
      wall.proposals.map(({ genome }) => genome),
      random,
    );
  }
  const judged = hung.reduce((sum, { wall }) => sum + wall.judgedCount, 0);
  const refused = hung.reduce((sum, { wall }) => sum + wall.refusedCount, 0);
  const missing = hung.reduce((sum, { wall }) => sum + TILE_COUNT - wall.proposals.length, 0);
  const dead = hung
    .flatMap(deadTiles)
    .slice(0, tileCount)
    .filter((isDead) => isDead).length;
  return [
    { name: 'dead tiles', value: dead + missing, unit: 'tiles' },
    { name: 'rejected', value: percent(refused, judged), unit: '%' },
  ];
}

const pick = (genomes: readonly Genome[], random: Random) =>
  random.shuffle(genomes).slice(0, 1 + Math.floor(random.uniform() * 4));

/**
 * For each tile, judged anew from what would be stored of it, whether the gates refuse it, or whether it is a twin: closer
 * than min(.02, target / 3) to a parent, to a tile of its wall or to one of the last twenty walls (fresh seeds on one wall: .05).
 */
function deadTiles({ request, wall }: HungWall): boolean[] {
  const genomes = wall.proposals.map(({ genome }) => JSON.parse(JSON.stringify(genome)) as Genome);
  const prints = genomes.map((genome) => printOf(plain, genome));
  const others = [...request.seen, ...request.parents.map((genome) => printOf(plain, genome))];
  const limit = Math.min(0.02, request.distance / 3);
  return genomes.map((genome, at) => {
    const onWall = wall.proposals[at]!.tile === 'child' ? limit : Math.max(limit, 0.05);
    const isClose = (other: Print, within: number) => pictureDistance(prints[at]!, other) < within;
    return (
      judgePicture(plain, genome).reasons.length > 0 ||
      others.some((other) => isClose(other, limit)) ||
      prints.some(
        (other, place) =>
          place !== at && isClose(other, wall.proposals[place]!.tile === 'child' ? limit : onWall),
      )
    );
  });
}

/** Share of children whose picture distance to the nearest parent is within x1.25 of the target; the worst of the targets. */
export function measureSteps({
  distances,
  childCount,
}: {
  distances: readonly number[];
  childCount: number;
}): Figure {
  const shares = distances.map((distance) => {
    const random = createRandom(20261126);
    let [within, total] = [0, 0];
    while (total < childCount) {
      const seeds = runToEnd(proposeWall(plain, request({ seed: random.seed(), distance })));
      const parents = pick(
        seeds.proposals.map(({ genome }) => genome),
        random,
      );
      const parentPrints = parents.map((genome) => printOf(plain, genome));
      const bred = runToEnd(
        proposeWall(plain, request({ seed: random.seed(), distance, parents, wildCount: 0 })),
      );
      for (const { tile, genome } of bred.proposals) {
        if (tile !== 'child') continue;
        const print = printOf(plain, genome);
        const achieved = Math.min(...parentPrints.map((parent) => pictureDistance(print, parent)));
        total++;
        if (achieved >= distance / 1.25 && achieved <= distance * 1.25) within++;
      }
    }
    return percent(within, total);
  });
  return { name: 'step within x1.25', value: Math.min(...shares), unit: '%' };
}

const request = (given: Partial<WallRequest> & Pick<WallRequest, 'seed' | 'distance'>): WallRequest => ({
  parents: [],
  count: TILE_COUNT,
  wildCount: TILE_COUNT,
  changed: 'everything',
  seen: [],
  ...given,
});
