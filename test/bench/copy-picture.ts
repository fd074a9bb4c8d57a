import { readFileSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { examineTraining } from '#core/cppn/examine-training.ts';
import { trainNetwork } from '#core/cppn/train-network.ts';
import { defaultSettings } from '#core/cppn/training-settings.ts';
import type { PictureTarget } from '#core/cppn/training-target.ts';
import { runToEnd } from '#core/evolution/run-to-end.ts';
import type { RunState } from '#core/nn/run.ts';
import { openGradients } from '#platform/training/open-gradients.ts';
import { decodePng } from '../cli/decode-png.ts';
import { hasShared, sharedPath } from '../shared.ts';
import type { Figure } from './figure.ts';

const SEEDS = [1, 2, 3, 4, 5];
/** As the app's worker trains. */
const compute = openGradients();

/** The drawn pear, as a person would copy it: Train's own settings, 3-32-32-32-3 and 150 epochs; of all pixels, the hidden ones included. */
export async function measureCopy(report: (text: string) => void): Promise<readonly Figure[]> {
  if (!hasShared) {
    report('No picture to copy here (../shared): it is left out.');
    return [];
  }
  const target: PictureTarget = {
    kind: 'picture',
    title: 'Pear',
    from: 'pear-128.png',
    ...copyOf(decodePng(readFileSync(sharedPath('fixtures/train/pear-128.png')))),
  };
  const errors: number[] = [];
  for (const seed of SEEDS) {
    const error = await copyOnce(target, seed);
    report(`Copied a pear with seed ${seed}: mean squared error ${error.toPrecision(3)}.`);
    errors.push(error);
  }
  return [{ name: 'copy a picture', value: Math.max(...errors), unit: 'mean squared error' }];
}

async function copyOnce(target: PictureTarget, seed: number): Promise<number> {
  const settings = defaultSettings('picture', seed);
  let state: RunState | null = null;
  do {
    state = runToEnd(trainNetwork({ target, settings, state, length: 'portion' }, compute)).state;
    await setImmediate(); // others have a turn, as they do beside the app's worker
  } while (state.ended === 'not');
  const examined = runToEnd(examineTraining(target, settings, state.weights));
  if (examined.kind !== 'picture') throw new TypeError('A picture was trained, points were examined.');
  return examined.meanSquaredError;
}

const copyOf = ({ widthPx, heightPx, rgb }: ReturnType<typeof decodePng>) => ({
  widthPx,
  heightPx,
  rgb: Uint8Array.from(rgb),
});
