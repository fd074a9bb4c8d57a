// The changes that take an act back, and those that do it again.
import type { Act, ActId, Judgement, JudgementId, RecordChange } from '#core/gallery/records.ts';
import { hashName } from '#core/math/random.ts';
import { change } from './changes.ts';
import { buryArtwork, rebase } from './rebase.ts';
import type { Session } from './session.ts';
import { buildJudgement, changeStanding, findStars } from './standings.ts';

/** null when the act is gone or was undone meanwhile. */
export async function buildUndo(session: Session, id: ActId): Promise<readonly RecordChange[] | null> {
  const { keeping } = session;
  const act = await keeping.get('act', id);
  if (act === undefined || act.isUndone) return null;
  const judgements = await readJudgements(session, act);
  const withdrawals = judgements.map((judgement) => ({
    ...buildJudgement(session, { kind: 'withdrawn', judgement: judgement.id }, judgement.tile),
    profile: judgement.profile,
  }));
  return [
    ...(await stepRecords(session, act, 'back')),
    ...withdrawals.map((withdrawal) => change('judgement', withdrawal.id, null, withdrawal)),
    ...(await standBack(session, judgements)),
    change('act', id, act, { ...act, isUndone: true }),
  ];
}

export async function buildRedo(session: Session, id: ActId): Promise<readonly RecordChange[] | null> {
  const { keeping, options } = session;
  const act = await keeping.get('act', id);
  if (act === undefined || !act.isUndone) return null;
  const again = (await readJudgements(session, act)).map((judgement) => ({
    ...judgement,
    id: hashName(options.nextSeed()),
    atMs: options.now(),
    sequence: 0,
  }));
  const standings = await Promise.all(
    again.flatMap(({ said, profile }) => {
      if (said.kind === 'stars') return [changeStanding(session, profile, said.artwork, said.stars)];
      return said.kind === 'cleared' ? [changeStanding(session, profile, said.artwork, 0)] : [];
    }),
  );
  return [
    ...(await stepRecords(session, act, 'forth')),
    ...again.map((judgement) => change('judgement', judgement.id, null, judgement)),
    ...standings,
    change('act', id, act, { ...act, isUndone: false, judgements: again.map((judgement) => judgement.id) }),
  ];
}

async function readJudgements({ keeping }: Session, act: Act): Promise<Judgement[]> {
  const found = await keeping.getMany('judgement', act.judgements);
  return found.filter((judgement) => judgement !== undefined);
}

async function stepRecords(
  { keeping, options }: Session,
  act: Act,
  direction: 'back' | 'forth',
): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  for (const { record, id, before, after } of act.changes) {
    if (record === 'standing') continue; // the log says what it is
    const current = (await keeping.get(record, id)) ?? null;
    const [from, to] = direction === 'back' ? [after, before] : [before, after];
    const next = rebase(current, { from, to });
    // Artworks are never taken away without a trace.
    const kept =
      next === null && current !== null && 'genome' in current ? buryArtwork(current, options.now()) : next;
    if (kept !== current) changes.push({ record, id, before: current, after: kept } as RecordChange);
  }
  return changes;
}

async function standBack(session: Session, judgements: readonly Judgement[]): Promise<RecordChange[]> {
  const without: JudgementId[] = judgements.map(({ id }) => id);
  const changes: RecordChange[] = [];
  for (const { said, profile } of judgements) {
    if (said.kind !== 'stars' && said.kind !== 'cleared') continue;
    const stars = await findStars(session.keeping, profile, said.artwork, without);
    const one = await changeStanding(session, profile, said.artwork, stars);
    if (one.before !== null || one.after !== null) changes.push(one);
  }
  return changes;
}
