import type { Act, Wall, WallId } from '#core/gallery/records.ts';
import { go } from './navigating.ts';
import { undoMs } from './notices.ts';
import { formatActPlace, type Place, parsePlace } from './place.ts';
import type { Session } from './session.ts';

/** Shows another wall. */
export type GoToWall = (wall: WallId) => void;

/** `Rating taken back.` or `Deleted 3 artworks: taken back.`; one done elsewhere is named, with the way there. */
export const sayUndone = (session: Session, act: Act, goToWall: GoToWall) =>
  sayOf(session, act, 'taken back', goToWall);

export const sayRedone = (session: Session, act: Act, goToWall: GoToWall) =>
  sayOf(session, act, 'done again', goToWall);

async function sayOf(session: Session, act: Act, what: string, goToWall: GoToWall) {
  const { label } = act;
  const elsewhere = await findElsewhere(session, act, goToWall);
  // `Rating taken back` reads well; `Deleted 3 artworks` is a sentence of its own.
  session.notices.say(`${label}${/\d/.test(label) ? ':' : ''} ${what}${elsewhere?.words ?? ''}.`, {
    about: 'undo',
    milliseconds: undoMs,
    action: elsewhere && { label: 'Go there', run: elsewhere.go },
  });
}

/** Where an act was done, and the way there; null when it is seen from here. */
async function findElsewhere(session: Session, act: Act, goToWall: GoToWall) {
  const { shown } = session;
  const place = parsePlace(act.place);
  if (place === null) return null;
  if (act.place !== formatActPlace(shown.place.peek()))
    return { words: `, ${placeWords[place.kind]}`, go: () => go(session, place) };
  if (place.kind !== 'explore') return null;
  const judgements = await session.keeping.getMany('judgement', act.judgements);
  const touched = new Set([
    ...act.changes.flatMap(({ record, id }) => (record === 'artwork' ? [id] : [])),
    ...judgements.flatMap((judgement) =>
      judgement !== undefined && 'artwork' in judgement.said ? [judgement.said.artwork] : [],
    ),
  ]);
  const holds = ({ tiles }: Wall) => tiles.some(({ artwork }) => touched.has(artwork));
  const here = shown.wall.peek()?.wall;
  const wall = here === undefined || holds(here) ? undefined : shown.walls.peek().find(holds);
  return wall === undefined ? null : { words: `, on wall ${wall.number}`, go: () => goToWall(wall.id) };
}

const placeWords: Record<Place['kind'], string> = {
  explore: 'on the wall',
  gallery: 'in the gallery',
  taste: 'in Taste',
  train: 'in Train',
  sketches: 'among the sketches',
  art: 'on the easel',
};
