// A standing is what the log says of one artwork, kept beside it so that the gallery can sort by it.
import {
  type ArtworkId,
  type Judgement,
  type JudgementId,
  type ProfileId,
  type RecordChange,
  type Said,
  type Standing,
  type Stars,
  standingId,
  type TileKind,
} from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { change } from './changes.ts';
import type { Keeping } from './keeping.ts';
import type { Session } from './session.ts';

/** A judgement of now by the profile at the desk. */
export function buildJudgement({ shown, options }: Session, said: Said, tile: TileKind): Judgement {
  return {
    id: hashName(options.nextSeed()),
    schema: 1,
    profile: shown.desk.peek()!.profile,
    atMs: options.now(),
    sequence: 0,
    said,
    guess: null,
    wasPeeked: false,
    tile,
  };
}

export async function changeStanding(
  { keeping }: Session,
  profile: ProfileId,
  artwork: ArtworkId,
  stars: Stars | 0 | null,
): Promise<RecordChange> {
  const id = standingId(profile, artwork);
  const before = (await keeping.get('standing', id)) ?? null;
  const after: Standing | null =
    stars === null ? null : { id, schema: 1, profile, artwork, stars, sequence: 0 };
  return change('standing', id, before, after);
}

/** Where a picture is judged: its tile while the wall is in view, or on Taste, which asks about the wall; else elsewhere. */
export function tileKindOf({ shown, surface }: Session, artwork: ArtworkId): TileKind {
  if (surface.peek().kind !== 'explore' && surface.peek().kind !== 'taste') return 'elsewhere';
  return shown.wall.peek()?.tiles.find((tile) => tile.artwork.id === artwork)?.tile ?? 'elsewhere';
}

/**
 * What the log says of an artwork once `without` is withdrawn too: its last rating, 0 when that was cleared, null when it was
 * never judged. Reads the log from its end until it knows.
 */
export async function findStars(
  keeping: Keeping,
  profile: ProfileId,
  artwork: ArtworkId,
  without: readonly JudgementId[],
): Promise<Stars | 0 | null> {
  const withdrawn = new Set<JudgementId>(without);
  for await (const { id, said, profile: owner } of readLogBackwards(keeping)) {
    if (said.kind === 'withdrawn') withdrawn.add(said.judgement);
    else if (owner !== profile || withdrawn.has(id)) continue;
    else if (said.kind === 'stars' && said.artwork === artwork) return said.stars;
    else if (said.kind === 'cleared' && said.artwork === artwork) return 0;
  }
  return null;
}

async function* readLogBackwards(keeping: Keeping): AsyncGenerator<Judgement> {
  yield* keeping.held('judgement');
  for (let after = {}; ; ) {
    const page = await keeping
      .store()
      .page('judgement', { order: 'sequence', direction: 'descending', limit: 200, ...after });
    yield* page.items;
    if (page.next === null) return;
    after = { after: page.next };
  }
}
