// Moves of a view under the hand. Points are CSS pixels from the middle of the canvas, y down.

import { type View, zoomRange } from '#core/cppn/view.ts';
import { cos, sin } from '#core/math/elementary.ts';

export type Point = readonly [x: number, y: number];

/** Two fingers, or one and a wheel: what was under `from` comes under `to`, larger by `factor`, turned by `angle`. */
export interface Grip {
  readonly from: Point;
  readonly to: Point;
  readonly factor: number;
  /** Radians, counter-clockwise on the screen. */
  readonly angle: number;
}

/** `shortPx` is the short side of the canvas. The zoom stays in range; the point under the hand stays there too. */
export function moveByGrip(view: View, { from, to, factor, angle }: Grip, shortPx: number): View {
  const [least, most] = zoomRange;
  const zoom = Math.min(most, Math.max(least, view.zoom * factor));
  const rotation = wrapAngle(view.rotation + angle);
  const held = pictureOffset(view, from, shortPx);
  const next = pictureOffset({ zoom, rotation }, to, shortPx);
  const center = [view.center[0] + held[0] - next[0], view.center[1] + held[1] - next[1]] as const;
  return { ...view, zoom, rotation, center };
}

export const panBy = (view: View, [x, y]: Point, shortPx: number) =>
  moveByGrip(view, { from: [0, 0], to: [x, y], factor: 1, angle: 0 }, shortPx);

export const zoomAbout = (view: View, point: Point, factor: number, shortPx: number) =>
  moveByGrip(view, { from: point, to: point, factor, angle: 0 }, shortPx);

export const rotateAbout = (view: View, point: Point, angle: number, shortPx: number) =>
  moveByGrip(view, { from: point, to: point, factor: 1, angle }, shortPx);

/** How pixels painted at `painted` lie on the canvas at `shown`: scale, clockwise turn and shift from its middle. */
export function transformBetween(painted: View, shown: View, shortPx: number) {
  const scale = shown.zoom / painted.zoom;
  const dx = painted.center[0] - shown.center[0];
  const dy = painted.center[1] - shown.center[1];
  const perUnit = (shortPx * shown.zoom) / 2;
  const c = cos(shown.rotation);
  const s = sin(shown.rotation);
  return {
    scale,
    angle: painted.rotation - shown.rotation,
    x: perUnit * (c * dx + s * dy),
    y: perUnit * (c * dy - s * dx),
  };
}

/** From the view's center, in picture units. */
function pictureOffset(
  { zoom, rotation }: Pick<View, 'zoom' | 'rotation'>,
  [x, y]: Point,
  shortPx: number,
): Point {
  const perPx = 2 / (shortPx * zoom);
  const c = cos(rotation);
  const s = sin(rotation);
  return [perPx * (c * x - s * y), perPx * (s * x + c * y)];
}

const turn = 2 * Math.PI;
/** To (-pi, pi]. */
const wrapAngle = (angle: number) => angle - turn * Math.ceil((angle - Math.PI) / turn);
