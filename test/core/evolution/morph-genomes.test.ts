import { describe, expect, test } from 'vitest';
import { parseGenome } from '#core/cppn/parse-genome.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { canMorph, morphGenomes } from '#core/evolution/morph-genomes.ts';
import { pictureDistance, printOf } from '#core/evolution/picture-distance.ts';
import { plain } from '../../plain.ts';

const from = sampleGenome('orchard', 1);
const to = sampleGenome('orchard', 2);

describe('morphGenomes', () => {
  test('begins and ends with the two themselves', () => {
    expect(morphGenomes(from, to, 0)).toBe(from);
    expect(morphGenomes(from, to, 1)).toBe(to);
  });

  test('goes from one picture to the other in small steps, each a genome that can be stored', () => {
    const shares = Array.from({ length: 41 }, (_, i) => i / 40);
    const genomes = shares.map((share) => morphGenomes(from, to, share));
    for (const genome of genomes) expect(parseGenome(genome).genome).toEqual(genome);
    const prints = genomes.map((genome) => printOf(plain, genome));
    const whole = pictureDistance(prints[0]!, prints.at(-1)!);
    expect(whole).toBeGreaterThan(0.1);
    for (let i = 1; i < prints.length; i++)
      expect(pictureDistance(prints[i - 1]!, prints[i]!)).toBeLessThan(0.4 * whole);
  });

  test('turns activations over one neuron after the other', () => {
    const count = (share: number) =>
      morphGenomes(from, to, share).layers.flatMap(({ activations }, layer) =>
        activations.filter((name, i) => name !== from.layers[layer]!.activations[i]),
      ).length;
    const counts = [0, 0.25, 0.5, 0.75, 1].map(count);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts[0]).toBe(0);
    expect(counts[2]).toBeGreaterThan(0);
    expect(counts[2]).toBeLessThan(counts[4]!);
  });

  test('of strangers there is nothing between', () => {
    expect(canMorph(from, sampleGenome('fold', 1))).toBe(false);
    expect(canMorph(from, to)).toBe(true);
  });
});
