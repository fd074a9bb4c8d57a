import type { Act } from '#core/gallery/records.ts';
import { go } from './navigating.ts';
import { undoMs } from './notices.ts';
import { formatPlace, type Place, parsePlace } from './place.ts';
import type { Session } from './session.ts';

/** `Rating taken back.` or `Deleted 3 artworks: taken back.`; one done elsewhere is named, with the way there. */
export const sayUndone = (session: Session, act: Act) => sayOf(session, act, 'taken back');

export const sayRedone = (session: Session, act: Act) => sayOf(session, act, 'done again');

function sayOf(session: Session, { label, place: fragment }: Act, what: string) {
  const { shown, notices } = session;
  const place = parsePlace(fragment);
  const isHere = fragment === formatPlace(shown.place.peek());
  const where = place === null || isHere ? '' : `, ${placeWords[place.kind]}`;
  // `Rating taken back` reads well; `Deleted 3 artworks` is a sentence of its own.
  notices.say(`${label}${/\d/.test(label) ? ':' : ''} ${what}${where}.`, {
    about: 'undo',
    milliseconds: undoMs,
    action: place === null || isHere ? null : { label: 'Go there', run: () => go(session, place) },
  });
}

const placeWords: Record<Place['kind'], string> = {
  explore: 'on the wall',
  gallery: 'in the gallery',
  taste: 'in Taste',
  train: 'in Train',
  sketches: 'among the sketches',
  art: 'on the easel',
};
