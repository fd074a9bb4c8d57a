import { useSignal } from '@preact/signals';
import type { Card } from '#core/gallery/card.ts';
import { useUi } from '../context.ts';
import { nameArtwork } from '../explore/name-tile.ts';
import { useLongPress } from '../explore/use-long-press.ts';
import { Discs } from '../parts/discs.tsx';
import { CardPicture, tintImage } from '../pictures/card-picture.tsx';
import type { Sharpness } from '../pictures/picture.tsx';
import { modWord } from '../shell/mod-key.ts';
import { startDragging } from './drag-artworks.ts';
import type { Hung } from './hang.ts';

/** A finger held on a picture selects it. */
const canDrag = matchMedia('(hover: hover)').matches;

const selectHint = `Select: also Space, ${modWord} and click, or Shift and click for all between`;

interface OptionProps {
  readonly card: Card;
  readonly place: Hung;
  /** Of all that is listed, also far from the screen. */
  readonly count: number;
  readonly isTabStop: boolean;
  readonly isWanted: boolean;
  /** Of its picture, [0, 999]: the lowest is painted first. */
  readonly rank: number;
  readonly onPress: (event: MouseEvent) => void;
  /** Its mark was pressed: it is selected, or no longer. */
  readonly onMark: () => void;
  readonly onFocus: () => void;
}

/** One hung artwork: the picture and its label. */
export function Option({
  card,
  place,
  count,
  isTabStop,
  isWanted,
  rank,
  onPress,
  onMark,
  onFocus,
}: OptionProps) {
  const { studio } = useUi();
  const sharpness = useSignal<Sharpness>('gradient');
  const stars = studio.stars.value.get(card.id);
  const ring = studio.critic.value?.rings.value.get(card.id);
  const isSelected = studio.gallery.selected.value.has(card.id);
  const isCurrent = studio.focused.value === card.id;
  const open = () => studio.actions.go({ kind: 'art', artwork: card.id });
  const toggle = () => studio.actions.toggleSelected(card.id);
  const longPress = useLongPress(toggle);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space selects, by the table of commands
    <div
      class="hung-artwork"
      role="option"
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      aria-current={isCurrent ? 'true' : undefined}
      aria-setsize={count}
      aria-posinset={place.index + 1}
      aria-label={nameArtwork(card, { stars, ring })}
      data-artwork={card.id}
      data-index={place.index}
      data-sharpness={sharpness.value === 'failed' ? 'coarse' : sharpness.value}
      draggable={canDrag}
      style={{
        width: `${place.widthPx}px`,
        transform: `translate(${place.xPx}px, ${place.yPx}px)`,
      }}
      onFocus={onFocus}
      onClick={(event) => {
        const isTouch = 'pointerType' in event && event.pointerType === 'touch';
        if (!isTouch) onPress(event);
        else if (studio.gallery.selected.peek().size === 0) open();
        else toggle();
      }}
      onDblClick={open}
      onDragStart={(event) => startDragging(event, studio, card.id)}
      {...longPress}
    >
      <div
        class="frame"
        style={{ height: `${place.heightPx}px`, backgroundImage: tintImage(card) ?? 'none' }}
      >
        <CardPicture
          card={card}
          widthPx={place.widthPx}
          heightPx={place.heightPx}
          rank={rank}
          isWanted={isWanted}
          onSharpness={(next) => {
            sharpness.value = next;
          }}
        />
        <span
          class="select-mark"
          aria-hidden="true"
          title={selectHint}
          onClick={(event) => {
            event.stopPropagation();
            onMark();
          }}
          onDblClick={(event) => event.stopPropagation()}
        />
        {sharpness.value === 'failed' && (
          <span class="tile-fault">This picture could not be painted. It is kept as it is. (P-12)</span>
        )}
      </div>
      <div class="caption" aria-hidden="true">
        <bdi class="title">{card.title}</bdi>
        <Discs stars={stars} ring={ring} onRate={(value) => void studio.actions.rate(card.id, value)} />
      </div>
    </div>
  );
}
