// Coordinates as the painting kernel takes them: measured from the middle of the picture, whose own share goes into the biases
// in float64, so that a deep zoom keeps its digits.
import type { CoordinateName } from './coordinates.ts';
import type { PaintRequest } from './pixels.ts';
import type { Plane } from './plane.ts';

/** What the kernel computes; all but `x` and `y` have numbers, as src/kernel/coordinates.ts knows them. */
export const coordinateTermCodes = {
  x: -1,
  y: -1,
  radius: 0,
  'x-root': 1,
  'y-root': 2,
  'cos-1': 3,
  'sin-1': 4,
  'cos-2': 5,
  'sin-2': 6,
  'cos-3': 7,
  'sin-3': 8,
} as const;

export type CoordinateTerm = keyof typeof coordinateTermCodes;

/** The middle of the picture on the plane. With tiling the terms are not measured from it, and it is 0. */
export interface Origin {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly xRoot: number;
  readonly yRoot: number;
  /** Where the middle lies in its tile; 0 without tiling. */
  readonly foldX: number;
  readonly foldY: number;
  /** The largest size of each term anywhere in the picture. */
  readonly reach: Record<CoordinateTerm, number>;
}

export function findOrigin(plane: Plane, { size }: PaintRequest): Origin {
  const { widthPx, heightPx } = size;
  const middleX = (plane.xx * widthPx + plane.xy * heightPx) / 2 + plane.x0;
  const middleY = (plane.yx * widthPx + plane.yy * heightPx) / 2 + plane.y0;
  const isTiled = plane.tiling !== 'none';
  const x = isTiled ? 0 : middleX;
  const y = isTiled ? 0 : middleY;
  // And a little around it, where slopes are measured.
  const reachOf = (byX: number, byY: number) =>
    isTiled ? plane.tilePeriod : (Math.abs(byX) * widthPx + Math.abs(byY) * heightPx) / 2 + 1;
  const reachX = reachOf(plane.xx, plane.xy);
  const reachY = reachOf(plane.yx, plane.yy);
  return {
    x,
    y,
    radius: Math.sqrt(x * x + y * y),
    xRoot: rootOf(x),
    yRoot: rootOf(y),
    foldX: isTiled ? wrap(middleX, plane) : 0,
    foldY: isTiled ? wrap(middleY, plane) : 0,
    reach: {
      x: reachX,
      y: reachY,
      radius: reachX + reachY,
      'x-root': reachX + 1,
      'y-root': reachY + 1,
      'cos-1': 1,
      'sin-1': 1,
      'cos-2': 1,
      'sin-2': 1,
      'cos-3': 1,
      'sin-3': 1,
    },
  };
}

/** What of the first layer's sum an input is: `factor` times the term, and a constant. */
export interface CoordinateShare {
  readonly term: CoordinateTerm | null;
  readonly factor: number;
  readonly offset: number;
}

export function coordinateShares(origin: Origin): Record<CoordinateName, CoordinateShare> {
  const plain = (term: CoordinateTerm, offset = 0) => ({ term, factor: 1, offset });
  return {
    x: plain('x', origin.x),
    y: plain('y', origin.y),
    radius: { term: 'radius', factor: Math.SQRT2, offset: Math.SQRT2 * origin.radius - 0.9 },
    'radius-plain': plain('radius', origin.radius),
    'x-mirrored': { term: 'x-root', factor: 1.4, offset: 1.4 * origin.xRoot - 0.7 },
    'y-mirrored': { term: 'y-root', factor: 1.4, offset: 1.4 * origin.yRoot - 0.7 },
    'angle-cos-1': plain('cos-1'),
    'angle-sin-1': plain('sin-1'),
    'angle-cos-2': plain('cos-2'),
    'angle-sin-2': plain('sin-2'),
    'angle-cos-3': plain('cos-3'),
    'angle-sin-3': plain('sin-3'),
    one: { term: null, factor: 0, offset: 1 },
  };
}

const rootOf = (x: number) => Math.sqrt(x * x + 0.0004);

/** Within the stretch after which the tiling begins anew. */
function wrap(x: number, { tiling, tilePeriod }: Plane): number {
  const span = tiling === 'mirror' ? 2 * tilePeriod : tilePeriod;
  return x - span * Math.floor(x / span + 0.5);
}
