// Titles and alternative texts of tiles that have none yet: those of the very first wall. The pictures are looked at when nothing
// on screen waits, and the words are written when all are known; a tab closed before that finds them unnamed and looks again.
import type { Artwork } from '#core/gallery/records.ts';
import { withNumeral } from '#core/gallery/title.ts';
import { change, isArtwork } from './changes.ts';
import type { Commit } from './committing.ts';
import type { Prints } from './prints.ts';
import type { Session } from './session.ts';

/** A picture that could not be looked at keeps the name it has, and so does one that a person has named meanwhile. */
export async function nameWall(session: Session, commit: Commit, prints: Prints): Promise<void> {
  const { keeping, options, shown, end } = session;
  const tiles = shown.wall.peek()?.tiles.map(({ artwork }) => artwork) ?? [];
  const unnamed = tiles.filter(({ altText }) => altText === '');
  if (unnamed.length === 0) return;
  const signal = end.signal;
  const looks = await Promise.allSettled(
    unnamed.map(({ genome }) => options.workers.run('describe', genome, { signal, priority: 'background' })),
  );
  signal.throwIfAborted();
  const taken = new Set(tiles.flatMap(({ title, altText }) => (altText === '' ? [] : [title])));
  const named = unnamed.flatMap((artwork, index): Artwork[] => {
    const look = looks[index]!;
    if (look.status === 'rejected') return [];
    prints.add(artwork.id, look.value.print);
    const title = withNumeral(look.value.title, taken);
    taken.add(title);
    return [{ ...artwork, title, altText: look.value.altText }];
  });

  await session.enqueue(() =>
    commit(async () => {
      const stored = await keeping.getMany(
        'artwork',
        named.map(({ id }) => id),
      );
      return named.flatMap(({ title, altText, id }, index) => {
        const before = stored[index];
        if (!isArtwork(before) || before.altText !== '') return [];
        const isOwn = before.title !== unnamed.find((artwork) => artwork.id === id)?.title;
        return [change('artwork', id, before, { ...before, title: isOwn ? before.title : title, altText })];
      });
    }),
  );
}
