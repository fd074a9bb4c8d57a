import { type Signal, signal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { View } from '#core/cppn/view.ts';
import type { Artwork } from '#core/gallery/records.ts';

/** What the easel looks at: begins as saved with each artwork, then follows the hand. Shared by canvas, label and keys. */
export function useEaselView(artwork: Artwork | undefined): Signal<View> | null {
  const held = useRef<{ readonly id: string; readonly view: Signal<View> } | null>(null);
  if (artwork === undefined) held.current = null;
  else if (held.current?.id !== artwork.id) held.current = { id: artwork.id, view: signal(artwork.view) };
  return held.current?.view ?? null;
}
