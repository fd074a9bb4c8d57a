import type { Signal } from '@preact/signals';
import type { View } from '#core/cppn/view.ts';
import { type Command, commands } from '#studio/commands.ts';
import type { Studio } from '#studio/studio.ts';
import { isDialogOpen } from '../dialog-open.ts';
import { nameKey } from './key-name.ts';
import { keyFor, tellCaps } from './keys.ts';
import { holdKey, isAwaitingSheet } from './typed-ahead.ts';

/** What a pressed key does, by the table of commands. `isTaken`: a view has used it already. */
export function createPress(studio: Studio, easelView: () => Signal<View> | null, until: AbortSignal) {
  until.addEventListener('abort', tellCaps());
  const run = (command: Command) => {
    const easel = studio.easel.peek();
    const view = easelView();
    // On the easel, what is seen is what leaves, not what was last saved.
    if (command.id === 'export' && easel !== null && view !== null)
      studio.actions.openExport(easel.artwork.id, view.peek());
    else command.run(studio);
  };
  const act = (event: KeyboardEvent) => {
    const key = nameKey(event);
    if (key === '') return;
    // Two rows may share a key, as long as they are not enabled in the same place.
    const rows = commands.filter((row) => keyFor(row) === key);
    const command = rows.find((row) => row.isEnabled(studio));
    const meant = command ?? rows.find(({ needs }) => needs !== undefined);
    if (meant === undefined || isElsewhere(event, meant)) return;
    event.preventDefault();
    if (command !== undefined) run(command);
    else if (meant.needs !== undefined) studio.actions.say(meant.needs(studio));
  };
  return (event: KeyboardEvent, isTaken: boolean): void => {
    if (isAwaitingSheet(studio)) holdKey(studio, event);
    else if (!event.repeat && !isTaken && !event.isComposing) act(event);
  };
}

/** A text field is typed in, an open sheet has its own keys, and Space and Enter press what has the focus. */
function isElsewhere({ target, code, key }: KeyboardEvent, command: Command): boolean {
  if (isDialogOpen()) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range], [type=radio], [type=checkbox])')
  )
    return command.isInFields !== true;
  const isPress = code === 'Space' || key === 'Enter';
  return isPress && target.closest('button, a, input, label, summary') !== null;
}
