import { useSignal } from '@preact/signals';
import type { GalleryFilter } from '#studio/gallery/arrange-cards.ts';
import { useUi } from '../context.ts';
import { allStars } from '../parts/discs.tsx';
import { FilterSheet } from './filter-sheet.tsx';
import { useGallery } from './gallery-context.ts';
import { filterWords } from './list-words.ts';

/** What of a list is shown, and in what order. */
export function Filters() {
  const { studio } = useUi();
  const gallery = useGallery();
  const isChoosing = useSignal(false);
  const filter = gallery.filter.value;
  const isByRating = studio.gallery.order.value === 'rating';
  const words = filterWords(filter);
  return (
    <section class="filters" aria-labelledby="show">
      <h2 id="show">Show</h2>
      <fieldset class="at-least">
        <legend>At least</legend>
        {allStars.map((stars) => (
          <button
            key={stars}
            type="button"
            class="at-least-disc"
            aria-label={`At least ${stars} of 5`}
            aria-pressed={stars === filter.atLeast}
            onClick={() => gallery.setFilter({ atLeast: stars === filter.atLeast ? 0 : stars })}
          >
            <span class={stars <= filter.atLeast ? 'disc filled' : 'disc'} />
          </button>
        ))}
      </fieldset>
      <button
        type="button"
        class="choice"
        aria-label={isByRating ? 'By rating. Show the newest first' : 'Newest first. Show by rating'}
        onClick={() => gallery.setOrder(isByRating ? 'newest' : 'rating')}
      >
        {isByRating ? 'By rating' : 'Newest first'}
      </button>
      <button
        type="button"
        class={words === '' ? 'choice' : 'choice chosen'}
        aria-haspopup="dialog"
        onClick={() => {
          isChoosing.value = true;
        }}
      >
        {words === '' ? 'Any finish, any palette' : words}
      </button>
      {isNarrowed(filter) && (
        <button
          type="button"
          class="choice"
          onClick={() => gallery.setFilter({ atLeast: 0, finish: null, palette: null, made: null })}
        >
          Show all again
        </button>
      )}
      {isChoosing.value && (
        <FilterSheet
          onClose={() => {
            isChoosing.value = false;
          }}
        />
      )}
    </section>
  );
}

export const isNarrowed = (filter: GalleryFilter) => filter.atLeast > 0 || filterWords(filter) !== '';
