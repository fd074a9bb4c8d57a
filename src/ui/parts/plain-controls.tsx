import { useId } from 'preact/hooks';
import {
  type Control,
  type Controls,
  type ControlValue,
  formatNumber,
  groupControls,
  nameOf,
  parseControlValue,
  stepOf,
} from '#platform/sketch/controls.ts';
import { Slider } from './slider.tsx';

interface PlainControlsProps {
  readonly controls: Controls;
  readonly values: Readonly<Record<string, ControlValue>>;
  readonly onChange: (name: string, value: ControlValue, isSettled: boolean) => void;
}

/** The same controls as the pane's, as native inputs: for narrow pages, and for whoever asks for them. */
export function PlainControls({ controls, values, onChange }: PlainControlsProps) {
  return (
    <div class="plain-controls">
      {groupControls(controls).map(({ group, names }) => (
        <fieldset key={group}>
          {group !== '' && <legend>{group}</legend>}
          {names.map((name) => (
            <Row
              key={name}
              control={controls[name]!}
              value={values[name] ?? controls[name]!.default}
              onChange={(value, isSettled) => onChange(name, value, isSettled)}
            />
          ))}
        </fieldset>
      ))}
    </div>
  );
}

interface RowProps {
  readonly control: Control;
  readonly value: ControlValue;
  readonly onChange: (value: ControlValue, isSettled: boolean) => void;
}

function Row({ control, value, onChange }: RowProps) {
  const id = useId();
  return (
    <div class="plain-control">
      <label for={id} id={`${id}-label`}>
        {nameOf(control)}
      </label>
      <Field id={id} control={control} value={value} onChange={onChange} />
    </div>
  );
}

function Field({ id, control, value, onChange }: RowProps & { readonly id: string }) {
  const hear = (given: unknown, isSettled: boolean) => {
    const parsed = parseControlValue(control, given);
    if (parsed !== null) onChange(parsed, isSettled);
  };
  switch (control.kind) {
    case 'number': {
      const text = formatNumber(control, Number(value));
      return (
        <>
          {control.hasSlider !== false && (
            <Slider
              label={nameOf(control)}
              labelledBy={`${id}-label`}
              min={control.min}
              max={control.max}
              step={stepOf(control)}
              value={Number(value)}
              describe={(number) => formatNumber(control, number)}
              onInput={(number) => hear(number, false)}
              onChange={(number) => hear(number, true)}
            />
          )}
          <input
            id={id}
            class="plain-number"
            type="number"
            inputMode="decimal"
            min={control.min}
            max={control.max}
            step={stepOf(control)}
            value={text}
            onChange={(event) => {
              hear(event.currentTarget.valueAsNumber, true);
              // What was not taken does not stay.
              event.currentTarget.value = text;
            }}
          />
        </>
      );
    }
    case 'choice':
      return (
        <select id={id} value={String(value)} onChange={(event) => hear(event.currentTarget.value, true)}>
          {control.options.map((option) => (
            <option key={option} value={option}>
              {option}
            </option>
          ))}
        </select>
      );
    case 'color':
      return (
        <input
          id={id}
          type="color"
          value={String(value)}
          onInput={(event) => hear(event.currentTarget.value, false)}
          onChange={(event) => hear(event.currentTarget.value, true)}
        />
      );
    case 'toggle':
      return (
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          onChange={(event) => hear(event.currentTarget.checked, true)}
        />
      );
    default:
      return control satisfies never;
  }
}
