import { describe, expect, it } from 'vitest';
import { recipeNames } from '#core/cppn/recipes.ts';
import { sampleGenome } from '#core/cppn/sample-genome.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import { altTextFor, longAltTextFor } from '#core/gallery/alt-text.ts';
import { describeForm } from '#core/gallery/describe-form.ts';
import { describePicture } from '#core/gallery/describe-picture.ts';
import { plain } from '../../plain.ts';
import { black, darkPlum, disc, draw, genomeWith, noise, pink, type Rgb, white } from './pictures.ts';

const say = (color: (x: number, y: number) => Rgb, genome = genomeWith()) =>
  altTextFor(describeForm(draw(color)), genome);

describe('altTextFor', () => {
  it('names form, place, edges and colors of a disc', () => {
    expect(say((x, y) => (disc(-0.2, 0, 0.45)(x, y) ? pink : darkPlum))).toBe(
      'A round form, a little left of centre, soft edges, pink on dark plum.',
    );
  });

  it.each([
    [0, 0, 'in the centre'],
    [0, -0.2, 'a little above centre'],
    [0.45, 0, 'right of centre'],
    [0.4, 0.4, 'below centre to the right'],
    [-0.65, -0.65, 'at the top left'],
    [0, 0.65, 'at the bottom'],
  ])('places a disc at %s, %s %s', (centerX, centerY, place) => {
    expect(say((x, y) => (disc(centerX, centerY, 0.3)(x, y) ? white : black))).toContain(`form, ${place}, `);
  });

  it('calls a stripe a band', () => {
    expect(say((_x, y) => (Math.abs(y) < 0.2 ? white : black))).toMatch(/^A band, in the centre, /);
  });

  it('calls two halves that mirror each other a mirrored form', () => {
    const isIn = (x: number, y: number) => {
      const u = Math.abs(x);
      return u > 0.1 && u < 0.9 && Math.abs(y - 0.9 * Math.sin(5 * u)) < 0.25;
    };
    expect(say((x, y) => (isIn(x, y) ? white : black))).toMatch(/^A mirrored form, /);
  });

  it('counts forms in words', () => {
    const isIn = (x: number, y: number) =>
      disc(-0.55, -0.5, 0.3)(x, y) || disc(0.5, -0.35, 0.28)(x, y) || disc(0.1, 0.55, 0.32)(x, y);
    expect(say((x, y) => (isIn(x, y) ? white : black))).toMatch(/^Three forms, /);
  });

  it('falls back on what the finish is, then on folds or a tangle', () => {
    const ramp = (x: number): Rgb => [128 + 90 * x, 128 + 90 * x, 128 + 90 * x];
    expect(say(ramp)).toMatch(/^Folds, all over, soft edges, /);
    expect(say(ramp, genomeWith({ steps: 7 }))).toMatch(/^Layers, all over, clear edges, /);
    expect(say(ramp, genomeWith({ lines: 18 }))).toMatch(/^Fine lines, all over, soft edges, /);
    expect(altTextFor(describeForm(noise(5)), genomeWith())).toMatch(/^A tangle, all over, busy edges, /);
  });

  it('adds the finish where the form has the first word', () => {
    const isIn = disc(0, 0, 0.5);
    expect(say((x, y) => (isIn(x, y) ? pink : darkPlum), genomeWith({ lines: 18 }))).toContain(
      ', fine lines',
    );
    expect(say((x, y) => (isIn(x, y) ? pink : darkPlum), genomeWith({ steps: 7 }))).toContain(', in layers');
  });

  it('tells low from strong contrast, and says neither in between', () => {
    const pair = (light: number) => (x: number, y: number) =>
      (disc(0, 0, 0.7)(x, y) ? [light, light, light] : [100, 100, 100]) as Rgb;
    expect(say(pair(130))).toMatch(/, low contrast\.$/);
    expect(say(pair(190))).not.toContain('contrast');
    expect(say((x, y) => (disc(0, 0, 0.7)(x, y) ? white : black))).toMatch(/, strong contrast\.$/);
  });

  it('names a bright color that is neither figure nor ground', () => {
    const color = (x: number, y: number): Rgb =>
      disc(0, 0, 0.5)(x, y) ? [40, 60, 75] : disc(0.9, 0.9, 0.5)(x, y) ? [240, 140, 30] : [190, 205, 215];
    expect(say(color)).toMatch(/, a touch of orange/);
  });

  it('calls a picture of one color all that', () => {
    expect(say(() => [200, 30, 40])).toBe('Folds, all over, soft edges, all red, low contrast.');
  });

  it('keeps to the pattern for real genomes of every recipe, within what a record holds', () => {
    const pattern =
      /^[A-Z][a-z ]+, [a-z ]+, (soft|clear|busy) edges, ([a-z ]+ on [a-z ]+|all [a-z ]+)(, [a-z ]+)*\.$/;
    for (const [index, recipe] of recipeNames.entries()) {
      const genome = sampleGenome(recipe, 40 + index);
      const text = altTextFor(runToEnd(describePicture(plain, genome)), genome);
      expect(text, `${recipe} ${40 + index}`).toMatch(pattern);
      expect(text.length).toBeLessThan(200);
    }
  });

  it('says of petals that they are mirrored or round, whatever the light', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const genome = sampleGenome('petal', seed);
      expect(altTextFor(runToEnd(describePicture(plain, genome)), genome)).toMatch(
        /^A (mirrored form|round form|band)/,
      );
    }
  });
});

describe('longAltTextFor', () => {
  it('adds what drew the picture', () => {
    const genome = sampleGenome('fold', 4);
    const form = describeForm(draw((x, y) => (disc(0, 0, 0.5)(x, y) ? white : black)));
    expect(longAltTextFor(form, genome)).toBe(
      `${altTextFor(form, genome)} Eight layers of ten neurons, all tanh; drawn from x, y and radius.`,
    );
  });

  it('says mostly, or names the mix, by how neurons are divided', () => {
    const form = describeForm(draw(() => pink));
    expect(longAltTextFor(form, sampleGenome('orchard', 2))).toContain(
      'Six layers of ten neurons, mostly tanh;',
    );
    expect(longAltTextFor(form, sampleGenome('petal', 2))).toMatch(
      /Three layers of twelve neurons, [a-z]+, [a-z]+ and [a-z]+; drawn from mirrored x, y and radius\.$/,
    );
  });

  it('describes layers of unlike width, one layer, and none', () => {
    const form = describeForm(draw(() => pink));
    const { layers, ...rest } = sampleGenome('orchard', 2);
    const cut = (count: number) => ({
      ...layers[0]!,
      neurons: layers[0]!.neurons.slice(0, count),
      activations: layers[0]!.activations.slice(0, count),
    });
    const long = (hidden: typeof layers) =>
      longAltTextFor(form, { ...rest, layers: [...hidden, layers.at(-1)!] });
    expect(long([cut(8), cut(3)])).toContain('Two layers of three to eight neurons');
    expect(long([cut(1)])).toContain('One layer of one neuron, all ');
    expect(long([])).toContain('No hidden layer; drawn from x, y and radius.');
  });
});
