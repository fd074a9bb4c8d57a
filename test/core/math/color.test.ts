import { describe, expect, it } from 'vitest';
import {
  chromaLimit,
  decodeSrgb,
  encodeSrgb,
  linearToOklab,
  oklabOfPixels,
  oklabToLinear,
  oklabToOklch,
  oklchToOklab,
} from '#core/math/color.ts';

describe('oklabToLinear', () => {
  it('undoes linearToOklab', () => {
    for (const color of [
      [0.2, 0.5, 0.9],
      [1, 1, 1],
      [0.01, 0, 0.7],
    ] as const) {
      const back = oklabToLinear(...linearToOklab(color[0], color[1], color[2]));
      back.forEach((channel, i) => {
        expect(channel).toBeCloseTo(color[i]!, 6);
      });
    }
  });

  it('gives the published OKLab of red, from the CSS Color 4 examples', () => {
    const [lightness, a, b] = linearToOklab(1, 0, 0);
    expect(lightness).toBeCloseTo(0.62796, 4);
    expect(a).toBeCloseTo(0.22486, 4);
    expect(b).toBeCloseTo(0.12585, 4);
  });
});

describe('encodeSrgb', () => {
  it('undoes decodeSrgb for every byte', () => {
    for (let byte = 0; byte < 256; byte++)
      expect(encodeSrgb(decodeSrgb(byte / 255)) * 255).toBeCloseTo(byte, 8);
  });
});

describe('chromaLimit', () => {
  it('is where sRGB ends', () => {
    for (const [lightness, hue] of [
      [0.3, 20],
      [0.6, 150],
      [0.8, 260],
    ] as const) {
      const limit = chromaLimit(lightness, hue);
      const at = (chroma: number) => oklabToLinear(...oklchToOklab(lightness, chroma, hue));
      expect(at(limit).every((channel) => channel > -1e-6 && channel < 1 + 1e-6)).toBe(true);
      expect(at(limit + 1e-4).every((channel) => channel >= 0 && channel <= 1)).toBe(false);
    }
  });
});

describe('oklabOfPixels', () => {
  it('gives three numbers a pixel and leaves alpha out', () => {
    const lab = oklabOfPixels(Uint8ClampedArray.from([255, 255, 255, 0, 0, 0, 0, 255]));
    expect(lab).toHaveLength(6);
    expect(lab[0]).toBeCloseTo(1, 4);
    expect(lab[3]).toBe(0);
  });
});

describe('oklabToOklch', () => {
  it('undoes oklchToOklab all the way round', () => {
    for (let hue = 0; hue < 360; hue += 7) {
      const back = oklabToOklch(...oklchToOklab(0.6, 0.1, hue));
      expect(back[1]).toBeCloseTo(0.1, 12);
      expect(back[2]).toBeCloseTo(hue, 9);
    }
    expect(oklabToOklch(0.5, 0, 0)).toEqual([0.5, 0, 0]);
  });
});
