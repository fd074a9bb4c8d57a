import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { applySteps } from '#core/evolution/apply-steps.ts';
import { countClashes, traitsOf } from '#core/evolution/arrange-tiles.ts';
import { judgePicture } from '#core/evolution/gates.ts';
import { type Print, pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { type ProposedWall, proposeWall, type WallRequest } from '#core/evolution/propose-wall.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { plain } from '../../plain.ts';
import { inkGenome } from './genomes.ts';

const porcelain = sampleGenome('porcelain', 1);
const silk = sampleGenome('silk', 1);
const orchard = sampleGenome('orchard', 3);

const request = (changes: Partial<WallRequest>): WallRequest => ({
  seed: 1,
  parents: [],
  count: 9,
  wildCount: 0,
  distance: 0.1,
  changed: 'everything',
  seen: [],
  ...changes,
});
const propose = (changes: Partial<WallRequest>): ProposedWall =>
  runToEnd(proposeWall(plain, request(changes)));

const tilesOf = ({ proposals }: ProposedWall) => proposals.map(({ tile }) => tile);
const closest = (wall: ProposedWall, others: readonly Print[]) =>
  Math.min(
    ...wall.proposals.flatMap(({ print }, i) =>
      [...others, ...wall.proposals.slice(0, i).map((other) => other.print)].map((other) =>
        pictureDistance(print, other),
      ),
    ),
  );

describe('proposeWall from seeds', () => {
  const wall = propose({ count: 15 });

  it('gives as many fresh seeds as asked, each of which passes the gates and can be drawn again', () => {
    expect(tilesOf(wall)).toEqual(Array.from({ length: 15 }, () => 'seed'));
    for (const { genome, print, origin } of wall.proposals) {
      expect(judgePicture(plain, genome).reasons).toEqual([]);
      expect(print).toEqual(printOf(plain, genome));
      if (origin.kind !== 'seed') throw new Error('expected a seed');
      expect(sampleGenome(origin.recipe, origin.seed)).toEqual(genome);
    }
  });

  it('keeps .05 between any two', () => {
    expect(closest(wall, [])).toBeGreaterThanOrEqual(0.05);
  });

  it('lays them out so that neighbours differ', () => {
    expect(countClashes(wall.proposals.map(({ genome }) => traitsOf(genome)))).toBeLessThanOrEqual(1);
  });

  it('counts what the gates saw and refused', () => {
    expect(wall.judgedCount).toBe(15 + wall.refusedCount + wall.twinCount);
    expect(wall.refusedCount / wall.judgedCount).toBeLessThan(0.5);
  });
});

describe('proposeWall from parents', () => {
  const parents = [porcelain, silk, orchard];
  const prints = parents.map((genome) => printOf(plain, genome));
  const wall = propose({ parents, wildCount: 3, seed: 4 });
  const children = wall.proposals.flatMap(({ genome, print, origin }) =>
    origin.kind === 'bred' ? [{ genome, print, origin }] : [],
  );

  it('gives the asked number of wild cards, at places that say nothing', () => {
    expect(tilesOf(wall).filter((tile) => tile === 'wild')).toHaveLength(3);
    expect(children).toHaveLength(6);
    const places = [1, 2, 3, 4].map((seed) =>
      tilesOf(propose({ parents: [porcelain], count: 3, wildCount: 2, seed })).indexOf('child'),
    );
    expect(new Set(places).size).toBeGreaterThan(1);
  });

  it('keeps children within 40 % of the distance asked from their base parent', () => {
    for (const { print, origin } of children) {
      const distance = pictureDistance(prints[origin.parents[0]!]!, print);
      expect(distance).toBeGreaterThanOrEqual(0.06);
      expect(distance).toBeLessThanOrEqual(0.14);
      expect(origin.distance).toBe(Math.min(...prints.map((parent) => pictureDistance(parent, print))));
    }
  });

  it('lets each parent lead as many children as the others', () => {
    const leads = parents.map((_, i) => children.filter(({ origin }) => origin.parents[0] === i).length);
    expect(leads).toEqual([2, 2, 2]);
  });

  it('records how each child came about: the same parents and steps give the same genome', () => {
    for (const { genome, origin } of children) {
      expect(
        applySteps(
          origin.parents.map((place) => parents[place]!),
          origin.how,
        ),
      ).toEqual(genome);
    }
    expect(children.some(({ origin }) => origin.parents.length === 2)).toBe(true);
  });

  it('shows nothing the gates refuse', () => {
    for (const { genome } of wall.proposals) expect(judgePicture(plain, genome).reasons).toEqual([]);
  });

  it('gives the same proposals, byte for byte, for the same request, and others for another seed', () => {
    const small = { parents: [porcelain, silk], count: 2, wildCount: 1, seed: 9 };
    expect(JSON.stringify(propose(small))).toBe(JSON.stringify(propose(small)));
    expect(JSON.stringify(propose(small))).not.toBe(JSON.stringify(propose({ ...small, seed: 10 })));
  });

  it('proposes no twin of a parent, of this wall or of what was seen', () => {
    const first = propose({ parents: [porcelain], count: 2, distance: 0.04, seed: 2 });
    const seen = first.proposals.map(({ print }) => print);
    // The same seed breeds the same children again; all of them are twins of what was seen.
    const again = propose({ parents: [porcelain], count: 2, distance: 0.04, seed: 2, seen });
    expect(again.twinCount).toBeGreaterThan(0);
    expect(closest(again, [...seen, printOf(plain, porcelain)])).toBeGreaterThanOrEqual(0.04 / 3);
  });

  it('swaps a single tile', () => {
    expect(tilesOf(propose({ parents: [orchard], count: 1 }))).toEqual(['child']);
    expect(tilesOf(propose({ parents: [orchard], count: 1, wildCount: 1 }))).toEqual(['wild']);
    expect(tilesOf(propose({ count: 1 }))).toEqual(['seed']);
  });

  it("changes no palette for 'form' and no network for 'color'", () => {
    for (const { genome } of propose({ parents: [orchard], count: 2, changed: 'form' }).proposals) {
      expect(genome.coloring).toEqual(orchard.coloring);
    }
    for (const { genome } of propose({ parents: [orchard], count: 2, changed: 'color' }).proposals) {
      expect(genome.layers).toEqual(orchard.layers);
    }
  });

  it('fills up with wild cards when breeding finds nothing that may be shown', () => {
    // A network of no links and fixed outputs stays one flat color whatever its palette.
    const flat = {
      ...sampleGenome('silk', 1),
      layers: sampleGenome('silk', 1).layers.map((genes) => ({
        ...genes,
        kernel: genes.kernel.map(() => 0),
      })),
    };
    const wall = propose({ parents: [flat], count: 1 });
    expect(tilesOf(wall)).toEqual(['wild']);
    for (const { genome } of wall.proposals) expect(judgePicture(plain, genome).reasons).toEqual([]);
  });

  it('lets children be what their parent already is, but never flat', () => {
    const twoTone = inkGenome([3, 1, 0.5], 0.1, 'step');
    expect(judgePicture(plain, twoTone).reasons).toContain('few-colors');
    const wall = propose({ parents: [twoTone], count: 3, seed: 3 });
    expect(tilesOf(wall)).toContain('child');
    for (const { genome } of wall.proposals) {
      expect(judgePicture(plain, genome).reasons).not.toContain('flat');
    }
  });

  it('yields often, and its progress only rises', () => {
    const work = proposeWall(
      plain,
      request({ parents: [porcelain, orchard], count: 6, wildCount: 1, seed: 5 }),
    );
    const progress: number[] = [];
    for (let step = work.next(); !step.done; step = work.next()) progress.push(step.value);
    expect(progress.length).toBeGreaterThan(20);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress[0]).toBeGreaterThanOrEqual(0);
    expect(progress.at(-1)).toBeLessThanOrEqual(1);
  });
});
