import { describe, expect, test } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { wholeView } from '#core/cppn/view.ts';
import { createSketchHost } from '#platform/sketch/sketch-host.ts';
import { ownPalette } from '#platform/sketch/sketch-palette.ts';

const setting = {
  genome: sampleGenome('orchard', 3),
  view: wholeView,
  title: 'Fig Moon',
  palette: ownPalette,
  seed: 7,
  width: 120,
  height: 80,
  density: 1,
};

/** Nothing is drawn here: no p5 is needed. */
const host = (over: Partial<typeof setting> = {}) =>
  createSketchHost(
    Object.create(null),
    { ...setting, ...over },
    () => Promise.reject(),
    new AbortController().signal,
  );

describe('createSketchHost', () => {
  test('begins chance anew at every call, another with another stream or seed', () => {
    const draw = (random: { uint32: () => number }) => [random.uint32(), random.uint32()];
    const one = host();
    expect(draw(one.random())).toEqual(draw(one.random()));
    expect(draw(one.random())).toEqual(draw(host().random()));
    expect(draw(one.random(1))).not.toEqual(draw(one.random()));
    expect(draw(host({ seed: 8 }).random())).not.toEqual(draw(one.random()));
  });

  test('samples a grid at the centers of its cells, and joins them between', () => {
    const one = host();
    const grid = one.sampleGrid(60);
    expect([grid.columns, grid.rows, grid.samples.length]).toEqual([60, 40, 2400]);
    const [column, row] = [17, 22];
    const sample = grid.samples[row * 60 + column]!;
    const exact = one.sample((column + 0.5) * 2, (row + 0.5) * 2);
    expect(sample.form).toBe(exact.form);
    expect(sample.tone).toBe(exact.tone);
    expect(sample.bright).toBe(exact.bright);
    // From cell to cell, not exact: but the same way.
    expect(sample.slopeX * exact.slopeX + sample.slopeY * exact.slopeY).toBeGreaterThan(0);
    expect(grid.at((column + 0.5) * 2, (row + 0.5) * 2).form).toBeCloseTo(exact.form, 12);
    const beside = grid.samples[row * 60 + column + 1]!;
    expect(grid.at((column + 1) * 2, (row + 0.5) * 2).form).toBeCloseTo((exact.form + beside.form) / 2, 12);
    expect(grid.at(-50, 500).form).toBe(grid.samples[39 * 60]!.form);
  });

  test('says how light a point is beside the rest: from 0 to 1 over every picture', () => {
    for (const seed of [3, 20, 36]) {
      const { samples } = host({ genome: sampleGenome('orchard', seed) }).sampleGrid(40);
      const brights = samples.map(({ bright }) => bright).sort((a, b) => a - b);
      expect(brights[0]).toBeLessThan(0.1);
      expect(brights.at(-1)).toBeGreaterThan(0.9);
      expect(brights[800]).toBeGreaterThan(0.15);
      expect(brights[800]).toBeLessThan(0.85);
    }
  });

  test('moves with the artwork’s own loop', () => {
    const one = host();
    expect(one.sample(30, 30, 0.5).form).not.toBe(one.sample(30, 30).form);
    expect(one.sample(30, 30, 0).form).toBe(one.sample(30, 30).form);
    expect(one.sampleGrid(8, 0.5).samples[3]!.form).not.toBe(one.sampleGrid(8).samples[3]!.form);
  });
});
