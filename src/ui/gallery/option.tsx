import { useSignal } from '@preact/signals';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { nameArtwork } from '../explore/name-tile.ts';
import { useLongPress } from '../explore/use-long-press.ts';
import { Discs } from '../parts/discs.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture, type Sharpness } from '../pictures/picture.tsx';
import type { Hung } from './hang.ts';

interface OptionProps {
  readonly artwork: Artwork;
  readonly place: Hung;
  readonly count: number;
  readonly isTabStop: boolean;
  readonly isWanted: boolean;
  readonly onFocus: () => void;
}

/** One hung artwork: the picture and its label. */
export function Option({ artwork, place, count, isTabStop, isWanted, onFocus }: OptionProps) {
  const { studio } = useUi();
  const sharpness = useSignal<Sharpness>('gradient');
  const stars = studio.stars.value.get(artwork.id);
  const ring = studio.critic.value?.rings.value.get(artwork.id);
  const isSelected = studio.gallery.selected.value.has(artwork.id);
  const open = () => studio.actions.go({ kind: 'art', artwork: artwork.id });
  const toggle = () => studio.actions.toggleSelected(artwork.id);
  const longPress = useLongPress(toggle);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space selects, by the table of commands
    <div
      class="hung"
      role="option"
      tabIndex={isTabStop ? 0 : -1}
      aria-selected={isSelected}
      aria-setsize={count}
      aria-posinset={place.index + 1}
      aria-label={nameArtwork(artwork, { stars, ring })}
      data-artwork={artwork.id}
      data-index={place.index}
      data-sharpness={sharpness.value === 'failed' ? 'coarse' : sharpness.value}
      style={{
        width: `${place.widthPx}px`,
        transform: `translate(${place.xPx}px, ${place.yPx}px)`,
      }}
      onFocus={onFocus}
      onClick={(event) => {
        const isTouch = 'pointerType' in event && event.pointerType === 'touch';
        if (isTouch && studio.gallery.selected.peek().size === 0) open();
        else toggle();
      }}
      onDblClick={open}
      {...longPress}
    >
      <div
        class="frame"
        style={{
          height: `${place.heightPx}px`,
          backgroundImage: gradientImage(gradientOf(artwork.genome)),
        }}
      >
        <Picture
          artwork={artwork}
          widthPx={place.widthPx}
          heightPx={place.heightPx}
          rank={place.index % 900}
          isWanted={isWanted}
          onSharpness={(next) => (sharpness.value = next)}
        />
        {sharpness.value === 'failed' && (
          <span class="tile-fault">This picture could not be painted. It is kept as it is. (P-12)</span>
        )}
      </div>
      <div class="caption" aria-hidden="true">
        <bdi class="title">{artwork.title}</bdi>
        <Discs stars={stars} ring={ring} onRate={(value) => void studio.actions.rate(artwork.id, value)} />
      </div>
    </div>
  );
}
