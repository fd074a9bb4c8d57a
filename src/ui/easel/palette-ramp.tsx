import { useRef } from 'preact/hooks';
import type { Palette } from '#core/cppn/palette.ts';
import { paletteGradient } from './palette-gradient.ts';

interface PaletteRampProps {
  readonly palette: Palette;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
  /** A stop under the hand; null takes it back. */
  readonly onTry: (index: number, position: number | null) => void;
  readonly onKeep: (index: number, position: number) => void;
  readonly onAdd: (position: number) => void;
  /** Of the selected stop. */
  readonly onRemove: () => void;
}

const STEP = 0.01;
const LARGE_STEP = 0.1;

/** The palette with its stops as handles: drag them, move them by arrows; a double click adds one, Delete takes one away. */
export function PaletteRamp(props: PaletteRampProps) {
  const { palette, selected, onSelect, onTry, onKeep, onAdd, onRemove } = props;
  const ramp = useRef<HTMLDivElement>(null);
  const drag = useRef<{ index: number; position: number | null } | null>(null);
  const moved = useRef<number | null>(null);
  const placeOf = (event: MouseEvent) => {
    const { left, width } = ramp.current!.getBoundingClientRect();
    return Math.max(0, Math.min(1, (event.clientX - left) / width));
  };
  const settle = (index: number) => {
    const position = moved.current;
    moved.current = null;
    if (position !== null) onKeep(index, position);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: `Add a stop` does the same
    <div
      class="palette-ramp"
      ref={ramp}
      style={{ backgroundImage: paletteGradient(palette) }}
      onDblClick={(event) => onAdd(placeOf(event))}
    >
      {palette.stops.map((stop, index) => {
        const isEnd = index === 0 || index === palette.stops.length - 1;
        return (
          <div
            key={index}
            class="stop"
            role="slider"
            tabIndex={0}
            aria-label={`Stop ${index + 1} of ${palette.stops.length}`}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(stop.position * 100)}
            aria-valuetext={`at ${Math.round(stop.position * 100)} percent, lightness ${stop.lightness.toFixed(2)}, chroma ${stop.chroma.toFixed(2)}, hue ${Math.round(stop.hue)}`}
            data-selected={index === selected}
            style={{
              left: `${stop.position * 100}%`,
              backgroundColor: `oklch(${stop.lightness} ${stop.chroma} ${stop.hue})`,
            }}
            onFocus={() => onSelect(index)}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              drag.current = { index, position: null };
            }}
            onPointerMove={(event) => {
              if (drag.current === null || isEnd) return;
              drag.current.position = placeOf(event);
              onTry(index, drag.current.position);
            }}
            onPointerUp={() => {
              const { position } = drag.current ?? { position: null };
              drag.current = null;
              if (position !== null) onKeep(index, position);
            }}
            onPointerCancel={() => {
              drag.current = null;
              onTry(index, null);
            }}
            onDblClick={(event) => event.stopPropagation()}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') {
                event.preventDefault();
                event.stopPropagation();
                onRemove();
                return;
              }
              const step = event.shiftKey ? LARGE_STEP : STEP;
              const by = {
                ArrowLeft: -step,
                ArrowDown: -step,
                ArrowRight: step,
                ArrowUp: step,
                PageUp: LARGE_STEP,
                PageDown: -LARGE_STEP,
              }[event.key];
              if (by === undefined) return;
              event.preventDefault();
              event.stopPropagation();
              if (isEnd) return;
              moved.current = (moved.current ?? stop.position) + by;
              onTry(index, moved.current);
            }}
            onKeyUp={() => settle(index)}
            onBlur={() => settle(index)}
          />
        );
      })}
    </div>
  );
}
