import { useSignal } from '@preact/signals';
import { useLayoutEffect } from 'preact/hooks';

interface SliderProps {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** How the value is said. */
  readonly describe: (value: number) => string;
  readonly labelledBy?: string;
  /** While dragging it only moves; this hears where it came to rest. */
  readonly onChange: (value: number) => void;
  readonly onInput?: (value: number) => void;
}

export function Slider({
  label,
  min,
  max,
  step,
  value,
  describe,
  labelledBy,
  onChange,
  onInput,
}: SliderProps) {
  const dragged = useSignal<number | null>(null);
  const shown = dragged.value ?? value;
  // Where it was let go stays shown until the studio says the same.
  useLayoutEffect(() => {
    dragged.value = null;
  }, [value]);
  return (
    <input
      class="slider"
      type="range"
      min={min}
      max={max}
      step={step}
      value={shown}
      aria-label={labelledBy === undefined ? label : undefined}
      aria-labelledby={labelledBy}
      aria-valuetext={describe(shown)}
      style={{ '--share': String((shown - min) / (max - min)) }}
      onInput={(event) => {
        dragged.value = event.currentTarget.valueAsNumber;
        onInput?.(dragged.value);
      }}
      onChange={(event) => {
        onChange(event.currentTarget.valueAsNumber);
      }}
    />
  );
}
