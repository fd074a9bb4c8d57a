import { describe, expect, it } from 'vitest';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { describeForm } from '#core/gallery/describe-form.ts';
import { describePicture } from '#core/gallery/describe-picture.ts';
import { titleFor, withNumeral } from '#core/gallery/title.ts';
import { plain } from '../../plain.ts';
import { black, disc, draw, genomeWith, pink, white } from './pictures.ts';

const round = describeForm(draw((x, y) => (disc(0, 0, 0.6)(x, y) ? white : pink)));
const ramp = describeForm(draw((x) => [128 + 90 * x, 128 + 90 * x, 128 + 90 * x]));
const titles = (form: typeof round, genome = genomeWith()) =>
  new Set(Array.from({ length: 60 }, (_, seed) => titleFor(form, genome, seed)));

describe('titleFor', () => {
  it('joins a word of the palette and one of the form', () => {
    expect(titles(round, genomeWith({ palette: 'Beetroot' }))).toEqual(
      new Set(['Beetroot Moon', 'Beetroot Bowl', 'Beetroot Lens', 'Beetroot Yolk']),
    );
  });

  it('sets off a form of two words with a comma', () => {
    expect(titles(ramp, genomeWith({ palette: 'Blood orange' }))).toEqual(
      new Set(['Blood Orange Linen', 'Blood Orange, Half Open', 'Blood Orange Ear']),
    );
  });

  it('adds night and ember where the picture is dark', () => {
    const dark = describeForm(draw((x, y) => (disc(0, 0, 0.3)(x, y) ? white : black)));
    expect(titles(dark, genomeWith({ palette: 'Fig' }))).toContain('Fig Ember');
    expect(titles(round, genomeWith({ palette: 'Fig' }))).not.toContain('Fig Ember');
  });

  it('takes the words of a palette of one’s own, and no more than a few of them', () => {
    const [title] = titles(ramp, genomeWith({ palette: '  grandmother’s  best china of 1911 ' }));
    expect(title).toMatch(/^Grandmother’s Best China/);
    expect(title).not.toContain('1911');
  });

  it('takes the largest color where there is no palette to name', () => {
    const genome = { ...genomeWith(), coloring: { kind: 'rgb' } as const };
    expect([...titles(round, genome)].every((title) => /^(Pink|White) /.test(title))).toBe(true);
    expect(
      [...titles(round, genomeWith({ palette: ' ' }))].every((title) => /^(Pink|White) /.test(title)),
    ).toBe(true);
  });

  it('is the same for the same seed', () => {
    for (const recipe of ['orchard', 'cut-paper', 'contour', 'petal'] as const) {
      const genome = sampleGenome(recipe, 11);
      const form = runToEnd(describePicture(plain, genome));
      expect(titleFor(form, genome, 11)).toBe(titleFor(form, genome, 11));
      expect(titleFor(form, genome, 11)).toMatch(/^[A-Z][a-z]+( [A-Z][a-z]+)?,? [A-Z][a-z]+( [A-Z][a-z]+)?$/);
    }
  });
});

describe('withNumeral', () => {
  it('leaves the first of its name alone', () => {
    expect(withNumeral('Beetroot Moon', new Set(['Fig Moon']))).toBe('Beetroot Moon');
  });

  it('counts the second and later ones in roman numerals', () => {
    const taken = new Set<string>();
    for (let i = 0; i < 50; i++) taken.add(withNumeral('Beetroot Moon', taken));
    const all = [...taken];
    expect(all.slice(1, 10).map((title) => title.slice('Beetroot Moon '.length))).toEqual(
      'II III IV V VI VII VIII IX X'.split(' '),
    );
    expect(all[39]).toBe('Beetroot Moon XL');
    expect(all[48]).toBe('Beetroot Moon XLIX');
  });

  it('fills the gap a renamed one leaves', () => {
    expect(withNumeral('Fig Map', new Set(['Fig Map', 'Fig Map III']))).toBe('Fig Map II');
  });
});
