import type { Signal } from '@preact/signals';
import type { View } from '#core/cppn/view.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';

/** Offers to remember where one has wandered, once that is elsewhere. */
export function ViewHud({ artwork, view }: { artwork: Artwork; view: Signal<View> }) {
  const { studio } = useUi();
  if (isSameView(view.value, artwork.view)) return null;
  return (
    <div class="hud hud-view">
      <button type="button" onClick={() => void studio.actions.saveView(artwork.id, view.peek())}>
        Keep this view
      </button>
      <button type="button" onClick={() => (view.value = artwork.view)}>
        Go back to the kept one
      </button>
    </div>
  );
}

const isSameView = (a: View, b: View) =>
  a.zoom === b.zoom &&
  a.rotation === b.rotation &&
  a.center[0] === b.center[0] &&
  a.center[1] === b.center[1];
