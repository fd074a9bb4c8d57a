import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Studio } from '#studio/studio.ts';
import type { Pictures } from './pictures/pictures.ts';

/** What every view reads: the studio, and what paints for it. */
export interface UiContext {
  readonly studio: Studio;
  readonly pictures: Pictures;
}

export const UiContext = createContext<UiContext | null>(null);

/** Throws TypeError outside the app. */
export function useUi(): UiContext {
  const ui = useContext(UiContext);
  if (ui === null) throw new TypeError('This view was drawn outside the app: it has no studio.');
  return ui;
}
