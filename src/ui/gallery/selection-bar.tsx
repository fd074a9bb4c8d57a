import { useSignal } from '@preact/signals';
import type { GalleryList } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { Family } from './family.tsx';
import { hasFamilyPanel, showFamily } from './family-panel.ts';
import { useGallery } from './gallery-context.ts';

interface SelectionBarProps {
  readonly list: GalleryList | undefined;
}

/** What can be done with the selected artworks, at the foot of the gallery. */
export function SelectionBar({ list }: SelectionBarProps) {
  const { studio } = useUi();
  const gallery = useGallery();
  const selected = [...studio.gallery.selected.value];
  const isFamilyOpen = useSignal(false);
  const [only] = selected;
  const isOne = selected.length === 1 && only !== undefined;
  const card = isOne ? studio.gallery.items.value.find(({ id }) => id === only) : undefined;
  const named = list?.kind === 'collection' ? list.name : null;
  const collection = gallery.facts.value.collections.find((one) => one.collection.name === named)?.collection;
  const openFamily = () => {
    if (layout.peek() === 'narrow') isFamilyOpen.value = true;
    else showFamily(true);
  };
  return (
    <fieldset class="selection-bar" aria-label="Selected artworks">
      <p>{selected.length === 1 ? '1 selected' : `${selected.length} selected`}</p>
      <Button kind="quiet" onPress={() => gallery.select([])}>
        Clear
      </Button>
      {list?.kind === 'trash' ? (
        <>
          <Button kind="quiet" onPress={() => void gallery.letGo(selected)}>
            Let go
          </Button>
          <Button kind="primary" onPress={() => void gallery.bringBack(selected)}>
            Bring back
          </Button>
        </>
      ) : (
        <>
          <Button kind="quiet" onPress={() => void gallery.deleteArtworks(selected)}>
            Delete
          </Button>
          {collection !== undefined && (
            <Button kind="quiet" onPress={() => void gallery.uncollect(collection.id, selected)}>
              Take out
            </Button>
          )}
          {selected.length > 1 && selected.length <= 4 && (
            <Button onPress={() => studio.actions.openSheet('compare')}>Compare</Button>
          )}
          <Button kind={isOne ? 'plain' : 'primary'} onPress={() => studio.actions.openSheet('collect')}>
            Collect
          </Button>
          {isOne && !hasFamilyPanel() && <Button onPress={openFamily}>Family</Button>}
          {card !== undefined && layout.value !== 'narrow' && (
            <Button onPress={() => studio.actions.openExport(card.id, card.view)}>Export</Button>
          )}
          {isOne && (
            <Button kind="primary" onPress={() => studio.actions.go({ kind: 'art', artwork: only })}>
              Open
            </Button>
          )}
        </>
      )}
      {isOne && isFamilyOpen.value && (
        <Sheet label="Family" onClose={() => (isFamilyOpen.value = false)}>
          <div class="family">
            <Family artworkId={only} />
          </div>
        </Sheet>
      )}
    </fieldset>
  );
}
