import { isMac, modWord } from './mod-key.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/**
 * A key as the table of commands writes it: `b`, `Shift+z`, `Mod+k`, `?`, `Space`, `Escape`; empty for what can be none. Signs
 * and digits are what is typed, with whatever modifiers that layout needs.
 */
export function nameKey({ key, code, shiftKey, ctrlKey, metaKey, altKey }: Pressed): string {
  // On a keyboard of another script, the key in the same place.
  const letter = key < '\x80' ? key : (/^Key(.)$/.exec(code)?.[1] ?? key);
  const isSign = letter.length === 1 && letter !== ' ' && letter.toLowerCase() === letter.toUpperCase();
  if (isSign) {
    // Some layouts type it with Option, or with AltGr, which is Control and Alt.
    const isTyping = isMac ? !metaKey && !ctrlKey : !metaKey && ctrlKey === altKey;
    return isTyping ? letter : '';
  }
  if (altKey || (isMac ? ctrlKey : metaKey)) return '';
  const isMod = isMac ? metaKey : ctrlKey;
  const name = letter === ' ' ? 'Space' : letter.length === 1 ? letter.toLowerCase() : letter;
  return `${isMod ? 'Mod+' : ''}${shiftKey ? 'Shift+' : ''}${name}`;
}

/** `Shift+z` as caps: `Shift`, `Z`. */
export const capsOf = (key: string): string[] =>
  key
    .split(/\+(?=.)/)
    .filter(Boolean)
    .map((part) => capWords[part] ?? (part.length === 1 ? part.toUpperCase() : part));

const capWords: Readonly<Record<string, string>> = { Escape: 'Esc', Mod: modWord };
