// How much room is left on this device, and whether what is kept here is safe from the browser itself.
import type { Wall } from '#core/gallery/records.ts';
import type { Room } from '#platform/storage/room.ts';
import type { Acting } from './acting.ts';
import { countArtworks } from './artworks.ts';
import { isArtwork } from './changes.ts';
import type { Commit } from './committing.ts';
import type { Forgetting } from './forgetting.ts';
import type { Session } from './session.ts';
import { sizeWords } from './size-words.ts';
import { whatTakesSpace } from './unsaved-alert.ts';

/** From here on it is worth a word. */
const nearlyFull = 0.85;
/** Walls that stay when old ones are let go. */
const keptWalls = 20;
/** From so many kept artworks on, the browser is asked to keep them. */
const worthKeeping = 10;

export interface RoomParts {
  readonly session: Session;
  readonly acting: Acting;
  readonly commit: Commit;
  readonly forgetting: Forgetting;
  readonly room: Room;
}

/** Looks at the room, and says what there is to say. `wasAsked`: nothing more about lasting. True when that was said. */
export async function checkRoom(parts: RoomParts, wasAsked: boolean): Promise<boolean> {
  const { session, room } = parts;
  const { keeping } = session;
  if (!keeping.isOpen() || keeping.store().kind !== 'device') return false;
  await sayHowFull(parts);
  if (wasAsked || (await room.isPersistent())) return false;
  if ((await keeping.store().count('artwork', 'hung')) < worthKeeping) return false;
  session.notices.say('Your browser may clear away what you keep here, should it need the room.', {
    milliseconds: 20_000,
    isPatient: true,
    action: { label: 'Ask it not to', run: () => void askToLast(parts) },
  });
  return true;
}

async function askToLast({ session, room }: RoomParts) {
  session.notices.say(
    (await room.persist())
      ? 'It agreed: your browser clears nothing here by itself.'
      : 'Your browser did not agree. Export what you want to be sure of.',
  );
}

async function sayHowFull(parts: RoomParts) {
  const { session, room } = parts;
  const { keeping, notices } = session;
  const measured = await room.measure();
  if (measured === null || measured.usedBytes < nearlyFull * measured.limitBytes) {
    notices.setAlert('room', null);
    return;
  }
  const count = Math.max(1, await keeping.store().count('artwork', 'sequence'));
  const left = Math.max(
    0,
    Math.floor((measured.limitBytes - measured.usedBytes) / (measured.usedBytes / count)),
  );
  const walls = oldWalls(session);
  const howMany = `Room for about ${left} more ${left === 1 ? 'picture' : 'pictures'}.`;
  notices.setAlert('room', {
    text: walls.length === 0 ? howMany : `${howMany} Old walls take ${await sizeOf(session, walls)}.`,
    isLoss: false,
    actions: [
      ...(walls.length === 0
        ? []
        : [
            {
              label: 'Let go of old walls',
              run: () => void parts.acting.inTurn(() => letGoOfWalls(parts)),
            },
          ]),
      whatTakesSpace(session),
    ],
  });
}

export async function letGoOfWalls(parts: RoomParts): Promise<void> {
  const { session, commit, forgetting } = parts;
  const gone = oldWalls(session);
  const written = await commit(() => forgetting.planFor(gone));
  const count = (written ?? []).filter(({ record }) => record === 'artwork').length;
  session.notices.setAlert('room', null);
  session.notices.say(`${countWalls(gone.length)} let go, with ${countArtworks(count)} nobody kept.`);
}

/** Those that may go: all but the newest twenty and the one that hangs. */
export function oldWalls({ shown }: Session): readonly Wall[] {
  const current = shown.wall.peek()?.wall.id;
  return shown.walls
    .peek()
    .slice(keptWalls)
    .filter(({ id }) => id !== current);
}

/** By the length of what is stored of a few of their artworks. */
async function sizeOf({ keeping }: Session, walls: readonly Wall[]): Promise<string> {
  const ids = walls.flatMap(({ tiles }) => tiles.map(({ artwork }) => artwork));
  const some = await keeping.getMany('artwork', ids.slice(0, 30));
  const loose = some.filter((record) => isArtwork(record) && !record.isHung);
  const bytes = loose.reduce((sum, artwork) => sum + JSON.stringify(artwork).length, 0);
  const all = (bytes / Math.max(1, some.length)) * ids.length;
  return sizeWords(all);
}

const countWalls = (count: number) => (count === 1 ? '1 wall' : `${count} walls`);
