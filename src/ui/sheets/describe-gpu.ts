import type { Genome } from '#core/cppn/genome.ts';
import type { Artwork } from '#core/gallery/records.ts';
import type { GpuTimes } from '#platform/render/gpu-opening.ts';
import { shapeOf } from '#platform/render/often.ts';
import type { PaintingReport } from '#platform/render/renderer.ts';

/** Whether the graphics chip paints, and why or why not. Its name is said apart. */
export function describeGpu({ state, isUsed }: Pick<PaintingReport['webgl'], 'state' | 'isUsed'>): string {
  switch (state.kind) {
    case 'none':
      return 'Not used: this browser offers none.';
    case 'software':
      return 'Not used: there is no graphics chip for this browser, only the processor playing one, slowly.';
    case 'slower':
      return state.times === null
        ? 'Not used: it could not paint the test picture.'
        : `Not used: it is slower here. ${describeTimes(state.times)}`;
    case 'lost':
      return 'Not used: it stopped answering.';
    case 'ready': {
      const use = isUsed ? 'Paints what moves: the easel, loops.' : 'Stands by.';
      return `${use} ${state.times === null ? 'You chose it, so nobody measured how fast it is.' : describeTimes(state.times)}`;
    }
    default:
      return state satisfies never;
  }
}

/** Which pictures the chip leaves to the processor, by the names of those that are here; null where there are none. */
export function describeShaderless(genomes: readonly Genome[], here: readonly Artwork[]): string | null {
  if (genomes.length === 0) return null;
  const titles = genomes.map((genome) => {
    const shape = shapeOf(genome);
    return here.find((artwork) => artwork.title !== '' && shapeOf(artwork.genome) === shape)?.title;
  });
  const names = new Set(titles.filter((title) => title !== undefined));
  const otherCount = titles.filter((title) => title === undefined).length;
  const others =
    otherCount === 0 ? [] : [otherCount === 1 ? 'one more picture' : `${otherCount} more pictures`];
  const listed = new Intl.ListFormat('en-GB').format([...names, ...others]);
  return `The processor paints ${listed}, which the chip could not be made ready for.`;
}

function describeTimes(times: GpuTimes): string {
  const [gpu, workers] = [times.gpuMs, times.workersMs].map((ms) => ms.toFixed(1));
  return `A test picture takes it ${gpu} ms, and the processor ${workers} ms.`;
}
