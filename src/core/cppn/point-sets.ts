// Points to tell apart, made by a formula and a seed: each set is hard in a way of its own.
import { cos, sin } from '#core/math/elementary.ts';
import { createRandom, type Random, type Seed } from '#core/math/random.ts';
import { classNames } from './class-colors.ts';
import type { PointsTarget } from './training-target.ts';

export const pointSetNames = ['moons', 'rings', 'spirals', 'quarters'] as const;
export type PointSetName = (typeof pointSetNames)[number];

interface PointSet {
  readonly title: string;
  readonly classCount: number;
  /** Where a point of a class lies; `along` in [0, 1). */
  readonly place: (own: number, along: number, random: Random) => [x: number, y: number];
  /** Standard deviation of what is added to it. */
  readonly noise: number;
}

const turn = 2 * Math.PI;

const pointSets: Record<PointSetName, PointSet> = {
  moons: {
    title: 'Two moons',
    classCount: 2,
    noise: 0.06,
    place: (own, along) => {
      const angle = along * Math.PI;
      return own === 0
        ? [0.6 * cos(angle) - 0.27, 0.2 - 0.6 * sin(angle)]
        : [0.27 - 0.6 * cos(angle), 0.6 * sin(angle) - 0.2];
    },
  },
  rings: {
    title: 'Three rings',
    classCount: 3,
    noise: 0.045,
    place: (own, along) => {
      const radius = [0.12, 0.45, 0.8][own]!;
      return [radius * cos(along * turn), radius * sin(along * turn)];
    },
  },
  spirals: {
    title: 'Two spirals',
    classCount: 2,
    noise: 0.025,
    place: (own, along) => {
      const angle = along * 1.6 * turn + own * Math.PI;
      const radius = 0.08 + 0.8 * along;
      return [radius * cos(angle), radius * sin(angle)];
    },
  },
  quarters: {
    title: 'Four quarters',
    classCount: 4,
    noise: 0.05,
    place: (own, _along, random) => [
      (own % 2 === 0 ? -1 : 1) * (0.08 + 0.8 * random.uniform()),
      (own < 2 ? -1 : 1) * (0.08 + 0.8 * random.uniform()),
    ],
  },
};

/** `count` points in all, the classes in turn. */
export function buildPointSet(name: PointSetName, seed: Seed, count = 240): PointsTarget {
  const { title, classCount, place, noise } = pointSets[name];
  const random = createRandom(seed);
  const places = new Float32Array(2 * count);
  const classes = new Uint8Array(count);
  for (let point = 0; point < count; point++) {
    const own = point % classCount;
    const [x, y] = place(own, random.uniform(), random);
    places[2 * point] = limited(x + noise * random.normal());
    places[2 * point + 1] = limited(y + noise * random.normal());
    classes[point] = own;
  }
  return { kind: 'points', title, classNames: classNames.slice(0, classCount), axes: null, places, classes };
}

const limited = (x: number) => Math.max(-1, Math.min(1, x));
