import type { GivenStars } from '#studio/critic-view.ts';
import { formatPlace } from '#studio/place.ts';
import { layout } from '../layout.ts';
import { Discs } from '../parts/discs.tsx';
import { gradientImage, gradientOf } from '../pictures/gradient.ts';
import { Picture } from '../pictures/picture.tsx';

const shownCounts = { wide: 7, medium: 12, narrow: 6 } as const;
const thumbSides = { wide: 52, medium: 52, narrow: 40 } as const;

/** What the critic learns from: the person's own pictures, by the discs they have. Each row leads to all of its pictures. */
export function Given({ rows, isPaused }: { rows: readonly GivenStars[]; isPaused: boolean }) {
  const shown = shownCounts[layout.value];
  const thumbPx = thumbSides[layout.value];
  return (
    <section class="given" aria-labelledby="given-title">
      <h2 id="given-title">
        What you told me <span class="lead">all I learn from, besides your picks</span>
      </h2>
      <ul>
        {rows.map(({ stars, count, latest }, row) => (
          <li key={stars}>
            <Discs stars={stars} />
            {count === 0 ? (
              <span class="given-none">none with {stars} of 5 yet</span>
            ) : (
              <a
                href={formatPlace({ kind: 'gallery', list: { kind: 'search', text: `rating:${stars}` } })}
                aria-label={`${count === 1 ? 'One picture' : `${count} pictures`} with ${stars} of 5, in the gallery`}
              >
                {latest.slice(0, shown).map((artwork) => (
                  <span
                    key={artwork.id}
                    class="given-thumb"
                    style={{ backgroundImage: gradientImage(gradientOf(artwork.genome)) }}
                  >
                    <Picture
                      artwork={artwork}
                      widthPx={thumbPx}
                      heightPx={thumbPx}
                      rank={10 + row}
                      isWanted={!isPaused}
                    />
                  </span>
                ))}
                <span class="given-count">{count}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
