import { chromaLimit, encodeSrgb, oklabToLinear, oklchToOklab, type Triple } from '#core/math/color.ts';

/** What classes are called unless a person calls them otherwise, and their colors: far apart in lightness as well as in hue. */
export const classNames = ['fig', 'saffron', 'blueberry', 'lime', 'oyster', 'plum'] as const;

/** Lightness, chroma and hue in degrees. */
const colors: readonly Triple[] = [
  [0.5, 0.15, 8],
  [0.83, 0.13, 84],
  [0.6, 0.11, 252],
  [0.74, 0.12, 138],
  [0.92, 0.02, 90],
  [0.36, 0.09, 318],
];

/** sRGB, each in (0, 1). */
export function classColor(index: number): Triple {
  const [lightness, chroma, hue] = colors[index % colors.length]!;
  const [, a, b] = oklchToOklab(lightness, Math.min(chroma, 0.98 * chromaLimit(lightness, hue)), hue);
  const [red, green, blue] = oklabToLinear(lightness, a, b).map((channel) =>
    Math.max(0.01, Math.min(0.99, encodeSrgb(Math.max(0, channel)))),
  );
  return [red!, green!, blue!];
}
