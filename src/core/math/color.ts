// OKLab and sRGB. Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).
import { atan2, cbrt, cos, pow, sin } from './elementary.ts';

export type Triple = readonly [number, number, number];

/** OKLab to linear sRGB; outside [0, 1] where sRGB cannot show it. */
export function oklabToLinear(lightness: number, a: number, b: number): Triple {
  const l = lightness + 0.3963377774 * a + 0.2158037573 * b;
  const m = lightness - 0.1055613458 * a - 0.0638541728 * b;
  const s = lightness - 0.0894841775 * a - 1.291485548 * b;
  const l3 = l * l * l;
  const m3 = m * m * m;
  const s3 = s * s * s;
  return [
    4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3,
    -1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3,
    -0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3,
  ];
}

/** Linear sRGB to OKLab. */
export function linearToOklab(r: number, g: number, b: number): Triple {
  const l = cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** `hue` in degrees. */
export function oklchToOklab(lightness: number, chroma: number, hue: number): Triple {
  const radians = (hue * Math.PI) / 180;
  return [lightness, chroma * cos(radians), chroma * sin(radians)];
}

/** Lightness, chroma and hue in degrees, [0, 360); the hue of a grey is 0. */
export function oklabToOklch(lightness: number, a: number, b: number): Triple {
  const chroma = Math.sqrt(a * a + b * b);
  if (chroma < 1e-6) return [lightness, chroma, 0];
  const degrees = (atan2(b, a) * 180) / Math.PI;
  return [lightness, chroma, degrees < 0 ? degrees + 360 : degrees];
}

/** The largest chroma sRGB can show at a lightness and hue, by bisection to 2^-20 of 0.4. */
export function chromaLimit(lightness: number, hue: number): number {
  const [, a, b] = oklchToOklab(0, 1, hue);
  let low = 0;
  let high = 0.4;
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (isShown(oklabToLinear(lightness, middle * a, middle * b))) low = middle;
    else high = middle;
  }
  return low;
}

const isShown = (linear: Triple) => linear.every((channel) => channel >= -1e-7 && channel <= 1 + 1e-7);

/** Linear light in [0, 1] to the sRGB curve, [0, 1]. */
export const encodeSrgb = (linear: number) =>
  linear <= 0.0031308 ? 12.92 * linear : 1.055 * pow(linear, 1 / 2.4) - 0.055;

export const decodeSrgb = (encoded: number) =>
  encoded <= 0.04045 ? encoded / 12.92 : pow((encoded + 0.055) / 1.055, 2.4);

const decodedBytes = Float64Array.from({ length: 256 }, (_, byte) => decodeSrgb(byte / 255));

/** OKLab of RGBA bytes: [pixelCount, 3]. */
export function oklabOfPixels(data: Uint8ClampedArray): Float32Array<ArrayBuffer> {
  const result = new Float32Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    result.set(
      linearToOklab(
        decodedBytes[data[from]!]!,
        decodedBytes[data[from + 1]!]!,
        decodedBytes[data[from + 2]!]!,
      ),
      to,
    );
  }
  return result;
}
