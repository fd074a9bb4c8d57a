import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Collection } from '#core/gallery/records.ts';
import type { GalleryList } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { useGallery } from './gallery-context.ts';
import { listWords } from './list-words.ts';

/** What is shown, and what can be done with the whole of it. */
export function ListHead({ list }: { list: GalleryList | undefined }) {
  const { studio } = useUi();
  const gallery = useGallery();
  const { collections, trashCount } = gallery.facts.value;
  const shownCount = studio.gallery.items.value.length;
  const named = list?.kind === 'collection' ? list.name : null;
  const collection = collections.find((one) => one.collection.name === named)?.collection;
  const isPlain = list === undefined;
  return (
    <div class={isPlain ? 'list-head plain' : 'list-head'}>
      <h1>
        <bdi>{listWords(list)}</bdi> <span class="count">{shownCount}</span>
      </h1>
      {collection !== undefined && <CollectionActs key={collection.id} collection={collection} />}
      {list?.kind === 'trash' && trashCount > 0 && (
        <Button
          kind="quiet"
          onPress={() => void gallery.letGo(studio.gallery.items.value.map(({ id }) => id))}
        >
          Let go of all
        </Button>
      )}
    </div>
  );
}

function CollectionActs({ collection }: { collection: Collection }) {
  const gallery = useGallery();
  const isNaming = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    if (isNaming.value) field.current?.select();
  }, [isNaming.value]);
  const close = () => {
    isNaming.value = false;
  };
  if (isNaming.value) {
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void gallery.renameCollection(collection.id, field.current!.value);
          close();
        }}
      >
        <input
          ref={field}
          class="text-field"
          aria-label="Name of the collection"
          defaultValue={collection.name}
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
          onBlur={close}
        />
      </form>
    );
  }
  return (
    <>
      <Button
        kind="quiet"
        onPress={() => {
          isNaming.value = true;
        }}
      >
        Rename
      </Button>
      <Button kind="quiet" onPress={() => void gallery.deleteCollection(collection.id)}>
        Delete collection
      </Button>
    </>
  );
}
