// The machine's own ceiling: relaxed multiply-adds on ten accumulators in registers, and nothing else.
import { main } from 'assemblyscript/asc';

const ACCUMULATORS = 10;
const UNROLLED = 8;
const LANES = 4;

const names = Array.from({ length: ACCUMULATORS }, (_, i) => `a${i}`);
const source = `
let factor: f32 = 0.999;
let summand: f32 = 0.5;
export function run(rounds: i32): f32 {
  const m = f32x4.splat(factor), s = f32x4.splat(summand);
  ${names.map((name, i) => `let ${name} = f32x4.splat(${i + 1});`).join(' ')}
  for (let i = 0; i < rounds; i++) {
    ${Array.from({ length: UNROLLED }, () => names.map((name) => `${name} = f32x4.relaxed_madd(${name}, m, s);`).join(' ')).join('\n    ')}
  }
  let sum = a0;
  ${names
    .slice(1)
    .map((name) => `sum = f32x4.add(sum, ${name});`)
    .join(' ')}
  return f32x4.extract_lane(sum, 0);
}`;

/** `run(rounds)` does `macsPerRound` multiply-adds a round. */
export async function compilePeak(): Promise<{ readonly code: number[]; readonly macsPerRound: number }> {
  let code: Uint8Array | null = null;
  const options = ['-O3', '--runtime', 'stub', '--enable', 'simd,relaxed-simd', '--disableWarning'];
  const { error, stderr } = await main(['peak.ts', '--outFile', 'peak.wasm', ...options], {
    readFile: (name) => (name === 'peak.ts' ? source : null),
    writeFile: (_, contents) => {
      code = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error !== null || code === null) throw new Error(`The peak did not compile.\n${stderr.toString()}`);
  return { code: [...(code as Uint8Array)], macsPerRound: ACCUMULATORS * UNROLLED * LANES };
}
