import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Artwork } from '#core/gallery/records.ts';
import type { Worth } from '#studio/critic-view.ts';
import { formatPlace } from '#studio/place.ts';
import { useUi } from '../context.ts';
import { Button } from '../parts/button.tsx';
import { allStars } from '../parts/discs.tsx';
import { RatingDiscs } from '../parts/rating-discs.tsx';
import { AskedPicture } from './asked-picture.tsx';

/** What a person can do to teach the critic, here and now; before there is a guess, where its ring will be. */
export function WorthRating({ worth, isPaused }: { worth: Worth; isPaused: boolean }) {
  const { studio } = useUi();
  const { isEarly, lead, artworks } = worth;
  const box = useRef<HTMLElement>(null);
  const hadFocus = useRef(false);
  useLayoutEffect(() => {
    // What held the focus is gone: the last picture of the wall was rated, or there are pictures again.
    if (hadFocus.current && document.activeElement === document.body)
      box.current!.querySelector<HTMLElement>('button')?.focus();
  }, [artworks.length]);
  return (
    <section
      class="worth-rating"
      aria-labelledby="worth-rating-title"
      ref={box}
      onFocusCapture={() => (hadFocus.current = true)}
      onBlurCapture={(event) => (hadFocus.current = event.relatedTarget === null)}
    >
      {isEarly && (
        <p class="first-rings">
          {allStars.map((value) => (
            <span key={value} aria-hidden="true" />
          ))}
          <strong>{lead}</strong>
        </p>
      )}
      <h2 id="worth-rating-title">
        {isEarly ? 'Worth rating first' : 'Worth rating next'}{' '}
        {!isEarly && artworks.length > 0 && <span class="lead">{lead}</span>}
      </h2>
      {artworks.length === 0 ? (
        <>
          <p class="worth-none">
            You rated every picture of this wall. <a href={formatPlace({ kind: 'explore' })}>Breed from it</a>
            , or let me ask about others.
          </p>
          <Button onPress={() => void studio.actions.newSeeds()}>Fifteen new pictures</Button>
        </>
      ) : (
        <ul>
          {artworks.map((artwork, place) => (
            // By place: what is rated makes way for the next, and the focus stays where it was.
            <li key={place}>
              <Asked artwork={artwork} rank={place} isPaused={isPaused} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Asked({ artwork, rank, isPaused }: { artwork: Artwork; rank: number; isPaused: boolean }) {
  return (
    <AskedPicture artwork={artwork} rank={rank} isPaused={isPaused}>
      <RatingDiscs artworkId={artwork.id} />
    </AskedPicture>
  );
}

/** A picture of long ago, without what was said of it. */
export function OnceMore({ artwork, isPaused }: { artwork: Artwork; isPaused: boolean }) {
  const { studio } = useUi();
  return (
    <section class="once-more" aria-labelledby="once-more-title">
      <h2 id="once-more-title">
        Once more
        <span class="lead">You rated this one long ago. How is it now?</span>
      </h2>
      <AskedPicture artwork={artwork} rank={3} isPaused={isPaused}>
        <RatingDiscs
          artworkId={artwork.id}
          onAgain={(stars) => void studio.actions.rateAgain(artwork.id, stars)}
        />
      </AskedPicture>
      <p class="worth-none">
        I ask one picture in twelve a second time: how often you agree with yourself is the most I can hope
        for.
      </p>
    </section>
  );
}
