// Keeping, naming and framing single artworks.

import type { View } from '#core/cppn/view.ts';
import type { Artwork, ArtworkId } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import type { Acting } from './acting.ts';
import { change, isArtwork } from './changes.ts';
import { nextTitle } from './edit-titles.ts';
import { findArtwork, planHanging } from './hanging.ts';
import type { History, Plan } from './history.ts';
import { go } from './navigating.ts';
import { isSame } from './rebase.ts';
import type { Session } from './session.ts';

const titleLimit = 200;

export function createArtworks(session: Session, history: History, { inTurn }: Acting) {
  const { keeping, notices, options } = session;

  async function planEdit(id: ArtworkId, label: string, edit: Partial<Artwork>): Promise<Plan | null> {
    const found = await findArtwork(session, id);
    if (found === null) return null;
    const { artwork, before } = found;
    const after: Artwork = { ...artwork, ...edit };
    return isSame(after, artwork) ? null : { label, changes: [change('artwork', id, before, after)] };
  }

  return {
    keep: (id: ArtworkId) =>
      inTurn(async () => {
        const found = await findArtwork(session, id);
        if (found?.artwork.isHung && found.before !== null) {
          return notices.say('It hangs in the gallery already.', { about: 'keeping' });
        }
        const act = await history.act(async () => {
          const again = await findArtwork(session, id);
          return again && { label: 'Keeping', ...planHanging(again) };
        });
        // What is only held is not told as kept.
        if (act !== null && keeping.unsaved.peek() === null)
          notices.say('Kept. It hangs in the gallery.', { about: 'keeping' });
      }),

    /** An empty title changes nothing. */
    rename: (id: ArtworkId, title: string) =>
      inTurn(async () => {
        const clean = cleanTitle(title);
        if (clean !== '') await history.act(() => planEdit(id, 'New title', { title: clean }));
      }),

    saveView: (id: ArtworkId, view: View) =>
      inTurn(() => history.act(() => planEdit(id, 'New view', { view }))),

    /** `theirs` is what another tab has made of it; the easel goes to the copy. */
    keepCopy: (mine: Artwork, theirs: Artwork) =>
      inTurn(async () => {
        const copy: Artwork = {
          ...mine,
          id: hashName(options.nextSeed()),
          title: mine.title === theirs.title ? nextTitle(mine.title, new Set()) : mine.title,
          origin: { kind: 'edited', from: mine.id },
          isHung: true,
          hungSequence: 0,
          createdAtMs: options.now(),
          sequence: 0,
        };
        const changes = [change('artwork', copy.id, null, copy)];
        const act = await history.act(async () => ({ label: 'Keeping a copy', changes }));
        if (act !== null) go(session, { kind: 'art', artwork: copy.id });
      }),

    bringBack: (artwork: Artwork) =>
      inTurn(() =>
        history.act(async () => {
          const before = (await keeping.get('artwork', artwork.id)) ?? null;
          if (isArtwork(before)) return null;
          return { label: 'Bringing back', changes: [change('artwork', artwork.id, before, artwork)] };
        }),
      ),
  };
}

export const countArtworks = (count: number) => (count === 1 ? '1 artwork' : `${count} artworks`);

/** One line of printable text; a cut never leaves half of a character. */
export function cleanTitle(title: string): string {
  const line = title.replace(/\p{Cc}+/gu, ' ').trim();
  return Array.from(line.slice(0, titleLimit))
    .filter((char) => !/\p{Cs}/u.test(char))
    .join('')
    .trim();
}
