import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { describeProvenance } from '#core/gallery/provenance.ts';
import type { Origin } from '#core/gallery/records.ts';

const genome = sampleGenome('orchard', 1);
const say = (origin: Origin, depth = 1) => describeProvenance({ origin, genome }, depth);
const bred = (...parents: string[]): Origin => ({ kind: 'bred', parents, seed: 1, how: [] });

describe('describeProvenance', () => {
  it('gives generation and parents of a bred one', () => {
    expect(say(bred('a', 'b'), 4)).toBe('Fourth generation, from two parents. Six layers of ten neurons.');
    expect(say(bred('a'), 2)).toBe('Second generation, from one parent. Six layers of ten neurons.');
  });

  it('counts in figures beyond twelve', () => {
    expect(say(bred('a'), 13)).toMatch(/^13th generation/);
    expect(say(bred('a'), 21)).toMatch(/^21st generation/);
    expect(say(bred('a'), 111)).toMatch(/^111th generation/);
    expect(say(bred('a'), 122)).toMatch(/^122nd generation/);
  });

  it('names the recipe of a seed', () => {
    expect(say({ kind: 'seed', recipe: 'cut-paper', sampler: 1, seed: 9 })).toBe(
      'From a fresh seed, by the recipe cut paper. Six layers of ten neurons.',
    );
  });

  it('names the file of an import when it is known', () => {
    expect(say({ kind: 'imported', from: 'moon.png' })).toMatch(/^Imported from moon\.png\. /);
    expect(say({ kind: 'imported', from: null })).toMatch(/^Imported from a file\. /);
  });

  it('has a sentence for every other origin', () => {
    for (const kind of ['edited', 'trained', 'shared'] as const) {
      expect(say({ kind, from: null })).toMatch(/^[A-Z][a-z ]+\. Six layers of ten neurons\.$/);
    }
  });
});
