import type { GalleryList } from '#studio/place.ts';
import { EmptyGallery } from './empty-gallery.tsx';
import { useGallery } from './gallery-context.ts';

/** Why nothing is shown, and where to go on. `isNarrowed`: a filter may be the reason. */
export function EmptyList({ list, isNarrowed }: { list: GalleryList | undefined; isNarrowed: boolean }) {
  const { nearest } = useGallery().facts.value;
  if (isNarrowed) return <p class="empty-list">Nothing here fits what is to be shown.</p>;
  switch (list?.kind) {
    case undefined:
      return <EmptyGallery />;
    case 'search':
      if (list.text.trim() === '')
        return <p class="empty-list">Type a word of a title, a palette or a picture.</p>;
      return (
        <p class="empty-list">
          Nothing called "<bdi>{list.text}</bdi>".{nearest.length > 0 && ' Close: '}
          {nearest.map((card, index) => (
            <>
              {index > 0 && '; '}
              <a href={`#/art/${card.id}`} class="title">
                <bdi>{card.title}</bdi>
              </a>
            </>
          ))}
          {nearest.length > 0 && '.'}
        </p>
      );
    case 'five':
      return <p class="empty-list">Nothing has five of five yet.</p>;
    case 'unrated':
      return <p class="empty-list">Everything is rated.</p>;
    case 'imported':
      return <p class="empty-list">Nothing was imported yet. Drop a file anywhere to open it.</p>;
    case 'trash':
      return <p class="empty-list">The trash is empty.</p>;
    case 'collection':
      return (
        <p class="empty-list">
          Nothing in it yet. Drag pictures onto its name, or select some and press Collect.
        </p>
      );
  }
}
