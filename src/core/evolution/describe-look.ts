import { hueDegrees } from './blend-palettes.ts';
import { PRINT_SIDE_PX, type Print } from './picture-distance.ts';

const SIDE = PRINT_SIDE_PX;
const COUNT = SIDE * SIDE;
const HUE_BINS = 12;

/**
 * What makes two pictures look different, [17]: shares of 12 hues, mean and deviation of lightness, share of edges, symmetry,
 * number of forms. Each is scaled so that a plain difference is about 1; measured on the print.
 */
export function describeLook(print: Print): Float64Array {
  const look = new Float64Array(HUE_BINS + 5);
  const lightness = Float64Array.from({ length: COUNT }, (_, i) => print[i * 3]!);
  let colored = 0;
  for (let i = 0; i < COUNT; i++) {
    const a = print[i * 3 + 1]!;
    const b = print[i * 3 + 2]!;
    const chroma = Math.sqrt(a * a + b * b);
    look[Math.floor(hueDegrees(a, b) / (360 / HUE_BINS)) % HUE_BINS]! += chroma;
    colored += chroma;
  }
  // Near-grays have a hue, but nobody sees it.
  const seen = Math.min(1, colored / COUNT / 0.05) / Math.max(colored, 1e-9);
  for (let bin = 0; bin < HUE_BINS; bin++) look[bin]! *= seen;

  const mean = lightness.reduce((sum, value) => sum + value, 0) / COUNT;
  const variance = lightness.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / COUNT;
  look[HUE_BINS] = mean * 5;
  look[HUE_BINS + 1] = Math.sqrt(variance) * 10;
  look[HUE_BINS + 2] = edgeShare(lightness) * 3;
  look[HUE_BINS + 3] = symmetry(lightness, mean, variance);
  look[HUE_BINS + 4] = Math.min(6, formCount(lightness, mean)) / 3;
  return look;
}

export function lookDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i]! - b[i]!) * (a[i]! - b[i]!);
  return Math.sqrt(sum);
}

function edgeShare(lightness: Float64Array): number {
  let count = 0;
  for (let y = 1; y < SIDE - 1; y++) {
    for (let x = 1; x < SIDE - 1; x++) {
      const at = y * SIDE + x;
      const dx = lightness[at + 1]! - lightness[at - 1]!;
      const dy = lightness[at + SIDE]! - lightness[at - SIDE]!;
      if (dx * dx + dy * dy > 0.12 * 0.12) count++;
    }
  }
  return count / ((SIDE - 2) * (SIDE - 2));
}

/** The larger correlation with the picture mirrored left to right or upside down, [-1, 1]. */
function symmetry(lightness: Float64Array, mean: number, variance: number): number {
  let across = 0;
  let down = 0;
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const here = lightness[y * SIDE + x]! - mean;
      across += here * (lightness[y * SIDE + SIDE - 1 - x]! - mean);
      down += here * (lightness[(SIDE - 1 - y) * SIDE + x]! - mean);
    }
  }
  return Math.max(across, down) / COUNT / Math.max(variance, 1e-9);
}

/** Connected areas lighter than the mean, of nine pixels or more. */
function formCount(lightness: Float64Array, mean: number): number {
  const left = Uint8Array.from(lightness, (value) => (value > mean ? 1 : 0));
  let count = 0;
  for (let start = 0; start < COUNT; start++) {
    if (left[start] === 0) continue;
    const open = [start];
    left[start] = 0;
    let size = 0;
    while (open.length > 0) {
      const at = open.pop()!;
      size++;
      const x = at % SIDE;
      for (const next of [x > 0 ? at - 1 : -1, x < SIDE - 1 ? at + 1 : -1, at - SIDE, at + SIDE]) {
        if (next < 0 || next >= COUNT || left[next] === 0) continue;
        left[next] = 0;
        open.push(next);
      }
    }
    if (size >= 9) count++;
  }
  return count;
}
