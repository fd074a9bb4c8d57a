import type { View } from '#core/cppn/view.ts';
import { wholeView } from '#core/cppn/view.ts';
import { panBy, rotateAbout, zoomAbout } from './move-view.ts';

const stepPx = 40;
const turnStep = Math.PI / 36;

/** Arrows pan the focused canvas (Shift: 5 times as far); null for keys that move nothing. */
export function panByKey(event: KeyboardEvent, view: View, shortPx: number): View | null {
  const step = event.shiftKey ? 5 * stepPx : stepPx;
  switch (event.key) {
    // The picture moves the other way: the arrow says where to look.
    case 'ArrowLeft':
      return panBy(view, [step, 0], shortPx);
    case 'ArrowRight':
      return panBy(view, [-step, 0], shortPx);
    case 'ArrowUp':
      return panBy(view, [0, step], shortPx);
    case 'ArrowDown':
      return panBy(view, [0, -step], shortPx);
    default:
      return null;
  }
}

/** `+`, `-`, Backspace and the turning keys `,` and `.`, anywhere on the easel; null for others. */
export function zoomByKey(event: KeyboardEvent, view: View, shortPx: number): View | null {
  switch (event.key) {
    case '+':
    case '=':
      return zoomAbout(view, [0, 0], 1.25, shortPx);
    case '-':
    case '_':
      return zoomAbout(view, [0, 0], 1 / 1.25, shortPx);
    case 'Backspace':
      return { ...wholeView, phase: view.phase };
    case ',':
      return rotateAbout(view, [0, 0], turnStep, shortPx);
    case '.':
      return rotateAbout(view, [0, 0], -turnStep, shortPx);
    default:
      return null;
  }
}
