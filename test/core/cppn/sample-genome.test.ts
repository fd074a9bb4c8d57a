import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { housePalettes } from '#core/cppn/house-palettes.ts';
import { paletteTable } from '#core/cppn/palette-table.ts';
import { recipeNames, recipes } from '#core/cppn/recipes.ts';
import { SAMPLER, sampleGenome } from '#core/cppn/sample-genome.ts';
import { oklabToLinear } from '#core/math/color.ts';

describe('sampleGenome', () => {
  it('is frozen: sampler 1 draws these genomes for ever', () => {
    const hash = createHash('sha256');
    for (const recipe of recipeNames) {
      for (const seed of [0, 1, 4217, 2 ** 40 + 7]) hash.update(JSON.stringify(sampleGenome(recipe, seed)));
    }
    expect(SAMPLER).toBe(1);
    expect(hash.digest('hex')).toBe('e75ccb18ca7fac4d6888b741845d2e8cf5ff4f4d2b367351c04873c0b82acfee');
  });

  it('draws each recipe at its own shape, with float32 weights and names of its own for neurons', () => {
    for (const recipe of recipeNames) {
      const { layers, width } = recipes[recipe];
      const genome = sampleGenome(recipe, 12);
      expect(genome.layers.map(({ biases }) => biases.length)).toEqual([...new Array(layers).fill(width), 3]);
      const weights = genome.layers.flatMap(({ kernel, biases }) => [...kernel, ...biases]);
      for (const weight of weights) expect(Object.is(Math.fround(weight), weight)).toBe(true);
      const ids = genome.layers.flatMap(({ neurons }) => neurons);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('keeps petal to its cool palettes', () => {
    for (let seed = 0; seed < 40; seed++) {
      const { coloring } = sampleGenome('petal', seed);
      expect(coloring.kind === 'palette' && recipes.petal.palettes!.includes(coloring.palette.name)).toBe(
        true,
      );
    }
  });
});

describe('housePalettes', () => {
  it('are sixteen, rise from 0 to 1, and nothing between their stops leaves sRGB by more than a trace', () => {
    expect(housePalettes).toHaveLength(16);
    for (const palette of housePalettes) {
      const positions = palette.stops.map(({ position }) => position);
      expect(positions[0]).toBe(0);
      expect(positions.at(-1)).toBe(1);
      expect([...positions].sort((a, b) => a - b)).toEqual(positions);
      const table = paletteTable(palette);
      // One expectation a palette: a hundred thousand of them took a second.
      const channels: number[] = [];
      for (let i = 0; i < table.length; i += 3)
        channels.push(...oklabToLinear(table[i]!, table[i + 1]!, table[i + 2]!));
      expect(channels.every(Number.isFinite), palette.name).toBe(true);
      expect(Math.min(...channels), palette.name).toBeGreaterThan(-0.01);
      expect(Math.max(...channels), palette.name).toBeLessThan(1.01);
    }
  });
});
