import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

interface AmountProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Digits after the point in the field. */
  readonly digits?: number;
  /** What the slider is moved along, where that is not the value itself: logarithms. */
  readonly scale?: { readonly to: (value: number) => number; readonly from: (place: number) => number };
  /** Under the hand; null takes it back. */
  readonly onTry: (value: number | null) => void;
  /** Where it came to rest. */
  readonly onKeep: (value: number) => void;
}

const moving = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];
const same = (value: number) => value;

/** A number by slider and by field. A drag, or a key held down, is one change. */
export function Amount({ label, value, step, digits = 2, scale, onTry, onKeep, ...range }: AmountProps) {
  const id = useId();
  const tried = useSignal<number | null>(null);
  const typed = useSignal<string | null>(null);
  const isHeld = useRef(false);
  const isDirty = useRef(false);
  // A range that follows the value would run away from under the hand.
  const rested = useRef(range);
  if (!isDirty.current) rested.current = range;
  const { to, from } = scale ?? { to: same, from: same };
  const [low, high] = [to(rested.current.min), to(rested.current.max)];
  const shown = tried.value ?? value;
  const share = Math.max(0, Math.min(1, (to(shown) - low) / (high - low)));

  // Where it was let go stays shown until the studio says the same.
  useLayoutEffect(() => {
    if (!isDirty.current) tried.value = null;
  }, [value]);

  const tryOut = (next: number) => {
    if (Number.isNaN(next)) return;
    isDirty.current = true;
    tried.value = next;
    onTry(next);
  };
  const end = () => {
    isHeld.current = false;
    isDirty.current = false;
    typed.value = null;
  };
  const settle = () => {
    const isOurs = isDirty.current;
    end();
    if (isOurs) onKeep(tried.peek()!);
  };

  return (
    <div class="amount">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="number-field"
        type="number"
        step={step}
        value={typed.value ?? shown.toFixed(digits)}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          tryOut(event.currentTarget.valueAsNumber);
        }}
        onChange={settle}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !isDirty.current) return;
          event.preventDefault();
          event.stopPropagation();
          end();
          tried.value = null;
          onTry(null);
        }}
      />
      <input
        class="slider"
        type="range"
        min={low}
        max={high}
        step={scale === undefined ? step : 'any'}
        value={to(shown)}
        aria-label={label}
        aria-valuetext={shown.toFixed(digits)}
        style={{ '--share': String(share) }}
        onPointerDown={() => {
          isHeld.current = true;
        }}
        onKeyDown={(event) => {
          if (moving.includes(event.key)) isHeld.current = true;
        }}
        onInput={(event) => tryOut(from(event.currentTarget.valueAsNumber))}
        onChange={() => {
          // Every step of a key held down is a change to the browser.
          if (!isHeld.current) settle();
        }}
        onKeyUp={settle}
        onPointerUp={settle}
        onPointerCancel={settle}
        onBlur={settle}
      />
    </div>
  );
}
