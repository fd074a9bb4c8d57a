import type { Palette } from '#core/cppn/palette.ts';
import type { FindRow } from '#studio/find-rows.ts';
import { CardPicture, tintImage } from '../pictures/card-picture.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';
import { capsOf } from '../shell/key-name.ts';

interface OptionProps {
  readonly id: string;
  readonly row: FindRow;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly onPoint: () => void;
}

const thumbPx = 28;

/** The focus stays in the text field: keys never come here. */
export function Option({ id, row, isActive, onChoose, onPoint }: OptionProps) {
  const { artwork, card } = row;
  const caps = row.kind === 'ask' && isActive ? ['Enter'] : capsOf(row.key);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the text field does the same
    // biome-ignore lint/a11y/useFocusableInteractive: the text field points at it
    <div
      id={id}
      class="found-option"
      role="option"
      aria-selected={isActive}
      aria-disabled={row.needs === undefined ? undefined : 'true'}
      onClick={onChoose}
      onPointerMove={isActive ? undefined : onPoint}
    >
      {artwork !== undefined && (
        <span
          class="found-thumb"
          style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
          aria-hidden="true"
        >
          <Picture artwork={artwork} widthPx={thumbPx} heightPx={thumbPx} rank={0} />
        </span>
      )}
      {card !== undefined && (
        <span class="found-thumb" style={{ backgroundImage: tintImage(card) ?? 'none' }} aria-hidden="true">
          <CardPicture card={card} widthPx={thumbPx} heightPx={thumbPx} rank={0} />
        </span>
      )}
      {row.palette !== undefined && (
        <span class="found-thumb" style={{ backgroundImage: paletteImage(row.palette) }} aria-hidden="true" />
      )}
      <span class={row.kind !== 'artwork' ? 'found-words' : 'found-words title'}>
        <bdi>{row.words}</bdi>
      </span>
      {row.detail !== '' && <span class="found-detail">{row.detail}</span>}
      {caps.length > 0 && (
        <span class="found-caps" aria-hidden="true">
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </span>
      )}
    </div>
  );
}

const paletteImage = ({ stops }: Palette) =>
  `linear-gradient(90deg in oklab, ${stops
    .map(({ lightness, chroma, hue, position }) => `oklch(${lightness} ${chroma} ${hue}) ${100 * position}%`)
    .join(', ')})`;
