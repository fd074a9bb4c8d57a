// Tweakpane leaves its inputs, swatches and lists nameless, and its sliders without a role. This gives each the control's own.
import { type Control, type ControlValue, formatNumber, nameOf } from '#platform/sketch/controls.ts';

/** Names every part of the control that can have the focus, and says a slider's value. Does nothing new the second time. */
export function nameParts(element: HTMLElement, control: Control, value: ControlValue): void {
  const name = nameOf(control);
  for (const part of element.querySelectorAll<HTMLElement>('input, select, textarea'))
    set(part, 'aria-label', name);
  for (const track of element.querySelectorAll<HTMLElement>('.tp-sldv_t'))
    if (control.kind === 'number' && typeof value === 'number')
      describeSlider(track, name, formatNumber(control, value), [control.min, control.max, value]);
  if (control.kind === 'color') namePicker(element, name, String(value));
}

function namePicker(element: HTMLElement, name: string, color: string): void {
  for (const button of element.querySelectorAll('.tp-colswv_b')) {
    set(button, 'aria-label', `${name}, open the picker`);
    set(button, 'type', 'button');
  }
  for (const select of element.querySelectorAll('.tp-coltxtv_ms'))
    set(select, 'aria-label', `${name}, written as`);
  element.querySelectorAll('.tp-coltxtv_c input').forEach((input, index) => {
    set(input, 'aria-label', `${name}, part ${index + 1}`);
  });
  // Their numbers are the picker's own secret: the color itself is the value.
  for (const field of element.querySelectorAll('.tp-svpv'))
    describeSlider(field, `${name}, strength and lightness`, color, [0, 100, 50]);
  for (const strip of element.querySelectorAll('.tp-hplv'))
    describeSlider(strip, `${name}, hue`, color, [0, 100, 50]);
}

function describeSlider(
  element: Element,
  name: string,
  text: string,
  [min, max, now]: readonly [number, number, number],
): void {
  set(element, 'role', 'slider');
  set(element, 'aria-label', name);
  set(element, 'aria-valuemin', String(min));
  set(element, 'aria-valuemax', String(max));
  set(element, 'aria-valuenow', String(now));
  set(element, 'aria-valuetext', text);
}

/** Only when it differs: an observer is watching. */
function set(element: Element, attribute: string, value: string): void {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value);
}
