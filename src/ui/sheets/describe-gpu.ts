import type { GpuTimes } from '#platform/render/gpu-opening.ts';
import type { PaintingReport } from '#platform/render/renderer.ts';

/** Whether the graphics chip paints, and why or why not. Its name is said apart. */
export function describeGpu({ state, isUsed }: PaintingReport['webgl']): string {
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

function describeTimes(times: GpuTimes): string {
  const [gpu, workers] = [times.gpuMs, times.workersMs].map((ms) => ms.toFixed(1));
  return `A test picture takes it ${gpu} ms, and the processor ${workers} ms.`;
}
