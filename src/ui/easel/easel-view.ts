import { type Signal, signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import type { EaselState } from '#studio/studio.ts';

/** What the easel looks at: begins as saved with what was opened, then follows the hand. Shared by canvas, label and keys. */
export function useEaselView(easel: EaselState | null): Signal<View> | null {
  const held = useRef<{ readonly opened: string; readonly view: Signal<View> } | null>(null);
  if (easel === null) held.current = null;
  else if (held.current?.opened !== easel.opened)
    held.current = { opened: easel.opened, view: signal(easel.artwork.view) };
  return held.current?.view ?? null;
}
