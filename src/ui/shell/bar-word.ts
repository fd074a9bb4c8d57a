import { signal } from '@preact/signals';

/** What the bar says in place of the save state, while there is more to say. */
export const barWord = signal<string | null>(null);
