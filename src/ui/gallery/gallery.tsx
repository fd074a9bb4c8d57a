import { useComputed } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { GalleryPart } from '#studio/gallery/gallery-part.ts';
import type { GalleryList } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { NotLoaded } from '../late.tsx';
import { layout } from '../layout.ts';
import { Button } from '../parts/button.tsx';
import { OpenFileButton } from '../shell/open-file-button.tsx';
import { EmptyList } from './empty-list.tsx';
import { Family } from './family.tsx';
import { hasFamilyPanel, showFamily } from './family-panel.ts';
import { Filters, isNarrowed } from './filters.tsx';
import { FoundCount } from './found-count.tsx';
import { GalleryContext, useGalleryPart } from './gallery-context.ts';
import { ListHead } from './list-head.tsx';
import { addressOf, listWords } from './list-words.ts';
import { Lists } from './lists.tsx';
import { Rows } from './rows.tsx';
import { SearchField } from './search-field.tsx';
import { SelectionBar } from './selection-bar.tsx';
import './gallery.css';
import './lists.css';

interface GalleryProps {
  /** The easel lies over it. */
  readonly isCovered: boolean;
  readonly isPaused: boolean;
}

export function Gallery(props: GalleryProps) {
  const { part, hasFailed } = useGalleryPart();
  if (hasFailed) return <NotLoaded />;
  if (part === null) return <div class="gallery" />;
  return (
    <GalleryContext.Provider value={part}>
      <ReadGallery {...props} gallery={part} />
    </GalleryContext.Provider>
  );
}

function ReadGallery({ isCovered, isPaused, gallery }: GalleryProps & { readonly gallery: GalleryPart }) {
  const { studio } = useUi();
  const list = useComputed((): GalleryList | undefined => {
    const place = studio.place.value.kind === 'art' ? studio.placeBehind.value : studio.place.value;
    return place.kind === 'gallery' ? place.list : undefined;
  }).value;
  const cards = studio.gallery.items.value;
  const focused = studio.focused.value;
  const current = focused ?? cards[0]?.id;
  const isBare = studio.gallery.count.value === 0 && gallery.facts.value.trashCount === 0;

  // Another list begins at its top.
  const address = addressOf(list);
  const shownAddress = useRef(address);
  useLayoutEffect(() => {
    if (shownAddress.current === address) return;
    shownAddress.current = address;
    window.scrollTo(0, 0);
  }, [address]);

  useEffect(studio.actions.wakeCritic, []);
  return (
    <div class="gallery" inert={isCovered}>
      {!isBare && (
        <div class="gallery-side">
          <SearchField list={list} />
          <Lists current={list} />
          {layout.value === 'narrow' && <OpenFileButton />}
          <Filters />
        </div>
      )}
      <div class="gallery-middle">
        <ListHead list={list} />
        <FoundCount list={list} count={cards.length} />
        {cards.length === 0 ? (
          <EmptyList list={list} isNarrowed={isNarrowed(gallery.filter.value) && !isBare} />
        ) : (
          <Rows cards={cards} label={`Gallery, ${listWords(list)}`} isPaused={isPaused} />
        )}
      </div>
      {hasFamilyPanel() && current !== undefined && list?.kind !== 'trash' && (
        <aside class="family" aria-label="Family">
          <Family artworkId={current} />
          {layout.value === 'medium' && (
            <Button kind="quiet" class="family-close" onPress={() => showFamily(false)}>
              Close
            </Button>
          )}
        </aside>
      )}
      {studio.gallery.selected.value.size > 0 && <SelectionBar list={list} />}
    </div>
  );
}
