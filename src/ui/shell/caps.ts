import { signal } from '@preact/signals';

/** Keys the person has changed or switched off, by the key they came with: what is printed on buttons. */
export const ownCaps = signal<ReadonlyMap<string, string>>(new Map());

/** What to print in place of the cap a button came with; undefined: none. */
export const capNow = (cap: string): string | undefined =>
  (ownCaps.value.get(cap.toLowerCase()) ?? cap).replace(/(?<![^+]).$/, (letter) => letter.toUpperCase()) ||
  undefined;
