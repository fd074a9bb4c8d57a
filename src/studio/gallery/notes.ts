import { wellFormed } from '#core/cppn/schema-parts.ts';
import type { ArtworkId } from '#core/gallery/records.ts';
import { change } from '#studio/changes.ts';
import { findArtwork } from '#studio/hanging.ts';
import type { History } from '#studio/history.ts';
import type { Session } from '#studio/session.ts';

/** In UTF-16 units, as its record allows. */
export const noteLimit = 2000;

/** The person's own words on an artwork, several lines of them; none takes the note away. */
export async function setNote(
  session: Session,
  history: History,
  id: ArtworkId,
  note: string,
): Promise<void> {
  const clean = wellFormed(note.replace(/[^\P{Cc}\n\t]+/gu, ' ').trim(), noteLimit);
  await history.act(async () => {
    const found = await findArtwork(session, id);
    if (found === null || found.artwork.note === clean) return null;
    const { artwork, before } = found;
    return { label: 'New note', changes: [change('artwork', id, before, { ...artwork, note: clean })] };
  });
}
