import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { hasShared, sharedPath } from '../shared.ts';
import { type Figure, percent } from './figure.ts';

const run = promisify(execFile);

interface Evaluation {
  readonly learning: { readonly '20': { readonly acc: number } };
  readonly steering: {
    readonly classical: { readonly mean: number };
    readonly critic: { readonly mean: number };
  };
}

/**
 * The critic before simulated raters: pairs in their order after 20 ratings, and what its walls are worth beside breeding from the
 * best rated alone, in deviations of random pictures. The raters lie beside the project's own checkout; without them there is no row.
 */
export async function measureCriticPairs(report: (text: string) => void): Promise<readonly Figure[]> {
  if (!hasShared) {
    report('No simulated raters here (../shared): critic pairs and walls are left out.');
    return [];
  }
  report('Fifteen simulated people rate, and are guessed ...');
  await run(process.execPath, ['scripts/build-lab.mjs']);
  const { stdout } = await run(process.execPath, [
    sharedPath('raters/evaluate.mjs'),
    'dist-lab/taste-adapter.mjs',
    '--json',
  ]);
  const { learning, steering } = JSON.parse(stdout.trim().split('\n').at(-1)!) as Evaluation;
  return [
    { name: 'critic pairs at 20', value: percent(learning['20'].acc, 1), unit: '%' },
    {
      name: 'critic walls above classical',
      value: steering.critic.mean - steering.classical.mean,
      unit: 'sd',
    },
  ];
}
