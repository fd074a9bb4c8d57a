import { useRef } from 'preact/hooks';

const pressMs = 450;
const slopPx = 10;

/** Handlers for a finger held still. The click that follows is swallowed. */
export function useLongPress(onLongPress: () => void) {
  const press = useRef<{ x: number; y: number; timer: ReturnType<typeof setTimeout> } | null>(null);
  const wasLong = useRef(false);

  const end = () => {
    clearTimeout(press.current?.timer);
    press.current = null;
  };
  return {
    onPointerDown: (event: PointerEvent) => {
      wasLong.current = false;
      if (event.pointerType === 'mouse') return;
      const timer = setTimeout(() => {
        press.current = null;
        wasLong.current = true;
        navigator.vibrate?.(10);
        onLongPress();
      }, pressMs);
      press.current = { x: event.clientX, y: event.clientY, timer };
    },
    onPointerMove: (event: PointerEvent) => {
      if (press.current === null) return;
      if (Math.hypot(event.clientX - press.current.x, event.clientY - press.current.y) > slopPx) end();
    },
    onPointerUp: end,
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => {
      if (press.current !== null || wasLong.current) event.preventDefault();
    },
    onClickCapture: (event: MouseEvent) => {
      if (!wasLong.current) return;
      wasLong.current = false;
      event.stopPropagation();
      event.preventDefault();
    },
  };
}
