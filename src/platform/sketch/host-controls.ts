// The controls every sketch has beside its author's: colors, pace and chance. Their names begin with a sign no author's does.
import type { Controls, ControlValue, NumberControl } from './controls.ts';
import type { PlainSketch, Sketch } from './sketch.ts';
import { ownPalette, paletteOptions } from './sketch-palette.ts';

export const seedLimit = 999_999;
const defaultSeed = 4217;

const palette: Controls[string] = {
  kind: 'choice',
  label: 'palette',
  group: 'Colour',
  default: ownPalette,
  options: paletteOptions,
};

const seed: NumberControl = {
  kind: 'number',
  label: 'seed',
  group: 'Chance',
  default: defaultSeed,
  min: 0,
  max: seedLimit,
  step: 1,
  hasSlider: false,
};

const loop = (seconds: number): NumberControl => ({
  kind: 'number',
  label: 'loop',
  unit: 'seconds',
  group: 'Motion',
  default: seconds,
  min: 2,
  max: 20,
  step: 1,
});

/** The author's controls and ours, to be drawn together. */
export function allControls(sketch: Pick<Sketch, 'controls' | 'loopSeconds'> | PlainSketch): Controls {
  if (typeof sketch === 'function') return { $palette: palette, $seed: seed };
  return {
    ...sketch.controls,
    $palette: palette,
    ...(sketch.loopSeconds === undefined ? {} : { $loop: loop(sketch.loopSeconds) }),
    $seed: seed,
  };
}

export interface HostValues {
  readonly palette: string;
  readonly seed: number;
  /** null: it stands still. */
  readonly loopSeconds: number | null;
}

/** Ours, out of values parsed by `allControls`. */
export function readHostValues(values: Readonly<Record<string, ControlValue>>): HostValues {
  return {
    palette: String(values.$palette),
    seed: Number(values.$seed),
    loopSeconds: values.$loop === undefined ? null : Number(values.$loop),
  };
}
