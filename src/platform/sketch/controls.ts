// What can be set by hand, as data: the pane, the plain inputs and the parser of stored values all read the same records.

interface Described {
  readonly label: string;
  /** Controls of one group stand together under its name. */
  readonly group?: string;
}

export interface NumberControl extends Described {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Without one, about a hundredth of the range. */
  readonly step?: number;
  /** Said after the label: `loop, seconds`. */
  readonly unit?: string;
  /** False for numbers that no hand would slide to, such as a seed. */
  readonly hasSlider?: boolean;
}

export interface ChoiceControl extends Described {
  readonly kind: 'choice';
  readonly default: string;
  /** The values, which are also the words. */
  readonly options: readonly string[];
}

export interface ColorControl extends Described {
  readonly kind: 'color';
  /** #rrggbb */
  readonly default: string;
}

export interface ToggleControl extends Described {
  readonly kind: 'toggle';
  readonly default: boolean;
}

export type Control = NumberControl | ChoiceControl | ColorControl | ToggleControl;

export type Controls = Readonly<Record<string, Control>>;

export type ControlValue = number | string | boolean;

type ValueOf<C extends Control> = C extends NumberControl
  ? number
  : C extends ChoiceControl
    ? C['options'][number]
    : C extends ColorControl
      ? string
      : boolean;

/** One value a control, by the control's name. */
export type ControlValues<C extends Controls = Controls> = { readonly [Name in keyof C]: ValueOf<C[Name]> };

/** What the pane and a screen reader call it. */
export const nameOf = (control: Control) =>
  control.kind === 'number' && control.unit !== undefined
    ? `${control.label}, ${control.unit}`
    : control.label;

/** The step given, or the power of ten nearest below a hundredth of the range. */
export function stepOf({ min, max, step }: NumberControl): number {
  return step ?? 10 ** Math.floor(Math.log10((max - min) / 100) + 1e-9);
}

/** As many decimals as the step has. */
export function formatNumber(control: NumberControl, value: number): string {
  return value.toFixed(digitsOf(stepOf(control)));
}

const digitsOf = (step: number) => {
  for (let digits = 0; digits < 8; digits++) {
    if (Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) < 1e-6) return digits;
  }
  return 8;
};

export function defaultValues<C extends Controls>(controls: C): ControlValues<C> {
  return parseControlValues(controls, {});
}

/**
 * Values as they were stored or carried by a file. Whatever does not fit any more becomes the default: controls change when
 * a sketch is edited, and an old value must not keep it from opening. Numbers are brought to the range and the step.
 */
export function parseControlValues<C extends Controls>(controls: C, stored: unknown): ControlValues<C> {
  const given = typeof stored === 'object' && stored !== null ? Object.entries(stored) : [];
  const values = new Map<string, unknown>(given);
  const parsed = Object.entries(controls).map(([name, control]) => [
    name,
    parseControlValue(control, values.get(name)) ?? control.default,
  ]);
  return Object.fromEntries(parsed) as ControlValues<C>;
}

/** null for what is no value of the control. */
export function parseControlValue(control: Control, value: unknown): ControlValue | null {
  switch (control.kind) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? fitNumber(control, value) : null;
    case 'choice':
      return typeof value === 'string' && control.options.includes(value) ? value : null;
    case 'color':
      return typeof value === 'string' && isColor(value) ? value.toLowerCase() : null;
    case 'toggle':
      return typeof value === 'boolean' ? value : null;
    default:
      return control satisfies never;
  }
}

const isColor = (value: string) => /^#[0-9a-f]{6}$/i.test(value);

function fitNumber(control: NumberControl, value: number): number {
  const step = stepOf(control);
  const stepped = control.min + Math.round((value - control.min) / step) * step;
  const digits = Math.max(digitsOf(step), digitsOf(control.min));
  return Number(Math.max(control.min, Math.min(control.max, stepped)).toFixed(digits));
}

/** Throws RangeError at a control that contradicts itself, naming it: its author reads this. */
export function checkControls(controls: Controls): void {
  for (const [name, control] of Object.entries(controls)) {
    const fail = (what: string) => {
      throw new RangeError(`The control "${name}" ${what}.`);
    };
    if (control.label.trim() === '') fail('needs a label');
    switch (control.kind) {
      case 'number':
        if (!(control.min < control.max))
          fail(`expects min below max, got ${control.min} and ${control.max}`);
        if (!(stepOf(control) > 0)) fail(`expects a step above 0, got ${control.step}`);
        if (!(control.default >= control.min && control.default <= control.max))
          fail(`expects a default from ${control.min} to ${control.max}, got ${control.default}`);
        break;
      case 'choice':
        if (!control.options.includes(control.default))
          fail(`expects its default among ${control.options.join(', ')}, got ${control.default}`);
        break;
      case 'color':
        if (!isColor(control.default)) fail(`expects a color such as #10151b, got ${control.default}`);
        break;
      case 'toggle':
        break;
      default:
        control satisfies never;
    }
  }
}

/** The controls in their order, those of one group together; '' is the group of those without. */
export function groupControls(
  controls: Controls,
): readonly { readonly group: string; readonly names: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const [name, { group = '' }] of Object.entries(controls))
    groups.set(group, [...(groups.get(group) ?? []), name]);
  return [...groups].map(([group, names]) => ({ group, names }));
}
