import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { type PointsTarget, targetLimits } from '#core/cppn/training-target.ts';
import type { TrainingRoom } from '#studio/training-room.ts';
import { ClassMark } from './class-mark.tsx';
import { short } from './numbers.ts';

interface PointsPlaneProps {
  readonly room: TrainingRoom;
  readonly target: PointsTarget;
  /** Class of the next point; null: only looked at, over the map of decisions. */
  readonly own: number | null;
}

/** Points of several classes. A press places one, so does Enter where the cross stands. */
export function PointsPlane({ room, target, own }: PointsPlaneProps) {
  const plane = useRef<SVGSVGElement>(null);
  const cross = useSignal<{ readonly x: number; readonly y: number } | null>(null);
  const said = useSignal('');
  const { places, classes } = target;
  const marks = Array.from(classes, (kind, point) => (
    <ClassMark key={point} own={kind} x={100 * places[2 * point]!} y={100 * places[2 * point + 1]!} r={2.6} />
  ));
  const box = '-103 -103 206 206';
  if (own === null) {
    return (
      <svg class="points still" viewBox={box} aria-hidden="true">
        {marks}
      </svg>
    );
  }

  const kind = Math.min(own, target.classNames.length - 1);
  const tell = (next: PointsTarget, words: string) => {
    said.value = `${words} ${next.classes.length} points.`;
    room.actions.tellApart(next);
  };
  const place = (x: number, y: number) => {
    if (classes.length >= targetLimits.points) return;
    const next = {
      ...target,
      title: 'Your own points',
      places: Float32Array.of(...places, limited(x), limited(y)),
      classes: Uint8Array.of(...classes, kind),
    };
    tell(next, `${target.classNames[kind]} at ${short(x)}, ${short(-y)}.`);
  };
  const takeNearest = (x: number, y: number) => {
    let nearest = -1;
    let least = 0.01;
    classes.forEach((_kind, point) => {
      const away = (places[2 * point]! - x) ** 2 + (places[2 * point + 1]! - y) ** 2;
      if (away < least) [nearest, least] = [point, away];
    });
    if (nearest < 0) return;
    const next = {
      ...target,
      title: 'Your own points',
      places: places.filter((_value, at) => Math.floor(at / 2) !== nearest),
      classes: classes.filter((_value, at) => at !== nearest),
    };
    tell(next, 'Taken away.');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = cross.peek() ?? { x: 0, y: 0 };
    const way = event.shiftKey ? 0.2 : 0.05;
    const [dx, dy] = moves[event.key] ?? [0, 0];
    if (dx !== 0 || dy !== 0) cross.value = { x: limited(at.x + dx * way), y: limited(at.y + dy * way) };
    else if (event.key === 'Enter') place(at.x, at.y);
    else if (event.key === 'Backspace' || event.key === 'Delete') takeNearest(at.x, at.y);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <svg
        ref={plane}
        class="points"
        viewBox={box}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: its role makes it one that is worked with
        tabIndex={0}
        aria-label={`Points, ${target.title}. Arrows move the cross, Enter places one of ${target.classNames[kind]}, Backspace takes the nearest away.`}
        onFocus={() => (cross.value ??= { x: 0, y: 0 })}
        onBlur={() => (cross.value = null)}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const { left, top, width, height } = plane.current!.getBoundingClientRect();
          const x = (2.06 * (event.clientX - left)) / width - 1.03;
          const y = (2.06 * (event.clientY - top)) / height - 1.03;
          if (event.altKey) takeNearest(x, y);
          else place(x, y);
        }}
      >
        <line class="points-axis" x1="-103" x2="103" y1="0" y2="0" />
        <line class="points-axis" x1="0" x2="0" y1="-103" y2="103" />
        {marks}
        {cross.value !== null && (
          <path
            class="points-cross"
            d={`M${100 * cross.value.x - 6} ${100 * cross.value.y}h12M${100 * cross.value.x} ${100 * cross.value.y - 6}v12`}
          />
        )}
      </svg>
      <span class="sr-only" role="status">
        {said.value}
      </span>
    </>
  );
}

const moves: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const limited = (x: number) => Math.max(-1, Math.min(1, x));
