import { cos, sin } from '#core/math/elementary.ts';
import type { Coordinates } from './coordinates.ts';
import type { PaintRequest } from './pixels.ts';

/** From a point of the picture in pixels to the plane the network sees: x = xx X + xy Y + x0, likewise y, then tiling. */
export interface Plane {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
  readonly tiling: Coordinates['tiling'];
  readonly tilePeriod: number;
}

export function createPlane(coordinates: Coordinates, { size, view }: PaintRequest): Plane {
  const [sx, ox] = axis(coordinates.sampling, size.widthPx, size);
  const [sy, oy] = axis(coordinates.sampling, size.heightPx, size);
  // The screen turns clockwise under a picture that turns counter-clockwise; y points down.
  const vc = cos(view.rotation) / view.zoom;
  const vs = sin(view.rotation) / view.zoom;
  const c = cos(coordinates.rotation) * coordinates.scale;
  const s = sin(coordinates.rotation) * coordinates.scale;
  const [cx, cy] = view.center;
  // picture = (vc u - vs v, vs u + vc v) + view.center; plane = (c p - s q, s p + c q) + coordinates.center
  const px = c * vc - s * vs;
  const py = -c * vs - s * vc;
  const qx = s * vc + c * vs;
  const qy = -s * vs + c * vc;
  return {
    xx: px * sx,
    xy: py * sy,
    x0: px * ox + py * oy + c * cx - s * cy + coordinates.center[0],
    yx: qx * sx,
    yy: qy * sy,
    y0: qx * ox + qy * oy + s * cx + c * cy + coordinates.center[1],
    tiling: coordinates.tiling,
    tilePeriod: coordinates.tilePeriod,
  };
}

/** Scale and offset from pixels to [-1, 1] along one side. */
function axis(
  sampling: Coordinates['sampling'],
  lengthPx: number,
  { widthPx, heightPx }: PaintRequest['size'],
): [scale: number, offset: number] {
  switch (sampling) {
    case 'short-side': {
      const scale = 2 / Math.min(widthPx, heightPx);
      return [scale, -scale * (lengthPx / 2)];
    }
    case 'both-sides':
      return [2 / lengthPx, -1];
    case 'corners':
      return lengthPx > 1 ? [2 / (lengthPx - 1), -1 - 1 / (lengthPx - 1)] : [0, 0];
  }
}

/** Folds one coordinate into the tile around 0. */
export function fold(x: number, tiling: Coordinates['tiling'], period: number): number {
  if (tiling === 'none') return x;
  if (tiling === 'repeat') return x - period * Math.floor(x / period + 0.5);
  const wide = x - 2 * period * Math.floor(x / (2 * period) + 0.25);
  return wide > period / 2 ? period - wide : wide;
}
