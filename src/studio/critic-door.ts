// The way to the critic. What it does is in critic.ts and what that imports, which the first wall does without.
import type { ArtworkId } from '#core/gallery/records.ts';
import type { CriticAtWork } from './critic.ts';
import { enoughJudged } from './judged-count.ts';
import type { Session } from './session.ts';
import type { Viewer } from './showing.ts';

export type Steer = () => Promise<Awaited<ReturnType<CriticAtWork['steer']>> | undefined>;

export function createCriticDoor(session: Session, viewers: Viewer[]) {
  const { shown } = session;
  let waking: Promise<CriticAtWork | null> | null = null;

  /** Once is enough; null when its code did not come, or the log could not be read. */
  const wake = () =>
    (waking ??= import('./critic.ts')
      .then(
        ({ startCritic }) => startCritic(session, viewers),
        () => null,
      )
      .then((critic) => {
        if (critic === null) waking = null;
        return critic;
      }));
  viewers.push({
    async hear(changes) {
      if (changes.some(({ record }) => record === 'judgement')) void wake();
    },
  });

  const steer: Steer = async () => {
    if (shown.judgedCount.peek() >= enoughJudged) return (await wake())?.steer();
    return undefined;
  };
  return {
    steer,
    actions: {
      wakeCritic: () => void wake(),
      showGuess: (id: ArtworkId) => void wake().then((critic) => critic?.peek(id, 'asked')),
      showWhy: (id: ArtworkId) => void wake().then((critic) => critic?.explain(id)),
    },
  };
}
