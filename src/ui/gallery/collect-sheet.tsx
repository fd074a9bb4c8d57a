import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CollectionId } from '#core/gallery/records.ts';
import { collectableIn } from '#studio/commands.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { Sheet } from '../sheets/sheet.tsx';
import { useGalleryPart } from './gallery-context.ts';
import './collect-sheet.css';

/** Which collection the chosen artworks go into: one that is there, or a new one. Pressed again, one artwork comes out. */
export function CollectSheet() {
  const { studio } = useUi();
  const { part } = useGalleryPart();
  const artworks = useSignal(collectableIn(studio)).value;
  const field = useRef<HTMLInputElement>(null);
  const close = studio.actions.closeSheet;
  const collections = part?.facts.value.collections ?? [];
  const [first] = artworks;
  const only = artworks.length === 1 ? first : undefined;

  const choose = (id: CollectionId, isIn: boolean) => {
    close();
    void (isIn ? part?.uncollect(id, artworks) : part?.collect(id, artworks));
  };
  return (
    <Sheet label="Add to a collection" class="collect-sheet" onClose={close}>
      <h2>{only === undefined ? `Add ${artworks.length} artworks to` : 'Add this artwork to'}</h2>
      {collections.length > 0 && (
        <ul>
          {collections.map(({ collection, count }) => {
            const isIn = only !== undefined && collection.artworks.includes(only);
            return (
              <li key={collection.id}>
                <button
                  type="button"
                  class="collect-into"
                  aria-pressed={isIn}
                  onClick={() => choose(collection.id, isIn)}
                >
                  <bdi>{collection.name}</bdi>
                  <span class="count">{isIn ? 'in it' : count}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = field.current!.value;
          if (name.trim() === '') return field.current!.focus();
          close();
          // Whoever is quick does not wait until the collections are listed.
          void studio.loadGallery().then((gallery) => gallery?.createCollection(name, artworks));
        }}
      >
        <input
          ref={field}
          class="text-field"
          aria-label="Name of a new collection"
          placeholder="New collection"
          maxLength={200}
        />
        <Button onPress={() => field.current!.form!.requestSubmit()}>Make it</Button>
      </form>
    </Sheet>
  );
}
