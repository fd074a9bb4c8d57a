import { useSignal } from '@preact/signals';
import type { Artwork, ArtworkId, Stars, TileKind } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { Discs } from '../parts/discs.tsx';
import { OpenIcon } from '../parts/icons.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture, type Sharpness } from '../pictures/picture.tsx';
import { nameArtwork, originWords } from './name-tile.ts';
import { useLongPress } from './use-long-press.ts';

interface TileProps {
  readonly artwork: Artwork;
  readonly tile: TileKind;
  readonly stars: Stars | undefined;
  /** 1 to 4, or 0: not a parent. */
  readonly pickNumber: number;
  readonly columnIndex: number;
  readonly isTabStop: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly rank: number;
  readonly isWanted: boolean;
  readonly onSharpness: (artwork: Artwork, sharpness: Sharpness) => void;
  readonly onFocus: () => void;
  readonly onLongPress: () => void;
}

export function Tile(props: TileProps) {
  const { studio } = useUi();
  const { artwork, tile, stars, pickNumber } = props;
  const painted = useSignal<{ readonly id: ArtworkId; readonly sharpness: Sharpness } | null>(null);
  // Fifteen times five discs that nobody sees would be most of the page.
  const isNear = useSignal(false);
  // What was said of the tile's last picture says nothing of this one.
  const sharpness = painted.value?.id === artwork.id ? painted.value.sharpness : 'gradient';
  const longPress = useLongPress(props.onLongPress);
  const open = () => studio.actions.go({ kind: 'art', artwork: artwork.id });
  const isLeaving = studio.explore.swapping.value.has(artwork.id);
  const ring = studio.critic.value?.rings.value.get(artwork.id);
  const word = isLeaving ? 'not this' : originWords[tile];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table would fix its columns
    // biome-ignore lint/a11y/useKeyWithClickEvents: Space picks, by the table of commands
    <div
      class={isLeaving ? 'tile leaving' : 'tile'}
      aria-busy={isLeaving ? 'true' : undefined}
      role="gridcell"
      tabIndex={props.isTabStop ? 0 : -1}
      aria-colindex={props.columnIndex + 1}
      aria-selected={pickNumber > 0}
      aria-label={nameArtwork(artwork, { stars, pickNumber, tile, ring })}
      data-artwork={artwork.id}
      data-sharpness={sharpness === 'failed' ? 'coarse' : sharpness}
      style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
      onPointerEnter={() => (isNear.value = true)}
      onFocus={() => {
        isNear.value = true;
        props.onFocus();
      }}
      onClick={() => void studio.actions.togglePick(artwork.id)}
      onDblClick={open}
      {...longPress}
    >
      <Picture
        artwork={artwork}
        widthPx={props.widthPx}
        heightPx={props.heightPx}
        rank={props.rank}
        isWanted={props.isWanted}
        onSharpness={(next) => {
          painted.value = { id: artwork.id, sharpness: next };
          props.onSharpness(artwork, next);
        }}
      />
      {pickNumber > 0 && (
        <span class="pick-number" aria-hidden="true">
          {pickNumber}
        </span>
      )}
      {(stars !== undefined || isNear.value) && (
        <span class={stars === undefined ? 'pill unrated' : 'pill'}>
          <Discs stars={stars} ring={ring} onRate={(value) => void studio.actions.rate(artwork.id, value)} />
        </span>
      )}
      {word !== undefined && (
        <span class="origin" aria-hidden="true">
          {word}
        </span>
      )}
      {sharpness === 'failed' && (
        <span class="tile-fault">This picture could not be painted. It is kept as it is. (P-12)</span>
      )}
      {layout.value === 'narrow' && (
        <button
          type="button"
          class="open-button"
          tabIndex={-1}
          aria-label={`Open ${artwork.title}`}
          onClick={(event) => {
            event.stopPropagation();
            open();
          }}
        >
          <OpenIcon />
        </button>
      )}
    </div>
  );
}
