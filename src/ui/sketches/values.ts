// How each sketch is set, kept in this browser by the sketch's name.
import { type Signal, signal } from '@preact/signals';
import { type Controls, type ControlValue, parseControlValues } from '#platform/sketch/controls.ts';
import { recall, remember } from '../remembered.ts';

export type Values = Readonly<Record<string, ControlValue>>;

const known = new Map<string, Signal<Values>>();

export function valuesOf(name: string, controls: Controls): Signal<Values> {
  let values = known.get(name);
  if (values === undefined) {
    values = signal<Values>(parseControlValues(controls, parse(recall(`sketch.${name}`))));
    known.set(name, values);
  }
  return values;
}

export function setValue(
  name: string,
  controls: Controls,
  key: string,
  value: ControlValue,
  isSettled: boolean,
) {
  const values = valuesOf(name, controls);
  values.value = { ...values.peek(), [key]: value };
  if (isSettled) remember(`sketch.${name}`, JSON.stringify(values.peek()));
}

/** All at once, as a file carried them. */
export function setValues(name: string, controls: Controls, values: unknown) {
  valuesOf(name, controls).value = parseControlValues(controls, values);
  remember(`sketch.${name}`, JSON.stringify(valuesOf(name, controls).peek()));
}

function parse(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
