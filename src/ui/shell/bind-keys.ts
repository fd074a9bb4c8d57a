import type { Signal } from '@preact/signals';
import { type KeyBindingMap, tinykeys } from 'tinykeys';
import type { View } from '#core/cppn/view.ts';
import { type Command, commands } from '#studio/commands.ts';
import type { Studio } from '#studio/studio.ts';
import { areLettersOn, isKeysSheetOpen, isLetter } from './keys.ts';

/** Binds the table of commands to the keyboard until the returned function is called. `easelView` is what the easel shows. */
export function bindKeys(studio: Studio, easelView: () => Signal<View> | null): () => void {
  const run = (command: Command) => {
    const easel = studio.easel.peek();
    const view = easelView();
    // On the easel, what is seen is what leaves, not what was last saved.
    if (command.id === 'export' && easel !== null && view !== null)
      studio.actions.openExport(easel.artwork.id, view.peek());
    else command.run(studio);
  };
  const bindings: KeyBindingMap = {};
  for (const command of commands)
    bindings[command.key] = (event) => {
      if (event.repeat || isElsewhere(event) || !command.isEnabled(studio)) return;
      if (isLetter(command.key) && !areLettersOn.peek()) return;
      event.preventDefault();
      run(command);
    };
  // Always there, so that letters can be switched on again.
  bindings['(\\?)'] = bindings['Shift+(\\?)'] = (event) => {
    if (isElsewhere(event)) return;
    event.preventDefault();
    isKeysSheetOpen.value = true;
  };
  return tinykeys(window, bindings);
}

/** A text field is typed in, an open sheet has its own keys, and Space and Enter press what has the focus. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return true;
  const { target } = event;
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target.matches('textarea, select, input:not([type=range], [type=radio], [type=checkbox])')
  )
    return true;
  const isPress = event.code === 'Space' || event.key === 'Enter';
  return isPress && target.closest('button, a, input, label, summary') !== null;
}
