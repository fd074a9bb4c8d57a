// What is typed between asking for a sheet and its coming: the command palette begins with it.
import type { Studio } from '#studio/studio.ts';
import { isDialogOpen } from '../dialog-open.ts';

let held = '';

/** Whether a sheet was asked for and is not there yet. */
export const isAwaitingSheet = (studio: Studio) => studio.sheet.peek() !== null && !isDialogOpen();

export function holdKey(studio: Studio, event: KeyboardEvent): void {
  const { key, ctrlKey, metaKey, altKey } = event;
  event.preventDefault();
  if (key === 'Escape') {
    held = '';
    studio.actions.closeSheet();
  } else if (studio.sheet.peek() !== 'find') return;
  else if (key === 'Backspace') held = held.slice(0, -1);
  else if (key === 'Enter') held += '\n';
  else if (key.length === 1 && !metaKey && ctrlKey === altKey) held += key;
}

/** Once: the text, and whether Enter ended it. */
export function takeTypedAhead(): { readonly text: string; readonly isEntered: boolean } {
  const [text = '', ...rest] = held.split('\n');
  held = '';
  return { text, isEntered: rest.length > 0 };
}
