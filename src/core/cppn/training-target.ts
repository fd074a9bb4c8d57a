// What a network learns from: a picture, whose pixels it is asked for by their place, or points of several classes.
import type { Data } from '#core/nn/evaluate.ts';
import { type CoordinateName, coordinateFunctions, plainCoordinates } from './coordinates.ts';
import { type Size, wholeRegion } from './pixels.ts';
import { createPlane } from './plane.ts';
import { wholeView } from './view.ts';

export type TrainingTarget = PictureTarget | PointsTarget;

export interface PictureTarget {
  readonly kind: 'picture';
  readonly title: string;
  /** The artwork's id or the file's name; null for neither. */
  readonly from: string | null;
  readonly widthPx: number;
  readonly heightPx: number;
  /** [pixelCount, 3], sRGB, rows from the top. */
  readonly rgb: Uint8Array<ArrayBuffer>;
}

export interface PointsTarget {
  readonly kind: 'points';
  readonly title: string;
  /** What the classes are called, 2 to 6 of them. */
  readonly classNames: readonly string[];
  /** What the two axes mean, as `dark to light`; null for a plain plane. */
  readonly axes: readonly [x: string, y: string] | null;
  /** [pointCount, 2], each in [-1, 1]; y points down. */
  readonly places: Float32Array<ArrayBuffer>;
  /** [pointCount], places in `classNames`. */
  readonly classes: Uint8Array<ArrayBuffer>;
}

export const targetLimits = { pixels: 32_768, sidePx: 512, points: 2_000, classes: 6 } as const;

/** About as many pixels, 128 by 128, as a network of 2,000 weights copies well and goes through a few times a second. */
const TARGET_PIXELS = 16_384;

/** The size that a picture of that shape is learned at; small ones stay as they are. */
export function targetSizeOf({ width, height }: { readonly width: number; readonly height: number }): Size {
  const scale = Math.min(1, Math.sqrt(TARGET_PIXELS / (width * height)));
  return {
    widthPx: Math.max(1, Math.round(width * scale)),
    heightPx: Math.max(1, Math.round(height * scale)),
  };
}

/** A network that copies a picture sees what a painter shows it; one that tells points apart sees only where they lie. */
export const inputsOf = ({ kind }: TrainingTarget): readonly CoordinateName[] =>
  kind === 'picture' ? plainCoordinates.inputs : ['x', 'y'];

export const outputCountOf = (target: TrainingTarget): number =>
  target.kind === 'picture' ? 3 : target.classNames.length;

export const rowCountOf = (target: TrainingTarget): number =>
  target.kind === 'picture' ? target.widthPx * target.heightPx : target.classes.length;

/** Colors as shares of 255, classes one-hot. */
export function trainingData(target: TrainingTarget): Data {
  return target.kind === 'picture' ? pictureData(target) : pointData(target);
}

function pictureData({ widthPx, heightPx, rgb }: PictureTarget): Data {
  const size = { widthPx, heightPx };
  const plane = createPlane(plainCoordinates, {
    size,
    region: wholeRegion(size),
    view: wholeView,
    samples: 1,
    grain: 'pixel',
    dither: false,
  });
  const names = plainCoordinates.inputs;
  const inputs = new Float64Array(widthPx * heightPx * names.length);
  for (let row = 0, at = 0; row < heightPx; row++) {
    for (let column = 0; column < widthPx; column++) {
      const px = column + 0.5;
      const py = row + 0.5;
      const x = plane.xx * px + plane.xy * py + plane.x0;
      const y = plane.yx * px + plane.yy * py + plane.y0;
      const radius = Math.sqrt(x * x + y * y);
      for (const name of names) inputs[at++] = coordinateFunctions[name](x, y, radius);
    }
  }
  return { inputs, targets: Float64Array.from(rgb, (byte) => byte / 255) };
}

function pointData({ places, classes, classNames }: PointsTarget): Data {
  const targets = new Float64Array(classes.length * classNames.length);
  classes.forEach((own, row) => {
    targets[row * classNames.length + own] = 1;
  });
  return { inputs: Float64Array.from(places), targets };
}
