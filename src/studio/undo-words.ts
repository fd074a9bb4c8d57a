import type { Act, ArtworkId, Wall, WallId } from '#core/gallery/records.ts';
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
  const here = shown.place.peek();
  const isThere = act.place === formatActPlace(here);
  if (isThere && place.kind !== 'explore') return null;
  const touched = await findTouched(session, act);
  // The easel goes on to what an edit made, and back.
  if (here.kind === 'art' && place.kind === 'art' && touched.has(here.artwork)) return null;
  if (!isThere) return { words: `, ${placeWords[place.kind]}`, go: () => go(session, place) };
  const holds = ({ tiles }: Wall) => tiles.some(({ artwork }) => touched.has(artwork));
  const current = shown.wall.peek()?.wall;
  const wall = current === undefined || holds(current) ? undefined : shown.walls.peek().find(holds);
  return wall === undefined ? null : { words: `, on wall ${wall.number}`, go: () => goToWall(wall.id) };
}

/** The artworks an act changed or judged. */
async function findTouched(session: Session, act: Act): Promise<ReadonlySet<ArtworkId>> {
  const judgements = await session.keeping.getMany('judgement', act.judgements);
  return new Set([
    ...act.changes.flatMap(({ record, id }) => (record === 'artwork' ? [id] : [])),
    ...judgements.flatMap((judgement) =>
      judgement !== undefined && 'artwork' in judgement.said ? [judgement.said.artwork] : [],
    ),
  ]);
}

const placeWords: Record<Place['kind'], string> = {
  explore: 'on the wall',
  gallery: 'in the gallery',
  taste: 'in Taste',
  train: 'in Train',
  sketches: 'among the sketches',
  art: 'on the easel',
};
