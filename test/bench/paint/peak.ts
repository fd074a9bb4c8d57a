// The machine's own ceiling: relaxed multiply-adds on ten accumulators in registers, and nothing else.
import { main } from 'assemblyscript/asc';
import type { PeakProgram } from './page/painters.ts';

const ACCUMULATORS = 10;
const UNROLLED = 8;
const LANES = 4;
// So many that a clock of tenths of a millisecond tells the peak to a hundredth.
const ROUNDS = 1_000_000;

const names = Array.from({ length: ACCUMULATORS }, (_, i) => `a${i}`);
const source = `
const factors = memory.data<f32>([0.5, 1]);
export function run(rounds: i32): f32 {
  const f = v128.load32_splat(factors), g = v128.load32_splat(factors, 4);
  ${names.map((name) => `let ${name} = g;`).join(' ')}
  for (let i = 0; i < rounds; i++) {
    ${Array.from({ length: UNROLLED }, () => names.map((name) => `${name} = f32x4.relaxed_madd(f, g, ${name});`).join(' ')).join('\n    ')}
  }
  let sum = a0;
  ${names
    .slice(1)
    .map((name) => `sum = f32x4.add(sum, ${name});`)
    .join(' ')}
  return f32x4.extract_lane(sum, 0);
}`;

/**
 * `run(rounds)` does `macs` multiply-adds. Compiled as written: an optimiser would put the eight of one accumulator in a
 * row, each waiting for the last, and its constants into every one of them.
 */
export async function compilePeak(): Promise<PeakProgram> {
  let code: Uint8Array | null = null;
  const options = ['-O0', '--runtime', 'stub', '--enable', 'simd,relaxed-simd', '--disableWarning'];
  const { error, stderr } = await main(['peak.ts', '--outFile', 'peak.wasm', ...options], {
    readFile: (name) => (name === 'peak.ts' ? source : null),
    writeFile: (_, contents) => {
      code = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || code === null) throw new Error(`The peak did not compile.\n${stderr.toString()}`);
  return { code: [...(code as Uint8Array)], rounds: ROUNDS, macs: ROUNDS * ACCUMULATORS * UNROLLED * LANES };
}
