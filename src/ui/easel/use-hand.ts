import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import { moveByGrip, type Point, panBy, rotateAbout, zoomAbout } from './move-view.ts';

interface Hand {
  readonly view: () => View;
  readonly onMove: (view: View) => void;
  /** A drag, pinch or wheel began: hints have done their work. */
  readonly onFirstMove: () => void;
}

/** Drag pans, wheel and pinch zoom about the pointer, two fingers turn, a double click zooms by 2. */
export function useHand(ref: RefObject<HTMLElement | null>, { view, onMove, onFirstMove }: Hand): void {
  useLayoutEffect(() => {
    const element = ref.current!;
    const pointers = new Map<number, Point>();
    const box = () => element.getBoundingClientRect();
    const shortPx = () => Math.min(element.clientWidth, element.clientHeight);
    const pointOf = (event: MouseEvent): Point => {
      const { left, top, width, height } = box();
      return [event.clientX - left - width / 2, event.clientY - top - height / 2];
    };

    const down = (event: PointerEvent) => {
      if (event.button !== 0 || pointers.size >= 2) return;
      pointers.set(event.pointerId, pointOf(event));
      element.setPointerCapture(event.pointerId);
      element.classList.add('held');
    };
    const move = (event: PointerEvent) => {
      const before = pointers.get(event.pointerId);
      if (before === undefined) return;
      const now = pointOf(event);
      const still = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      onFirstMove();
      if (still === undefined) {
        onMove(panBy(view(), [now[0] - before[0], now[1] - before[1]], shortPx()));
        return;
      }
      const [from, to] = [spanOf(still, before), spanOf(still, now)];
      const grip = {
        from: from.middle,
        to: to.middle,
        factor: to.length / Math.max(1, from.length),
        // atan2 of a screen turns clockwise.
        angle: from.angle - to.angle,
      };
      onMove(moveByGrip(view(), grip, shortPx()));
    };
    const up = (event: PointerEvent) => {
      pointers.delete(event.pointerId);
      if (pointers.size === 0) element.classList.remove('held');
    };
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      onFirstMove();
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
      if (event.shiftKey) {
        onMove(
          rotateAbout(view(), pointOf(event), (event.deltaY || event.deltaX) * lines * 0.002, shortPx()),
        );
        return;
      }
      // A pinch on a touchpad comes as a wheel with Ctrl, in small steps.
      const pace = event.ctrlKey ? 0.01 : 0.0018;
      onMove(zoomAbout(view(), pointOf(event), 2 ** (-event.deltaY * lines * pace), shortPx()));
    };
    const doubleClick = (event: MouseEvent) => onMove(zoomAbout(view(), pointOf(event), 2, shortPx()));

    const ended = new AbortController();
    const { signal } = ended;
    element.addEventListener('pointerdown', down, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', up, { signal });
    element.addEventListener('pointercancel', up, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    element.addEventListener('dblclick', doubleClick, { signal });
    return () => ended.abort();
  }, []);
}

function spanOf([ax, ay]: Point, [bx, by]: Point) {
  const middle: Point = [(ax + bx) / 2, (ay + by) / 2];
  return { middle, length: Math.hypot(bx - ax, by - ay), angle: Math.atan2(by - ay, bx - ax) };
}
