// The person's own keys: which rows of the table have another key than they came with.
import { type Command, commands, isTyped } from './commands.ts';

/** By command id; an empty string takes a row's key away. */
export type Keymap = Readonly<Record<string, string>>;

export const keyIn = (keymap: Keymap, { id, key }: Command): string => keymap[id] ?? key;

/** What the views keep for themselves. */
const viewKeys: Readonly<Record<string, string>> = {
  '+': 'Zoom',
  '=': 'Zoom',
  '-': 'Zoom',
  _: 'Zoom',
  ',': 'Turn',
  '.': 'Turn',
};

export type Claim =
  | { readonly kind: 'done'; readonly keymap: Keymap }
  /** Another row has it. */
  | { readonly kind: 'taken'; readonly by: Command }
  /** It cannot be had; the sentence says why. */
  | { readonly kind: 'refused'; readonly sentence: string };

/** Gives a row another key, if nothing stands against it. */
export function claimKey(keymap: Keymap, id: string, key: string): Claim {
  if (!isTyped(key)) return { kind: 'refused', sentence: 'Only letters, digits and signs can be chosen.' };
  const view = viewKeys[key];
  if (view !== undefined) return { kind: 'refused', sentence: `${key} is ${view} on the easel.` };
  const by = commands.find((other) => other.id !== id && keyIn(keymap, other) === key);
  return by === undefined ? { kind: 'done', keymap: { ...keymap, [id]: key } } : { kind: 'taken', by };
}

/** Two rows exchange their keys: none is left without. */
export function swapKeys(keymap: Keymap, id: string, other: string): Keymap {
  const [first, second] = [id, other].map((one) => commands.find((command) => command.id === one));
  if (first === undefined || second === undefined) throw new RangeError(`No commands ${id} and ${other}.`);
  return { ...keymap, [id]: keyIn(keymap, second), [other]: keyIn(keymap, first) };
}

export const withoutKey = (keymap: Keymap, id: string): Keymap => ({ ...keymap, [id]: '' });
