import { Slider } from '../parts/slider.tsx';

interface LogSliderProps {
  readonly label: string;
  readonly labelledBy: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** Positions from one end to the other. */
  readonly steps: number;
  readonly describe: (value: number) => string;
  /** To a value that can be said. */
  readonly tidy: (value: number) => number;
  readonly onChange: (value: number) => void;
}

/** A slider on which equal ways are equal ratios. */
export function LogSlider({ min, max, value, steps, describe, tidy, onChange, ...rest }: LogSliderProps) {
  const valueAt = (position: number) => tidy(min * (max / min) ** (position / steps));
  const positionOf = (at: number) => Math.round((steps * Math.log(at / min)) / Math.log(max / min));
  return (
    <Slider
      {...rest}
      min={0}
      max={steps}
      step={1}
      value={positionOf(value)}
      describe={(position) => describe(position === positionOf(value) ? value : valueAt(position))}
      onChange={(position) => {
        if (position !== positionOf(value)) onChange(valueAt(position));
      }}
    />
  );
}
