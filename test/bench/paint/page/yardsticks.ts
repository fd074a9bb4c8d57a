// Our copies of the yardsticks beside those they were written after.
import { denseNet, paintDenseReference, paintSparseReference, sparseNet } from '../workloads.ts';
import { openPeak, type PeakProgram } from './painters.ts';
import { timeInTurns } from './stopwatch.ts';

/** The text of workloads.mjs and the program of peak-fma.wasm, as ../shared/bench has them. */
export interface SharedYardsticks {
  readonly workloads: string;
  readonly peak: readonly number[];
}

interface SharedWorkloads {
  readonly denseNet: (seed: number) => unknown;
  readonly sparseNet: (seed: number) => unknown;
  readonly paintDense: (net: unknown, widthPx: number, heightPx: number) => unknown;
  readonly paintSparse: (net: unknown, widthPx: number, heightPx: number) => unknown;
}

const SIDE = 256;
const ROUNDS = 9;

/** Milliseconds of each round, in turns: `NAME ours` and `NAME shared`. */
export async function measureYardsticks(shared: SharedYardsticks, peak: PeakProgram) {
  const address = URL.createObjectURL(new Blob([shared.workloads], { type: 'text/javascript' }));
  const theirs: SharedWorkloads = await import(/* @vite-ignore */ address);
  const theirDense = theirs.denseNet(7);
  const theirSparse = theirs.sparseNet(3);
  const memory = new WebAssembly.Memory({ initial: 1 });
  new Float32Array(memory.buffer, 0, 3).set([1, 0, 0.5]);
  const program = Uint8Array.from(shared.peak);
  const { instance } = await WebAssembly.instantiate(program, { e: { m: memory } });
  const runTheirs = instance.exports.run as (rounds: number) => void;
  return timeInTurns(ROUNDS, {
    'peak ours': await openPeak(peak),
    'peak shared': () => runTheirs(peak.rounds),
    'reference ours': () => paintDenseReference(denseNet(7), SIDE, SIDE),
    'reference shared': () => theirs.paintDense(theirDense, SIDE, SIDE),
    'sparse reference ours': () => paintSparseReference(sparseNet(3), SIDE, SIDE),
    'sparse reference shared': () => theirs.paintSparse(theirSparse, SIDE, SIDE),
  });
}
