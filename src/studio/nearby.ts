// Pictures one small step away from the one on the easel.
import type { Genome } from '#core/cppn/genome.ts';
import type { Session } from './session.ts';

const count = 7;
/** About a third of what children of the wall are apart from their parents. */
const distance = 0.06;

/** Up to seven; fewer where breeding finds no more. Rejects with the signal's reason on abort. */
export async function proposeNear(
  { options }: Session,
  genome: Genome,
  signal: AbortSignal,
): Promise<readonly Genome[]> {
  const { proposals } = await options.workers.run(
    'propose',
    {
      seed: options.nextSeed(),
      parents: [genome],
      count,
      wildCount: 0,
      distance,
      changed: 'everything',
      seen: [],
    },
    { signal, priority: 'background' },
  );
  return proposals.filter(({ tile }) => tile === 'child').map((proposal) => proposal.genome);
}
