import { useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { useSize } from '../pictures/use-size.ts';
import { aspectOf, type Hanging, type Hung, hangInColumns, hangInRows } from './hang.ts';
import { moveAmongHung } from './move-among-hung.ts';
import { Option } from './option.tsx';
import { useNearScreen } from './use-near-screen.ts';

/** Justified rows, or two columns where it is narrow. Only the pictures near the screen, and the one with the focus, are in the document. */
export function Rows({ isPaused }: { isPaused: boolean }) {
  const { studio } = useUi();
  const artworks = studio.gallery.items.value;
  const count = studio.gallery.count.value;
  const list = useRef<HTMLDivElement>(null);
  const size = useSize('rows', list, layout.value);
  const near = useNearScreen(list);
  const focusIndex = useSignal(0);
  const tabStop = Math.min(focusIndex.value, artworks.length - 1);

  const { places, heightPx } = hang(
    artworks.map(({ id }) => aspectOf(id)),
    Math.floor(size.value.widthPx),
  );
  const isNear = ({ yPx, heightPx }: Hung) => yPx + heightPx > near.value.fromPx && yPx < near.value.toPx;
  const shown = places.filter((place) => isNear(place) || place.index === tabStop);

  const isEndNear = places.length > 0 && near.value.toPx > heightPx && artworks.length < count;
  useEffect(() => {
    if (isEndNear) void studio.actions.showMore();
  }, [isEndNear, artworks.length]);

  const optionAt = (index: number) => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);

  // The focused artwork may be deleted: the focus goes to what took its place.
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) optionAt(tabStop)?.focus();
  }, [artworks]);

  const focusOption = (index: number) => {
    focusIndex.value = index;
    const option = optionAt(index);
    if (option) option.focus();
    // It is far away, and drawn now that it is the tab stop.
    else requestAnimationFrame(() => optionAt(index)?.focus());
  };

  return (
    <div
      class="rows"
      id="rows"
      ref={list}
      role="listbox"
      aria-label="Gallery"
      aria-multiselectable="true"
      style={{ height: `${heightPx}px` }}
      onFocusIn={() => {
        hasFocus.current = true;
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget !== null) hasFocus.current = false;
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.metaKey) return;
        const index = moveAmongHung(event.key, tabStop, places);
        if (index === null) return;
        event.preventDefault();
        const next = artworks[index];
        if (event.shiftKey && next !== undefined && !studio.gallery.selected.peek().has(next.id))
          studio.actions.toggleSelected(next.id);
        focusOption(index);
      }}
    >
      {shown.map((place) => {
        const artwork = artworks[place.index]!;
        return (
          <Option
            key={artwork.id}
            artwork={artwork}
            place={place}
            count={count}
            isTabStop={place.index === tabStop}
            isWanted={!isPaused && isNear(place)}
            onFocus={() => {
              focusIndex.value = place.index;
              studio.actions.focus(artwork.id);
            }}
          />
        );
      })}
    </div>
  );
}

function hang(aspects: readonly number[], widthPx: number): Hanging {
  if (widthPx === 0) return { places: [], heightPx: 0 };
  return layout.value === 'narrow'
    ? hangInColumns(aspects, { widthPx, gapPx: 8, captionPx: 40, columnCount: 2 })
    : hangInRows(aspects, { widthPx, gapPx: 12, captionPx: 43, targetPx: 210 });
}
