// What belongs to the keyboard itself: whether its sheet is open, and whether single letters work (WCAG 2.1.4).
import { signal } from '@preact/signals';
import { recall, remember } from '../remembered.ts';

const name = 'letters-off';

export const isKeysSheetOpen = signal(false);
export const areLettersOn = signal(recall(name) === null || recall(name) === '0');

export function setLettersOn(isOn: boolean): void {
  areLettersOn.value = isOn;
  remember(name, isOn ? '0' : '1');
}

/** A key that is typed: a letter, digit or sign by itself, or with Shift. */
export const isLetter = (key: string) => /^(Shift\+)?[^ +]$/.test(key);
