import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { Picture } from '../pictures/picture.tsx';
import { Sheet } from '../sheets/sheet.tsx';

interface ChooseArtworkProps {
  readonly choices: readonly Artwork[];
  readonly chosen: ArtworkId;
  readonly onChoose: (artwork: ArtworkId) => void;
  readonly onClose: () => void;
}

/** The newest of the gallery, then the wall. */
export function ChooseArtwork({ choices, chosen, onChoose, onClose }: ChooseArtworkProps) {
  return (
    <Sheet label="Draw with" class="choose-artwork" onClose={onClose}>
      <h2>Draw with</h2>
      <ul class="artwork-choices">
        {choices.map((artwork, index) => (
          <li key={artwork.id}>
            <button
              type="button"
              aria-pressed={artwork.id === chosen}
              aria-label={`${artwork.title}. ${artwork.altText}`}
              onClick={() => onChoose(artwork.id)}
            >
              <Picture artwork={artwork} widthPx={96} heightPx={96} rank={index} />
              <span class="title">{artwork.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
