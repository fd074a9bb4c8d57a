// Whether controls are drawn as plain inputs everywhere, not only on narrow pages.
import { signal } from '@preact/signals';
import { recall, remember } from '../remembered.ts';

const name = 'plain-controls';

export const arePlainControlsOn = signal(recall(name) === '1');

export function setPlainControlsOn(isOn: boolean): void {
  arePlainControlsOn.value = isOn;
  remember(name, isOn ? '1' : '0');
}
