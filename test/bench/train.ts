import { measureCopy } from './copy-picture.ts';
import { measureCriticPairs } from './critic-pairs.ts';
import type { Figure } from './figure.ts';
import { measureTrainSpeed } from './train-speed.ts';
import { measureWhileTraining } from './while-training.ts';

/** What learning is held to: how fast a step is, how fast a taste is learned, and how well. */
export async function measureTrain(report: (text: string) => void): Promise<readonly Figure[]> {
  return [
    ...(await measureTrainSpeed(report)),
    ...(await measureCopy(report)),
    ...(await measureWhileTraining(report)),
    ...(await measureCriticPairs(report)),
  ];
}
