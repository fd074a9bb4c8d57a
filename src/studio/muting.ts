// Muting takes a neuron's links away; what they were is found again in what the network was before.
import type { NeuronPlace } from '#core/cppn/edit-genome.ts';
import type { Genome } from '#core/cppn/genome.ts';
import { isMuted, muteNeuron, unmuteNeuron } from '#core/cppn/mute-neuron.ts';
import type { Artwork } from '#core/gallery/records.ts';
import { isArtwork } from './changes.ts';
import type { Edit } from './editing.ts';
import type { Session } from './session.ts';

const rememberedCount = 50;
/** How many edited ancestors are asked. */
const depthLimit = 10;

export function createMuting(
  { keeping, notices, shown }: Session,
  genomeNow: () => Genome | null,
  edit: (label: string, edit: Edit) => Promise<void>,
) {
  /** Networks before a neuron was muted in this session, the latest first. */
  let remembered: readonly Genome[] = [];

  async function findOlder(place: NeuronPlace, genome: Genome): Promise<Genome | null> {
    const fits = (older: Genome) => unmuteNeuron(genome, place, older) !== null;
    const own = remembered.find(fits);
    if (own !== undefined) return own;
    let artwork: Artwork | undefined = shown.easel.peek()?.artwork;
    for (let depth = 0; depth < depthLimit; depth++) {
      if (artwork?.origin.kind !== 'edited' || artwork.origin.from === null) return null;
      const record = await keeping.get('artwork', artwork.origin.from);
      artwork = isArtwork(record) ? record : undefined;
      if (artwork !== undefined && fits(artwork.genome)) return artwork.genome;
    }
    return null;
  }

  return async function toggleMute(place: NeuronPlace): Promise<void> {
    const genome = genomeNow();
    if (genome === null) return;
    if (!isMuted(genome, place)) {
      remembered = [genome, ...remembered].slice(0, rememberedCount);
      return edit('Muting', (was) => muteNeuron(was, place));
    }
    const older = await findOlder(place, genome);
    if (older === null) {
      notices.say('Nothing is known of where it led. Give it a weight in the next layer instead.', {
        isOfHere: true,
      });
      return;
    }
    await edit('Unmuting', (was) => unmuteNeuron(was, place, older) ?? was);
  };
}
