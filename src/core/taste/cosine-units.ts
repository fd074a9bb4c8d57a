// The critic's first layer: cosines of random sums, never trained. With one trained layer after it, it is a Gaussian process in
// Dense clothing. Source: Rahimi & Recht, Random Features for Large-Scale Kernel Machines (2007).
import { createRandom, type Random } from '#core/math/random.ts';
import { predict } from '#core/nn/predict.ts';
import type { Dense, Sequential } from '#core/nn/sequential.ts';
import type { Statistics } from './measure-picture.ts';
import { STATISTIC_COUNT, type StatisticGroup, statisticGroups } from './statistic-groups.ts';

export const UNIT_COUNT = 448;

/** Every critic has the same first layer, so that none needs to carry it. Another seed is another critic. */
const SEED = 20261125;
/** Square of the kernel's length, a statistic of deviation 1: longer forgives more. Measured on the studio's own pictures. */
const LENGTH = 1.6;
const OUTPUT_SCALE = Math.sqrt(2 / UNIT_COUNT);

/** What a unit sees: even units all statistics, odd ones one group each, in turn. */
export const sightOf = (unit: number): StatisticGroup | 'the whole' =>
  unit % 2 === 0 ? 'the whole' : statisticGroups[((unit - 1) / 2) % statisticGroups.length]!.name;

let model: Sequential | null = null;

/** [statisticCount / 70, 448], row-major: what the trained layer sees. */
export function cosinesOf(statistics: ArrayLike<number>): Float64Array {
  model ??= { layers: [drawLayer()] };
  const values = predict(model, statistics);
  for (let i = 0; i < values.length; i++) values[i]! *= OUTPUT_SCALE;
  return values;
}

/** As `cosinesOf`, for pictures one after the other. */
export function cosinesOfAll(pictures: readonly Statistics[]): Float64Array {
  const rows = new Float64Array(pictures.length * STATISTIC_COUNT);
  pictures.forEach((statistics, row) => {
    rows.set(statistics, row * STATISTIC_COUNT);
  });
  return cosinesOf(rows);
}

/**
 * Units of one sight come in pairs of one direction, a quarter turn apart, and directions at right angles to one another as far as
 * there are any: 448 units then stand for the kernel as well as twice as many drawn freely.
 * Source: Yu et al., Orthogonal Random Features (2016).
 */
function drawLayer(): Dense {
  const random = createRandom(SEED);
  const kernel = new Float32Array(UNIT_COUNT * STATISTIC_COUNT);
  const biases = new Float32Array(UNIT_COUNT);
  for (const { name, from, to } of [
    { name: 'the whole' as const, from: 0, to: STATISTIC_COUNT },
    ...statisticGroups,
  ]) {
    const units = Array.from({ length: UNIT_COUNT }, (_, unit) => unit).filter(
      (unit) => sightOf(unit) === name,
    );
    const scale = 1 / Math.sqrt(LENGTH * (to - from));
    let block: Float64Array[] = [];
    for (let pair = 0; pair < units.length / 2; pair++) {
      if (block.length === to - from) block = [];
      const direction = drawDirection(random, to - from, block);
      const phase = random.uniform() * 2 * Math.PI;
      for (const [turn, unit] of [units[2 * pair]!, units[2 * pair + 1]!].entries()) {
        for (let i = from; i < to; i++) kernel[unit * STATISTIC_COUNT + i] = direction[i - from]! * scale;
        biases[unit] = phase + (turn * Math.PI) / 2;
      }
    }
  }
  return {
    inputCount: STATISTIC_COUNT,
    units: UNIT_COUNT,
    kernel,
    biases,
    activation: new Array<'cos'>(UNIT_COUNT).fill('cos'),
    isTrainable: false,
  };
}

/** As long as a normal draw, at right angles to those in `block`, to which its unit direction is added. */
function drawDirection(random: Random, count: number, block: Float64Array[]): Float64Array {
  const drawn = Float64Array.from({ length: count }, () => random.normal());
  const length = Math.sqrt(dot(drawn, drawn));
  for (const other of block) {
    const along = dot(drawn, other);
    for (let i = 0; i < count; i++) drawn[i]! -= along * other[i]!;
  }
  const left = Math.sqrt(dot(drawn, drawn));
  block.push(drawn.map((value) => value / left));
  return drawn.map((value) => (value / left) * length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
