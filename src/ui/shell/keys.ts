// Which key does what in this browser: the table's own, or the person's.
import { signal } from '@preact/signals';
import { type Command, commands, isTyped } from '#studio/commands.ts';
import { recall, remember } from '../remembered.ts';
import { letters } from '../settings.ts';

const name = 'keys';

/** By command id; an empty string takes a row's key away. */
export const keymap = signal(parseKeymap(recall(name)));

export function setKeymap(next: Readonly<Record<string, string>>): void {
  keymap.value = next;
  remember(name, JSON.stringify(next));
}

/** Empty when the row has none now. */
export function keyFor({ id, key }: Pick<Command, 'id' | 'key'>): string {
  const own = keymap.value[id] ?? key;
  return isTyped(own) && letters.chosen.value === 'off' ? '' : own;
}

/** What to print on a button in place of the cap its key came with; undefined: none. */
export function capNow(cap: string): string | undefined {
  const row = commands.find(({ key }) => key === cap.toLowerCase());
  return (row === undefined ? cap : keyFor(row).toUpperCase()) || undefined;
}

function parseKeymap(text: string | null): Readonly<Record<string, string>> {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const entries = Object.entries(Object(value));
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}
