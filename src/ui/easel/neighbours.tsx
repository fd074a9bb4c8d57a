import type { Card } from '#core/gallery/card.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { useUi } from '../context.ts';
import { layout } from '../layout.ts';
import { CardPicture, tintImage } from '../pictures/card-picture.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

/** A wall's worth, hung as one. */
const shownCount = 15;

/** What hangs beside it where it was opened from: a press takes its place. */
export function Neighbours({ artwork }: { artwork: Artwork }) {
  const { studio } = useUi();
  if (layout.value === 'narrow') return null;
  const isFromGallery = studio.placeBehind.value.kind === 'gallery';
  const tiles = studio.explore.wall.value?.tiles.map((tile) => tile.artwork) ?? [];
  const all: readonly (Artwork | Card)[] = isFromGallery ? studio.gallery.items.value : tiles;
  const at = all.findIndex(({ id }) => id === artwork.id);
  if (at < 0 || all.length < 2) return null;
  const first = Math.max(0, Math.min(at - Math.floor(shownCount / 2), all.length - shownCount));
  return (
    <section class="neighbours" aria-labelledby="neighbours">
      <h2 id="neighbours">{isFromGallery ? 'Beside it in the gallery' : 'On the same wall'}</h2>
      <ul>
        {all.slice(first, first + shownCount).map((other) => (
          <li key={other.id}>
            <button
              type="button"
              class="neighbour"
              aria-label={`Open ${other.title}`}
              aria-current={other.id === artwork.id ? 'true' : undefined}
              title={other.title}
              style={{ backgroundImage: backgroundOf(other) }}
              onClick={() => studio.actions.go({ kind: 'art', artwork: other.id })}
            >
              {'genome' in other ? (
                <Picture artwork={other} widthPx={65} heightPx={65} rank={500} />
              ) : (
                <CardPicture card={other} widthPx={65} heightPx={65} rank={500} />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

const backgroundOf = (shown: Artwork | Card) =>
  'genome' in shown ? gradientImage(gradientOf(shown.genome)) : (tintImage(shown) ?? 'none');
