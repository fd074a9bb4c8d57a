import { type ArtworkId, type Stars, standingId } from '#core/gallery/records.ts';
import type { Acting } from './acting.ts';
import { findArtwork, planHanging } from './hanging.ts';
import type { History, Plan } from './history.ts';
import type { Session } from './session.ts';
import { buildJudgement, changeStanding, tileKindOf } from './standings.ts';

export function createRating(session: Session, history: History, { inTurn }: Acting) {
  const { keeping, shown, notices } = session;

  async function planRating(id: ArtworkId, wanted: Stars | 0): Promise<Plan | null> {
    const found = await findArtwork(session, id);
    if (found === null) return null;
    const { profile } = shown.desk.peek()!;
    const standing = await keeping.get('standing', standingId(profile, id));
    const current = standing?.stars ?? 0;
    const next = wanted === current ? 0 : wanted;
    if (next === current) return null;
    const said =
      next === 0
        ? ({ kind: 'cleared', artwork: id } as const)
        : ({ kind: 'stars', artwork: id, stars: next } as const);
    const hanging = next === 0 ? { changes: [] } : planHanging(found);
    return {
      ...hanging,
      label: 'Rating',
      along: [...(hanging.along ?? []), await changeStanding(session, profile, id, next)],
      judgements: [
        {
          ...buildJudgement(session, said, tileKindOf(session, id)),
          ...(next !== 0 && (await shown.critic.peek()?.expect(id))),
        },
      ],
    };
  }

  /** Blind: what was said before is told only now. */
  async function judgeAgain(id: ArtworkId, stars: Stars) {
    const { profile } = shown.desk.peek()!;
    const before = (await keeping.get('standing', standingId(profile, id)))?.stars ?? 0;
    if (before === 0) return history.act(() => planRating(id, stars));
    const said = { kind: 'stars', artwork: id, stars } as const;
    const act = await history.act(async () => ({
      label: 'Rating',
      changes: [],
      along: [await changeStanding(session, profile, id, stars)],
      judgements: [{ ...buildJudgement(session, said, 'again'), ...(await shown.critic.peek()?.expect(id)) }],
    }));
    if (act !== null) {
      notices.say(
        before === stars ? `You gave ${stars} the first time too.` : `The first time you gave ${before}.`,
      );
    }
    return act;
  }

  return {
    /** Of a picture that is asked again: the same value stands. */
    rateAgain: (id: ArtworkId, stars: Stars) => inTurn(() => judgeAgain(id, stars)),
    /** The same value again clears. */
    rate: (id: ArtworkId, stars: Stars) => inTurn(() => history.act(() => planRating(id, stars))),
    clearRating: (id: ArtworkId) => inTurn(() => history.act(() => planRating(id, 0))),
  };
}
