// The one file that knows Tweakpane: draws controls as a pane, and leaves what they mean to others. Loaded by import().
import type { BindingApi } from '@tweakpane/core';
import { type FolderApi, Pane } from 'tweakpane';
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
import { nameParts } from './control-pane-names.ts';

export interface ControlPane {
  /** What changed elsewhere, by undo or in another view. Nothing is heard of it. */
  readonly show: (values: Readonly<Record<string, ControlValue>>) => void;
  readonly dispose: () => void;
}

/** `isSettled` is false while something is still being dragged. */
export type HearControl = (name: string, value: ControlValue, isSettled: boolean) => void;

/** Draws into `container`. Controls of a group fold together under its name. */
export function createControlPane(
  container: HTMLElement,
  controls: Controls,
  values: Readonly<Record<string, ControlValue>>,
  hear: HearControl,
): ControlPane {
  const shown: Record<string, ControlValue> = {};
  for (const name of Object.keys(controls)) shown[name] = values[name] ?? controls[name]!.default;
  const pane = new Pane({ container });
  const bindings: { readonly api: BindingApi; readonly control: Control }[] = [];
  let isShowing = false;

  for (const { group, names } of groupControls(controls)) {
    const parent = group === '' ? pane : pane.addFolder({ title: group });
    if (parent !== pane) nameFolder(parent as FolderApi);
    for (const name of names) {
      const control = controls[name]!;
      const api = parent.addBinding(shown, name, {
        label: nameOf(control),
        ...paramsOf(control),
      }) as BindingApi;
      bindings.push({ api, control });
      api.on('change', ({ value, last }) => {
        // refresh() fires "change" as well: tell ours from the person's.
        if (isShowing) return;
        const parsed = parseControlValue(control, value);
        if (parsed !== null) hear(name, parsed, last);
        nameAll();
      });
    }
  }

  const nameAll = () => {
    for (const { api, control } of bindings) nameParts(api.element, control, shown[api.key]!);
  };
  nameAll();
  // The color picker makes its fields anew when its mode changes.
  const observer = new MutationObserver(nameAll);
  observer.observe(pane.element, { childList: true, subtree: true });

  let isDisposed = false;
  return {
    show(next) {
      isShowing = true;
      for (const name of Object.keys(controls)) shown[name] = next[name] ?? shown[name]!;
      pane.refresh();
      isShowing = false;
      nameAll();
    },
    dispose() {
      if (isDisposed) return;
      isDisposed = true;
      observer.disconnect();
      pane.dispose();
    },
  };
}

function paramsOf(control: Control): Record<string, unknown> {
  switch (control.kind) {
    case 'number':
      return {
        step: stepOf(control),
        format: (value: number) => formatNumber(control, value),
        ...(control.hasSlider === false ? {} : { min: control.min, max: control.max }),
      };
    case 'choice':
      return { options: Object.fromEntries(control.options.map((option) => [option, option])) };
    case 'color':
      return { view: 'color' };
    case 'toggle':
      return {};
    default:
      return control satisfies never;
  }
}

function nameFolder(folder: FolderApi): void {
  const button = folder.element.querySelector('button');
  const say = () => button?.setAttribute('aria-expanded', String(folder.expanded));
  say();
  folder.on('fold', say);
}
