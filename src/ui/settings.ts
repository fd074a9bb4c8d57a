// What the person chose for this browser. Anyone may read it; the settings sheet and the command palette change it.
import { type ReadonlySignal, signal } from '@preact/signals';
import { backends } from '#platform/render/backends.ts';
import { isMotionReduced } from './layout.ts';
import { recall, remember } from './remembered.ts';

export interface Setting<V extends string> {
  /** The first is what it is until somebody chooses. */
  readonly options: readonly V[];
  readonly chosen: ReadonlySignal<V>;
  readonly choose: (value: V) => void;
}

function createSetting<const V extends string>(name: string, ...options: readonly V[]): Setting<V> {
  const stored = recall(name);
  const chosen = signal(options.find((option) => option === stored) ?? options[0]!);
  return {
    options,
    chosen,
    choose(value) {
      chosen.value = value;
      remember(name, value);
    },
  };
}

/** Change it with `chooseTheme` (theme.ts), which also shows it. public/theme.js knows its name in storage. */
export const theme = createSetting('theme', 'system', 'dark', 'light');

/** `plain`: Tweakpane's controls are drawn as native inputs at every width. */
export const controls = createSetting('controls', 'pane', 'plain');

/** Whether letters, digits and signs by themselves are keys (WCAG 2.1.4). */
export const letters = createSetting('letters', 'on', 'off');

/** When the critic's guess may be seen. */
export const guessPreview = createSetting('guess-preview', 'at-rest', 'after-rating', 'never');

/** Who paints the screen. readForcedPainter (forced-painter.ts) knows its name in storage. */
export const painter = createSetting('painter', 'fastest', ...backends);

/** `still`: no picture moves by itself or under the pointer. Reduced motion has the same effect: ask `mayMove`. */
export const motion = createSetting('motion', 'moving', 'still');

/** Whether pictures may move by themselves now. */
export const mayMove = () => motion.chosen.peek() === 'moving' && !isMotionReduced();
