import { describe, expect, test } from 'vitest';
import { chartPoints, chartScales, hungEpochs, lossTicks } from '#ui/train/chart-scales.ts';

const historyOf = (losses: readonly number[]) =>
  Float32Array.from(losses.flatMap((loss) => [loss, 0.5, 2 * loss, 0.25]));
const box = { widthPx: 800, heightPx: 300, left: 16, right: 52, top: 14, bottom: 14 };

describe('chartPoints', () => {
  test('gives every epoch of a short run', () => {
    const points = chartPoints({ epoch: 3, history: historyOf([0.5, 0.25, 0.125]) });
    expect(points.map(({ epoch, loss, unseenLoss }) => [epoch, loss, unseenLoss])).toEqual([
      [1, 0.5, 1],
      [2, 0.25, 0.5],
      [3, 0.125, 0.25],
    ]);
    expect(chartPoints({ epoch: 0, history: new Float32Array(0) })).toEqual([]);
  });

  test('of a long run gives a few hundred, the first, the last and every early one among them', () => {
    const epochs = chartPoints({
      epoch: 4000,
      history: historyOf(Array.from({ length: 4000 }, () => 0.1)),
    }).map(({ epoch }) => epoch);
    expect(epochs.length).toBeLessThan(302);
    expect(epochs.slice(0, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(epochs.at(-1)).toBe(4000);
    expect(epochs).toEqual([...new Set(epochs)].sort((a, b) => a - b));
  });
});

describe('chartScales', () => {
  test('puts equal ratios equally far apart, within the box', () => {
    const points = chartPoints({ epoch: 3, history: historyOf([0.5, 0.05, 0.005]) });
    const { x, y, share } = chartScales(points, 150, box);
    expect(x(1)).toBe(16);
    expect(x(150)).toBeCloseTo(748, 9);
    expect(x(4) - x(2)).toBeCloseTo(x(2) - x(1), 9);
    expect(y(0.05) - y(0.5)).toBeCloseTo(y(0.005) - y(0.05), 9);
    for (const { loss, unseenLoss } of points) {
      for (const value of [loss, unseenLoss]) {
        expect(y(value)).toBeGreaterThanOrEqual(14);
        expect(y(value)).toBeLessThanOrEqual(286);
      }
    }
    expect([share(0), share(1)]).toEqual([286, 14]);
  });
});

describe('lossTicks', () => {
  test('are a few numbers that can be said', () => {
    expect(lossTicks([0.0004, 0.06])).toEqual([0.001, 0.01]);
    expect(lossTicks([0.0006, 0.012])).toEqual([0.001, 0.002, 0.005, 0.01]);
    expect(lossTicks([0.3, 2])).toEqual([0.5, 1, 2]);
  });
});

describe('hungEpochs', () => {
  test('leaves out those that would cover one another', () => {
    const epochs = [1, 2, 4, 8, 16, 32, 64];
    const x = (octavePx: number) => (epoch: number) => octavePx * Math.log2(epoch);
    expect(hungEpochs(epochs, x(101), 62)).toEqual(epochs);
    expect(hungEpochs(epochs, x(40), 62)).toEqual([1, 4, 16, 64]);
    expect(hungEpochs(epochs, x(25), 62)).toEqual([1, 8, 64]);
  });
});
