import { useUi } from '../context.ts';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

/** The current wall as faint frames, each a way to its picture. */
export function EmptyGallery() {
  const { studio } = useUi();
  const tiles = studio.explore.wall.value?.tiles ?? [];
  return (
    <div class="empty-gallery">
      <p>Nothing kept yet. Rate a picture, or press S on it, and it hangs here.</p>
      <div class="faint-wall">
        {tiles.map(({ artwork }, index) => (
          <a key={artwork.id} href={`#/art/${artwork.id}`} class="faint" aria-label={`Open ${artwork.title}`}>
            <span style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}>
              <Picture artwork={artwork} widthPx={146} heightPx={138} rank={index} />
            </span>
          </a>
        ))}
      </div>
    </div>
  );
}
