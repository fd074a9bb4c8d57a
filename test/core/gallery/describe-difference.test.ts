import { describe, expect, test } from 'vitest';
import type { Genome } from '#core/cppn/genome.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { describeDifference, describeDistance } from '#core/gallery/describe-difference.ts';
import { describeKinship, type Lineage } from '#core/gallery/describe-kinship.ts';
import { smallGenome } from '../formats/small-artwork.ts';

const withLayer = (
  change: (layer: Genome['layers'][number]) => Partial<Genome['layers'][number]>,
): Genome => ({
  ...smallGenome,
  layers: smallGenome.layers.map((layer, i) => (i === 0 ? { ...layer, ...change(layer) } : layer)),
});

describe('describeDifference', () => {
  test('says nothing of the same', () => {
    expect(describeDifference(smallGenome, structuredClone(smallGenome))).toEqual([]);
  });

  test('counts weights and neurons', () => {
    const moved = withLayer(({ kernel }) => ({
      kernel: kernel.map((value, i) => (i < 4 ? value + 1 : value)),
    }));
    expect(describeDifference(smallGenome, moved)).toEqual(['One weight in four differs.']);
    const bent = withLayer(() => ({ activations: ['sin', 'sin'] }));
    expect(describeDifference(smallGenome, bent)).toEqual(['One neuron bends differently.']);
  });

  test('names palettes, finish and shape', () => {
    if (smallGenome.coloring.kind !== 'palette') throw new Error('no palette');
    const { palette, finish } = smallGenome.coloring;
    const other: Genome = {
      ...smallGenome,
      coloring: {
        ...smallGenome.coloring,
        palette: { ...palette, name: 'Fig' },
        finish: { ...finish, relief: 0.1, lines: 12 },
      },
    };
    expect(describeDifference(smallGenome, other)).toEqual([
      'Persimmon against Fig.',
      'The second has less relief, more lines.',
    ]);
    expect(describeDifference(sampleGenome('orchard', 1), sampleGenome('fold', 1))[0]).toBe(
      'Six layers of ten neurons against eight layers of ten neurons.',
    );
  });
});

test('describeDistance tells sisters from strangers', () => {
  expect(describeDistance(0)).toBe('No distance: the same picture.');
  expect(describeDistance(0.1)).toBe('Picture distance .10, as between sisters.');
  expect(describeDistance(0.31)).toBe('Picture distance .31, as between strangers.');
});

describe('describeKinship', () => {
  const lineage = (...rows: [id: string, back: number][]): Lineage =>
    new Map(rows.map(([id, back]) => [id, { title: id.toUpperCase(), back }]));

  test.each([
    [lineage(['a', 0]), lineage(['b', 0], ['a', 1]), 'The second is a child of A.'],
    [
      lineage(['b', 0], ['c', 1], ['a', 2]),
      lineage(['a', 0]),
      'The first comes from A, two generations back.',
    ],
    [
      lineage(['a', 0], ['p', 1], ['q', 1]),
      lineage(['b', 0], ['p', 1], ['q', 1]),
      'Sisters, children of P and Q.',
    ],
    [
      lineage(['a', 0], ['p', 1]),
      lineage(['b', 0], ['c', 1], ['p', 2]),
      'Both come from P, one generation and two generations back.',
    ],
    [lineage(['a', 0]), lineage(['b', 0]), 'No ancestor in common that is still known.'],
  ])('%#', (first, second, words) => {
    expect(describeKinship(first, second).replace(/[\u2068\u2069]/g, '')).toBe(words);
  });

  test('sets a title apart, so that it turns nothing but itself around', () => {
    const self = ['a', { title: '\u202Eאדום\u2069', back: 0 }] as const;
    expect(describeKinship(new Map([self]), lineage(['b', 0], ['a', 1]))).toBe(
      'The second is a child of \u2068אדום\u2069.',
    );
  });
});
