/** What the first layer can see of a place: the picture's short side spans [-1, 1], y points down. */
export const coordinateNames = [
  'x',
  'y',
  'radius',
  'radius-plain',
  'x-mirrored',
  'y-mirrored',
  'angle-cos-1',
  'angle-sin-1',
  'angle-cos-2',
  'angle-sin-2',
  'angle-cos-3',
  'angle-sin-3',
  'one',
] as const;

export type CoordinateName = (typeof coordinateNames)[number];

export const samplings = ['short-side', 'both-sides', 'corners'] as const;

export const tilings = ['none', 'repeat', 'mirror'] as const;

export interface Coordinates {
  /** What the first layer takes, in order. */
  readonly inputs: readonly CoordinateName[];
  /** Larger shows more of the plane; (0, 100]. */
  readonly scale: number;
  /** Radians. */
  readonly rotation: number;
  readonly center: readonly [x: number, y: number];
  /** How the plane repeats, every `tilePeriod` picture units. */
  readonly tiling: (typeof tilings)[number];
  readonly tilePeriod: number;
  /**
   * Where pixels lie: centers with the short side over [-1, 1] (ours), centers with each side over [-1, 1] (Picbreeder),
   * or corner pixels at exactly -1 and 1.
   */
  readonly sampling: (typeof samplings)[number];
}

export const plainCoordinates: Coordinates = {
  inputs: ['x', 'y', 'radius'],
  scale: 1,
  rotation: 0,
  center: [0, 0],
  tiling: 'none',
  tilePeriod: 2,
  sampling: 'short-side',
};

/** A coordinate at a point of the plane: x, y and r = hypot(x, y). */
export const coordinateFunctions: Record<CoordinateName, (x: number, y: number, r: number) => number> = {
  x: (x) => x,
  y: (_x, y) => y,
  radius: (_x, _y, r) => Math.SQRT2 * r - 0.9,
  'radius-plain': (_x, _y, r) => r,
  'x-mirrored': (x) => mirrored(x),
  'y-mirrored': (_x, y) => mirrored(y),
  // Multiples of the angle by multiplying x + iy with itself: no arctangent.
  'angle-cos-1': (x, _y, r) => (r > 0 ? x / r : 0),
  'angle-sin-1': (_x, y, r) => (r > 0 ? y / r : 0),
  'angle-cos-2': (x, y, r) => (r > 0 ? (x * x - y * y) / (r * r) : 0),
  'angle-sin-2': (x, y, r) => (r > 0 ? (2 * x * y) / (r * r) : 0),
  'angle-cos-3': (x, y, r) => (r > 0 ? (x * (x * x - 3 * y * y)) / (r * r * r) : 0),
  'angle-sin-3': (x, y, r) => (r > 0 ? (y * (3 * x * x - y * y)) / (r * r * r) : 0),
  one: () => 1,
};

/** |x| without the crease at 0, moved to about [-.7, .7]. */
const mirrored = (x: number) => Math.sqrt(x * x + 0.0004) * 1.4 - 0.7;
