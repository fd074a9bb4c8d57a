import { describe, expect, test } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { guessAnswer, parseAsk } from '#core/gallery/ask.ts';
import { findAsked } from '#core/gallery/find-asked.ts';
import { nameForm } from '#core/gallery/form-kind.ts';
import { plain } from '../../plain.ts';

const wordsOf = (text: string) => parseAsk(text).map(({ word }) => word);

describe('parseAsk', () => {
  test('takes the words it knows, each once, in order, and leaves the rest', () => {
    expect(wordsOf('Something DARK, round and red, dark')).toEqual(['dark', 'round', 'red']);
    expect(wordsOf('plum on navy')).toEqual(['plum', 'navy']);
    expect(wordsOf('export this')).toEqual([]);
    expect(wordsOf('')).toEqual([]);
  });
});

describe('guessAnswer', () => {
  test('expects blue of a blue palette and lines of a finish with lines', () => {
    const hope = (text: string, name: string) =>
      [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
        const genome = sampleGenome('contour', seed);
        const { coloring } = genome;
        const isNamed = coloring.kind === 'palette' && coloring.palette.name === name;
        return { isNamed, hope: guessAnswer(parseAsk(text), genome) };
      });
    expect(hope('lines', '').every(({ hope }) => hope === 1)).toBe(true);
    expect(hope('grainy', '').every(({ hope }) => hope === 0)).toBe(true);
    const blueberry = sampleGenome('silk', 1);
    if (blueberry.coloring.kind !== 'palette') throw new Error('A recipe gives a palette.');
    const withStops = (hue: number) => ({
      ...blueberry,
      coloring: {
        ...blueberry.coloring,
        palette: {
          name: 'one hue',
          stops: [0.2, 0.5, 0.8].map((lightness, i) => ({ position: i / 2, lightness, chroma: 0.1, hue })),
        },
      },
    });
    expect(guessAnswer(parseAsk('blue'), withStops(250) as typeof blueberry)).toBe(1);
    expect(guessAnswer(parseAsk('blue'), withStops(30) as typeof blueberry)).toBe(0);
  });
});

describe('findAsked', () => {
  const ask = (text: string, seed = 5, count = 4) => runToEnd(findAsked(plain, { seed, text, count }));

  test('finds what was asked for, the best first, and the same again', () => {
    const blue = ask('blue');
    expect(blue).toHaveLength(4);
    const blueShare = (answer: (typeof blue)[number]) =>
      answer.form.colors
        .filter(({ lab: [, a, b] }) => b < -0.02 && a < 0.05)
        .reduce((sum, { share }) => sum + share, 0);
    for (const answer of blue) expect(blueShare(answer)).toBeGreaterThan(0.3);
    expect(blue.map(({ score }) => score)).toEqual(blue.map(({ score }) => score).sort((a, b) => b - a));
    const origins = (answers: typeof blue) => answers.map(({ origin }) => origin);
    expect(origins(ask('blue'))).toEqual(origins(blue));
  });

  test('answers several words at once', () => {
    const [first] = ask('dark round red');
    expect(nameForm(first!.form, first!.genome).kind).toBe('round');
    expect(first!.form.lightnessMean).toBeLessThan(0.55);
    expect(first!.score).toBeGreaterThan(0.6);
  });
});
