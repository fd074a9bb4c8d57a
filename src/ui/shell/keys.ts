// Which key does what in this browser: the table's own, or the person's.
import { effect, signal } from '@preact/signals';
import { type Command, commands, isTyped } from '#studio/commands.ts';
import { recall, remember } from '../remembered.ts';
import { letters } from '../settings.ts';
import { ownCaps } from './caps.ts';

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

/** Tells the buttons, until the returned function is called. */
export const tellCaps = () =>
  effect(() => {
    ownCaps.value = new Map(
      commands.map((command) => [command.key, keyFor(command)] as const).filter(([key, own]) => key !== own),
    );
  });

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
