// What is rated or kept hangs in the gallery; what was only looked at is stored by that.
import type { Artwork, ArtworkId, Tombstone } from '#core/gallery/records.ts';
import { change, isArtwork } from './changes.ts';
import type { Plan } from './history.ts';
import type { Session } from './session.ts';

export interface Found {
  readonly artwork: Artwork;
  /** What the store has under its id. */
  readonly before: Artwork | Tombstone | null;
}

/** Stored, or only looked at. null, and said, when it was deleted meanwhile. */
export async function findArtwork(
  { keeping, lookedAt, notices }: Session,
  id: ArtworkId,
): Promise<Found | null> {
  const before = (await keeping.get('artwork', id)) ?? null;
  const artwork = isArtwork(before) ? before : lookedAt.get(id);
  if (artwork !== undefined) return { artwork, before };
  if (before !== null) notices.say('That artwork was deleted.');
  return null;
}

/** Undo takes it down; one that was only looked at stays stored, unhung. */
export function planHanging({ artwork, before }: Found): Pick<Plan, 'changes' | 'along' | 'recorded'> {
  const hung: Artwork = { ...artwork, isHung: true, hungSequence: artwork.isHung ? artwork.hungSequence : 0 };
  if (artwork === before)
    return { changes: artwork.isHung ? [] : [change('artwork', hung.id, artwork, hung)] };
  return {
    changes: [],
    along: [change('artwork', hung.id, before, hung)],
    recorded: [change('artwork', hung.id, { ...artwork, isHung: false }, hung)],
  };
}
