import type { Artwork } from '#core/gallery/records.ts';
import type { Editing } from '#studio/editing.ts';
import { useUi } from '../context.ts';

/** What the artwork is called, and what it looks like in words. */
export function WordsTab({
  artwork,
  editing,
  isStored,
}: {
  artwork: Artwork;
  editing: Editing;
  isStored: boolean;
}) {
  const { studio } = useUi();
  if (!isStored) return <p class="panel-note">Keep this artwork first: only what is kept can be named.</p>;
  return (
    <div class="words" key={artwork.id}>
      <label>
        title
        <input
          class="words-field"
          type="text"
          maxLength={200}
          value={artwork.title}
          onChange={(event) => {
            const title = event.currentTarget.value.trim();
            if (title === '') event.currentTarget.value = artwork.title;
            else if (title !== artwork.title) void studio.actions.rename(artwork.id, title);
          }}
        />
      </label>
      <label>
        what it looks like
        <textarea
          class="words-field"
          rows={3}
          maxLength={1000}
          value={artwork.altText}
          onChange={(event) => void editing.setAltText(artwork.id, event.currentTarget.value)}
        />
      </label>
      <p class="panel-note">For those who do not see the picture, and for the search.</p>
    </div>
  );
}
