import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { allStars } from '../parts/discs.tsx';
import { RatingDiscs } from '../parts/rating-discs.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

/** Before there is a guess: where its ring will be, and the pictures that would tell the most. */
export function FirstPictures({ artworks, isPaused }: { artworks: readonly Artwork[]; isPaused: boolean }) {
  const sidePx = layout.value === 'narrow' ? 114 : 180;
  return (
    <section class="first-pictures" aria-labelledby="first-pictures-title">
      <p class="first-rings" aria-hidden="true">
        {allStars.map((value) => (
          <span key={value} />
        ))}
      </p>
      <h2 id="first-pictures-title">Worth rating first</h2>
      <ul>
        {artworks.map((artwork, index) => (
          <FirstPicture
            key={artwork.id}
            artwork={artwork}
            sidePx={sidePx}
            rank={index}
            isWanted={!isPaused}
          />
        ))}
      </ul>
    </section>
  );
}

interface FirstPictureProps {
  readonly artwork: Artwork;
  readonly sidePx: number;
  readonly rank: number;
  readonly isWanted: boolean;
}

function FirstPicture({ artwork, sidePx, rank, isWanted }: FirstPictureProps) {
  const { studio } = useUi();
  const open = () => studio.actions.go({ kind: 'art', artwork: artwork.id });
  return (
    <li>
      <button
        type="button"
        class="first-picture"
        data-artwork={artwork.id}
        aria-label={`Open ${artwork.title}. ${artwork.altText}`}
        style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
        onFocus={() => studio.actions.focus(artwork.id)}
        onClick={open}
      >
        <Picture artwork={artwork} widthPx={sidePx} heightPx={sidePx} rank={rank} isWanted={isWanted} />
      </button>
      <RatingDiscs artworkId={artwork.id} />
    </li>
  );
}
