import { useSignal } from '@preact/signals';
import { useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Card } from '#core/gallery/card.ts';
import type { ArtworkId } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { type Layout, layout } from '../layout.ts';
import { useSize } from '../pictures/use-size.ts';
import { useGallery } from './gallery-context.ts';
import { aspectOf, type Hanging, hangInColumns, hangInRows } from './hang.ts';
import { moveAmongHung } from './move-among-hung.ts';
import { Option } from './option.tsx';
import { pictureScale, scaleByKey } from './picture-scale.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

interface RowsProps {
  readonly cards: readonly Card[];
  readonly label: string;
  readonly isPaused: boolean;
}

/** Justified rows, or two columns where it is narrow. Only the pictures near the screen, and the one with the focus, are in the document. */
export function Rows({ cards, label, isPaused }: RowsProps) {
  const { studio } = useUi();
  const gallery = useGallery();
  const list = useRef<HTMLDivElement>(null);
  const size = useSize(`rows ${layout.value}`, list, layout.value);
  const widthPx = Math.floor(size.value.widthPx);
  const scale = pictureScale.value;
  const hanging = useMemo(
    () => hang(cards, widthPx, layout.value, scale),
    [cards, widthPx, layout.value, scale],
  );
  const { places, rows, rowOf } = hanging;
  const virtual = useVirtualRows(list, hanging);

  // The focus follows its artwork; when that goes, it is on what took its place.
  const focus = useSignal<{ readonly id: ArtworkId | null; readonly index: number }>({ id: null, index: 0 });
  const indexes = useMemo(() => new Map(cards.map(({ id }, index) => [id, index])), [cards]);
  const tabStop = Math.min(indexes.get(focus.value.id ?? '') ?? focus.value.index, cards.length - 1);
  /** Where a range began that Shift goes on with. */
  const anchor = useRef<number | null>(null);

  const shown = virtual.rowIndexes.flatMap((row) => rows[row]?.places ?? []);
  if (tabStop >= 0 && places[tabStop] !== undefined && !virtual.rowIndexes.includes(rowOf[tabStop]!))
    shown.push(places[tabStop]);

  // From the easel one may come back with another artwork than the one that was opened.
  const focused = studio.focused.value;
  useLayoutEffect(() => {
    const index = focused === null ? undefined : indexes.get(focused);
    if (index === undefined || focused === focus.peek().id) return;
    focus.value = { id: focused, index };
    virtual.showRow(rowOf[index]!);
  }, [focused, indexes]);

  const optionAt = (index: number) => list.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
  const hasFocus = useRef(false);
  useLayoutEffect(() => {
    if (!hasFocus.current || document.activeElement !== document.body) return;
    if (focus.peek().id !== cards[tabStop]?.id) optionAt(tabStop)?.focus({ preventScroll: true });
  });

  const focusOption = (index: number) => {
    focus.value = { id: cards[index]?.id ?? null, index };
    const option = optionAt(index);
    if (option) option.focus();
    else {
      virtual.showRow(rowOf[index]!);
      // It is far away, and drawn now that it is the tab stop.
      requestAnimationFrame(() => optionAt(index)?.focus());
    }
  };

  const selectTo = (index: number, isAdding: boolean) => {
    const from = anchor.current ?? tabStop;
    anchor.current = from;
    const range = cards.slice(Math.min(from, index), Math.max(from, index) + 1).map(({ id }) => id);
    gallery.select(isAdding ? [...studio.gallery.selected.peek(), ...range] : range);
  };

  /** What a plain press shows counts as the first of several, as with files. */
  const shownAlone = useRef<ArtworkId | null>(null);
  const press = (event: MouseEvent, index: number) => {
    const { id } = cards[index]!;
    const isToggling = event.ctrlKey || event.metaKey;
    if (event.shiftKey) selectTo(index, isToggling);
    else {
      anchor.current = index;
      const selected = studio.gallery.selected.peek();
      const first = shownAlone.current;
      if (!isToggling) gallery.select([]);
      else if (selected.size === 0 && first !== null && first !== id) gallery.select([first, id]);
      else studio.actions.toggleSelected(id);
    }
    shownAlone.current = isToggling || event.shiftKey ? null : id;
  };
  const mark = (index: number) => {
    anchor.current = index;
    shownAlone.current = null;
    studio.actions.toggleSelected(cards[index]!.id);
  };

  return (
    <div
      class="rows"
      id="rows"
      ref={list}
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      style={{ height: `${hanging.heightPx}px` }}
      onFocusIn={() => {
        hasFocus.current = true;
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget !== null) hasFocus.current = false;
      }}
      onKeyDown={(event) => {
        if (event.altKey || event.metaKey) return;
        if (!event.ctrlKey && scaleByKey(event.key)) {
          event.preventDefault();
          focusOption(tabStop);
          return;
        }
        if (event.key === 'a' && event.ctrlKey) {
          event.preventDefault();
          gallery.select(cards.map(({ id }) => id));
          return;
        }
        const index = moveAmongHung(event.key, tabStop, hanging);
        if (index === null) return;
        event.preventDefault();
        if (event.shiftKey) selectTo(index, false);
        else anchor.current = index;
        shownAlone.current = null;
        focusOption(index);
      }}
    >
      {shown.map((place) => {
        const card = cards[place.index]!;
        const isOnScreen = virtual.isOnScreen(place.yPx, place.heightPx);
        return (
          <Option
            key={card.id}
            card={card}
            place={place}
            count={cards.length}
            isTabStop={place.index === tabStop}
            isWanted={!isPaused && !virtual.isScrolling}
            rank={isOnScreen ? place.index % 400 : 400 + (place.index % 500)}
            onPress={(event) => press(event, place.index)}
            onMark={() => mark(place.index)}
            onFocus={() => {
              focus.value = { id: card.id, index: place.index };
              studio.actions.focus(card.id);
            }}
          />
        );
      })}
    </div>
  );
}

/** Rows of this height are a little higher on a large screen, which would else hold more pictures than a page may. */
const targetPx = () => Math.max(210, Math.sqrt((window.innerWidth * window.innerHeight) / 44));

function hang(cards: readonly Card[], widthPx: number, wide: Layout, scale: number): Hanging {
  if (widthPx === 0) return { places: [], rows: [], rowOf: [], heightPx: 0 };
  const aspects = cards.map(({ id }) => aspectOf(id));
  return wide === 'narrow'
    ? hangInColumns(aspects, { widthPx, gapPx: 8, captionPx: 40, columnCount: scale > 1 ? 1 : 2 })
    : hangInRows(aspects, { widthPx, gapPx: 12, captionPx: 43, targetPx: targetPx() * scale });
}
