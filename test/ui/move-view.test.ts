import { describe, expect, test } from 'vitest';
import { plainCoordinates } from '#core/cppn/coordinates.ts';
import { wholeRegion } from '#core/cppn/pixels.ts';
import { createPlane } from '#core/cppn/plane.ts';
import { type View, wholeView, zoomRange } from '#core/cppn/view.ts';
import { moveByGrip, panBy, rotateAbout, transformBetween, zoomAbout } from '#ui/easel/move-view.ts';

const size = { widthPx: 892, heightPx: 848 };
const shortPx = 848;

/** Where the painter itself looks for a point of the canvas, from its middle. */
function pictureAt(view: View, [x, y]: readonly [number, number]): [number, number] {
  const request = {
    size,
    region: wholeRegion(size),
    view,
    samples: 1,
    grain: 'pixel',
    dither: false,
  } as const;
  const plane = createPlane({ ...plainCoordinates, inputs: ['x', 'y'] }, request);
  const [px, py] = [x + size.widthPx / 2, y + size.heightPx / 2];
  return [plane.xx * px + plane.xy * py + plane.x0, plane.yx * px + plane.yy * py + plane.y0];
}

function expectClose(a: readonly number[], b: readonly number[]) {
  a.forEach((value, i) => {
    expect(value).toBeCloseTo(b[i]!, 9);
  });
}

const start: View = { center: [0.3, -0.2], zoom: 1.7, rotation: 0.4, phase: 0.25 };

describe('moveByGrip', () => {
  test('keeps what was under the hand under the hand, as the painter sees it', () => {
    const grip = { from: [120, -80], to: [-40, 200], factor: 1.6, angle: 0.7 } as const;
    const moved = moveByGrip(start, grip, shortPx);
    expectClose(pictureAt(moved, grip.to), pictureAt(start, grip.from));
    expect(moved.zoom).toBeCloseTo(1.7 * 1.6, 12);
    expect(moved.rotation).toBeCloseTo(1.1, 12);
    expect(moved.phase).toBe(0.25);
  });

  test('stays in range, and still holds the point', () => {
    for (const factor of [1e9, 1e-9]) {
      const moved = zoomAbout(start, [300, 100], factor, shortPx);
      expect(moved.zoom).toBe(factor > 1 ? zoomRange[1] : zoomRange[0]);
      expectClose(pictureAt(moved, [300, 100]), pictureAt(start, [300, 100]));
    }
  });

  test('turns counter-clockwise on the screen: what was at the right comes to the top', () => {
    const moved = rotateAbout(wholeView, [0, 0], Math.PI / 2, shortPx);
    expectClose(pictureAt(moved, [0, -100]), pictureAt(wholeView, [100, 0]));
  });

  test('keeps the angle within half a turn', () => {
    let view: View = wholeView;
    for (let i = 0; i < 10; i++) view = rotateAbout(view, [0, 0], 1, shortPx);
    expect(view.rotation).toBeCloseTo(10 - 4 * Math.PI, 9);
  });
});

describe('panBy', () => {
  test('moves the picture with the hand, however it is turned', () => {
    expectClose(pictureAt(panBy(start, [30, -50], shortPx), [30, -50]), pictureAt(start, [0, 0]));
  });
});

describe('transformBetween', () => {
  test('puts painted pixels where the same part of the picture is shown', () => {
    const shown = moveByGrip(start, { from: [10, 20], to: [-60, 90], factor: 0.8, angle: -0.5 }, shortPx);
    const { scale, angle, x, y } = transformBetween(start, shown, shortPx);
    const painted = [130, -210] as const;
    const at: [number, number] = [
      x + scale * (Math.cos(angle) * painted[0] - Math.sin(angle) * painted[1]),
      y + scale * (Math.sin(angle) * painted[0] + Math.cos(angle) * painted[1]),
    ];
    expectClose(pictureAt(shown, at), pictureAt(start, painted));
  });
});
