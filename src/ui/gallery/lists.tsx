import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ArtworkId } from '#core/gallery/records.ts';
import type { GalleryList } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { draggedArtworks, isDragged } from './drag-artworks.ts';
import { useGallery } from './gallery-context.ts';
import { addressOf, isSameList, listWords } from './list-words.ts';

interface ListLinkProps {
  readonly list: GalleryList | undefined;
  readonly count: number;
  readonly current: GalleryList | undefined;
  readonly onDrop?: (artworks: readonly ArtworkId[]) => void;
}

/** Fixed lists, then collections: a column where it is wide, a row of chips elsewhere. */
export function Lists({ current }: { current: GalleryList | undefined }) {
  const { studio } = useUi();
  const gallery = useGallery();
  const { counts, collections, trashCount } = gallery.facts.value;
  return (
    <nav class="lists" aria-label="Lists">
      <ul>
        <ListLink list={undefined} count={studio.gallery.count.value} current={current} />
        <ListLink list={{ kind: 'five' }} count={counts.five} current={current} />
        <ListLink list={{ kind: 'unrated' }} count={counts.unrated} current={current} />
        <ListLink list={{ kind: 'imported' }} count={counts.imported} current={current} />
        {(trashCount > 0 || current?.kind === 'trash') && (
          <ListLink
            list={{ kind: 'trash' }}
            count={trashCount}
            current={current}
            onDrop={(artworks) => void gallery.deleteArtworks(artworks)}
          />
        )}
      </ul>
      <h2 id="collections">Collections</h2>
      <ul aria-labelledby="collections">
        {collections.map(({ collection, count }) => (
          <ListLink
            key={collection.id}
            list={{ kind: 'collection', name: collection.name }}
            count={count}
            current={current}
            onDrop={(artworks) => void gallery.collect(collection.id, artworks)}
          />
        ))}
        <NewCollection />
      </ul>
    </nav>
  );
}

function ListLink({ list, count, current, onDrop }: ListLinkProps) {
  const isOver = useSignal(false);
  const takes = (event: DragEvent) => onDrop !== undefined && isDragged(event);
  return (
    <li
      class={isOver.value ? 'over' : undefined}
      onDragOver={(event) => {
        if (!takes(event)) return;
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        isOver.value = false;
        if (!takes(event)) return;
        event.preventDefault();
        const artworks = draggedArtworks(event);
        if (artworks.length > 0) onDrop?.(artworks);
      }}
    >
      <a href={addressOf(list)} aria-current={isSameList(list, current) ? 'page' : undefined}>
        <bdi>{listWords(list)}</bdi> <span class="count">{count}</span>
      </a>
    </li>
  );
}

function NewCollection() {
  const { studio } = useUi();
  const gallery = useGallery();
  const isNaming = useSignal(false);
  const field = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (isNaming.value) field.current?.focus();
  }, [isNaming.value]);

  const close = () => {
    isNaming.value = false;
    requestAnimationFrame(() => button.current?.focus());
  };
  if (!isNaming.value) {
    return (
      <li>
        <button
          ref={button}
          type="button"
          class="new-collection"
          onClick={() => {
            isNaming.value = true;
          }}
        >
          New collection
        </button>
      </li>
    );
  }
  return (
    <li>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const name = field.current!.value;
          close();
          void gallery.createCollection(name, []).then((made) => {
            if (made !== null)
              studio.actions.go({ kind: 'gallery', list: { kind: 'collection', name: made.name } });
          });
        }}
      >
        <input
          ref={field}
          class="text-field"
          aria-label="Name of the new collection"
          maxLength={200}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            close();
          }}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() === '') isNaming.value = false;
          }}
        />
      </form>
    </li>
  );
}
