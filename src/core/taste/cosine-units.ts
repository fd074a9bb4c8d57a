// The critic's first layer: cosines of random sums, never trained. With one trained layer after it, it is a Gaussian process in
// Dense clothing. Source: Rahimi & Recht, Random Features for Large-Scale Kernel Machines (2007).
import { createRandom } from '#core/math/random.ts';
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

function drawLayer(): Dense {
  const random = createRandom(SEED);
  const kernel = new Float32Array(UNIT_COUNT * STATISTIC_COUNT);
  const biases = new Float32Array(UNIT_COUNT);
  for (let unit = 0; unit < UNIT_COUNT; unit++) {
    const group = statisticGroups.find(({ name }) => name === sightOf(unit));
    const { from, to } = group ?? { from: 0, to: STATISTIC_COUNT };
    const scale = 1 / Math.sqrt(LENGTH * (to - from));
    for (let i = from; i < to; i++) kernel[unit * STATISTIC_COUNT + i] = random.normal() * scale;
    biases[unit] = random.uniform() * 2 * Math.PI;
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
