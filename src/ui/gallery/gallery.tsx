import { useEffect } from 'preact/hooks';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Segments } from '../parts/segments.tsx';
import { OpenFileButton } from '../shell/open-file-button.tsx';
import { EmptyGallery } from './empty-gallery.tsx';
import { Rows } from './rows.tsx';
import { SelectionBar } from './selection-bar.tsx';
import './gallery.css';

const orders = [
  { value: 'newest', words: 'Newest first' },
  { value: 'rating', words: 'By rating' },
] as const;

export function Gallery({ isCovered, isPaused }: { isCovered: boolean; isPaused: boolean }) {
  const { studio } = useUi();
  const count = studio.gallery.count.value;
  useEffect(studio.actions.wakeCritic, []);
  return (
    <div class="gallery" inert={isCovered}>
      <div class="gallery-bar">
        <h1>
          {layout.value === 'wide' ? 'Everything' : 'Gallery'}{' '}
          {count > 0 && <span class="count">{count}</span>}
        </h1>
        {count > 0 && (
          <Segments
            label="Order"
            options={orders}
            value={studio.gallery.order.value}
            onChange={(order) => void studio.actions.setOrder(order)}
          />
        )}
        {layout.value === 'narrow' && <OpenFileButton />}
      </div>
      {count === 0 ? <EmptyGallery /> : <Rows isPaused={isPaused} />}
      {studio.gallery.selected.value.size > 0 && <SelectionBar />}
    </div>
  );
}
