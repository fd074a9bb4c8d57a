import { describe, expect, it } from 'vitest';
import { describeForm } from '#core/gallery/describe-form.ts';
import { black, darkPlum, disc, draw, noise, pink, white } from './pictures.ts';

describe('describeForm', () => {
  it('finds one round blob in a disc, where it is and as large as it is', () => {
    const { blobs } = describeForm(draw((x, y) => (disc(-0.3, 0.2, 0.5)(x, y) ? white : black)));
    expect(blobs).toHaveLength(1);
    expect(blobs[0]!.circularity).toBeGreaterThan(0.9);
    expect(blobs[0]!.elongation).toBeCloseTo(1, 1);
    expect(blobs[0]!.center[0]).toBeCloseTo(-0.3, 1);
    expect(blobs[0]!.center[1]).toBeCloseTo(0.2, 1);
    expect(blobs[0]!.share).toBeCloseTo((Math.PI * 0.25) / 4, 1);
    expect(blobs[0]!.borderShare).toBe(0);
  });

  it('measures a disc alike at 48 and at 64 px', () => {
    const at = (side: number) =>
      describeForm(draw((x, y) => (disc(0.1, 0, 0.5)(x, y) ? white : black), side)).blobs[0]!;
    expect(at(64).circularity).toBeCloseTo(at(48).circularity, 1);
    expect(at(64).share).toBeCloseTo(at(48).share, 1);
  });

  it('sees a disc that differs in color alone', () => {
    // Both have OKLab lightness .6.
    const { blobs } = describeForm(draw((x, y) => (disc(0, 0, 0.5)(x, y) ? [214, 83, 92] : [63, 138, 160])));
    expect(blobs).toHaveLength(1);
    expect(blobs[0]!.circularity).toBeGreaterThan(0.9);
  });

  it('takes a ring for the disc it outlines', () => {
    const { blobs } = describeForm(
      draw((x, y) => (disc(0, 0, 0.6)(x, y) && !disc(0, 0, 0.3)(x, y) ? white : black)),
    );
    expect(blobs[0]!.circularity).toBeGreaterThan(0.9);
    expect(blobs[0]!.share).toBeCloseTo((Math.PI * 0.36) / 4, 1);
  });

  it('finds a band from side to side long and thin', () => {
    const { blobs } = describeForm(draw((_x, y) => (Math.abs(y - 0.2) < 0.2 ? white : black)));
    expect(blobs[0]!.elongation).toBeGreaterThan(3);
    expect(blobs[0]!.isSpanning).toBe(true);
    expect(blobs[0]!.circularity).toBeLessThan(0.6);
  });

  it('counts three discs as three', () => {
    const isIn = (x: number, y: number) =>
      disc(-0.5, -0.5, 0.3)(x, y) || disc(0.5, -0.3, 0.3)(x, y) || disc(0, 0.5, 0.3)(x, y);
    expect(describeForm(draw((x, y) => (isIn(x, y) ? white : black))).blobs).toHaveLength(3);
  });

  it('finds no blob, no edge and no mirror in a flat picture', () => {
    const form = describeForm(draw(() => pink));
    expect(form.blobs).toEqual([]);
    expect(form.edgeShare).toBe(0);
    expect(form.mirrorCorrelation).toBe(0);
    expect(form.weight).toEqual([0, 0]);
    expect(form.lightnessDeviation).toBeCloseTo(0, 3);
    expect(form.colors).toHaveLength(1);
    expect(form.colors[0]!.share).toBeCloseTo(1, 6);
  });

  it('gives 1 for a mirrored pair, to the side or upside down, and about -1 for its opposite', () => {
    const pair = (x: number, y: number) => (disc(0.5, -0.2, 0.3)(Math.abs(x), y) ? white : black);
    expect(describeForm(draw(pair)).mirrorCorrelation).toBeGreaterThan(0.99);
    expect(describeForm(draw((x, y) => pair(y, x))).mirrorCorrelation).toBeGreaterThan(0.99);
    // White left half above, white right half below.
    expect(describeForm(draw((x, y) => (x * y > 0 ? white : black))).mirrorCorrelation).toBeLessThan(-0.9);
  });

  it('does not take a sunset for a mirror image', () => {
    const { mirrorCorrelation } = describeForm(draw((_x, y) => (y < 0.1 ? white : black)));
    expect(mirrorCorrelation).toBeLessThan(0.5);
  });

  it('finds more edges in noise than in a disc, and few in a slow ramp', () => {
    const edges = (picture: Parameters<typeof describeForm>[0]) => describeForm(picture).edgeShare;
    const plain = edges(draw((x, y) => (disc(0, 0, 0.5)(x, y) ? white : black)));
    expect(edges(noise(3))).toBeGreaterThan(0.5);
    expect(plain).toBeLessThan(0.2);
    expect(edges(draw((x) => [128 + 100 * x, 128 + 100 * x, 128 + 100 * x]))).toBeLessThan(0.02);
  });

  it('puts the weight where the picture differs from its mean', () => {
    const { weight } = describeForm(draw((x, y) => (disc(0.7, -0.7, 0.25)(x, y) ? white : black)));
    expect(weight[0]).toBeGreaterThan(0.2);
    expect(weight[1]).toBeLessThan(-0.2);
  });

  it('gives colors by share, and how much of the first blob each is', () => {
    const { colors } = describeForm(draw((x, y) => (disc(0, 0, 0.4)(x, y) ? pink : darkPlum)));
    expect(colors[0]!.name).toBe('dark plum');
    expect(colors[0]!.shareOfMask).toBeLessThan(0.2);
    expect(colors.find(({ name }) => name === 'pink')!.shareOfMask).toBeGreaterThan(0.6);
    expect(colors.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('says the same of the same pixels', () => {
    expect(describeForm(noise(7))).toEqual(describeForm(noise(7)));
  });

  it('refuses a picture that is not square, or too small to see anything in', () => {
    const wide = { ...draw(() => pink, 32), widthPx: 64, heightPx: 16 };
    expect(() => describeForm(wide)).toThrow('got 64 x 16 px');
    expect(() => describeForm(draw(() => pink, 8))).toThrow('got 8 x 8 px');
  });
});
