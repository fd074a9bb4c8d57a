import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';

/** What can be done with the selected artworks, at the foot of the gallery. */
export function SelectionBar() {
  const { studio } = useUi();
  const selected = [...studio.gallery.selected.value];
  const [only] = selected;
  const isOne = selected.length === 1 && only !== undefined;
  const clear = () => {
    for (const id of selected) studio.actions.toggleSelected(id);
  };
  return (
    <fieldset class="selection-bar" aria-label="Selected artworks">
      <p>{selected.length === 1 ? '1 selected' : `${selected.length} selected`}</p>
      <Button kind="quiet" onPress={clear}>
        Clear
      </Button>
      <Button kind="quiet" onPress={() => void studio.actions.deleteArtworks(selected)}>
        Delete
      </Button>
      {isOne && (
        <>
          <Button onPress={() => void studio.actions.breedFrom(only)}>Breed from here</Button>
          <Button kind="primary" onPress={() => studio.actions.go({ kind: 'art', artwork: only })}>
            Open
          </Button>
        </>
      )}
    </fieldset>
  );
}
